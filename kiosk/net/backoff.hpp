// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace guichet::net {

/// How long to wait before trying again after so many failures in a row: 0.5 s, 1 s, 2 s, then
/// 3 s, of which `chance` in [0, 1] takes away up to half, so that the kiosks of a room do not all
/// come back in the same instant.
std::chrono::milliseconds pause_after(int failures, double chance);

} // namespace guichet::net
