// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/kept/visit_process.hpp"

namespace guichet::app {

/// `guichet run`: keeps visits with the arguments it was given itself, and beside them the hub of
/// this kiosk unless the site file names another or none.
int run_kiosk(const VisitArguments& arguments);

} // namespace guichet::app
