// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"
#include "scenarios/perform.hpp"

#include <optional>
#include <string>

namespace guichet::scenarios {

template <typename Value>
Value known(std::optional<Value> value, const char* what) {
    if (!value)
        throw Mismatch(std::string{"that is no "} + what);
    return *value;
}

Picture blank_page();

/// "scan identite | nom=DUPONT {proven} | prenoms=Lina": one page of a known kind, or "scan
/// nothing"; "| fault blurred" says what is wrong with it.
void scan(Stage& stage, Words& words);

/// "console …": what the hub says, of a call, of a code, of who is there, of pointing.
void report_call(Stage& stage, Words& words);

} // namespace guichet::scenarios
