// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guichet::app {

/// `guichet <command> …`. Returns the exit status: 0 done, 1 the work found something wrong, 2 it
/// could not begin; CLI11's own (100 and more) for a command line that makes no sense.
int run_command_line(int argc, char** argv);

} // namespace guichet::app
