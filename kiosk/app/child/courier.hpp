// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guichet::app {

/// The process that lets things out for the visit that started it: prints, saves, and calls
/// somebody. It ends with the visit. Returns an exit status.
int run_courier();

} // namespace guichet::app
