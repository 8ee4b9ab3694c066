// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/find/fields.hpp"

#include <string>
#include <utility>
#include <vector>

/// What is read for the only field of a kind of paper; empty when nothing is.
inline std::string
read_one(std::vector<guichet::scan::TextLine> lines, const guichet::scan::Field& field) {
    guichet::scan::Kind kind;
    kind.id = "papier";
    kind.fields = {field};
    const auto found = read_fields(guichet::scan::PageText(std::move(lines)), kind);
    return found.empty() ? "" : found.front().value;
}
