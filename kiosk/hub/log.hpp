// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace guichet::hub {

/// One line of JSON on the error output: when, what happened, and names of ours (kiosk, call,
/// account). Never anything a person wrote.
void log_event(
    std::string_view event,
    std::initializer_list<std::pair<std::string_view, std::string>> details = {}
);

} // namespace guichet::hub
