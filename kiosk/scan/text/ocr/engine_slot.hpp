// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guichet::scan {

/// Two engines of each language, for two threads: each is used by one thread at a time.
enum class EngineSlot { First, Second };

} // namespace guichet::scan
