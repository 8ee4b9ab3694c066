// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <CLI/CLI.hpp>

namespace guichet::app {

/// Adds `guichet hub` and what is below it; `action` is what was asked for, to be run after
/// parsing.
void add_hub(CLI::App& program, std::function<int()>& action);

} // namespace guichet::app
