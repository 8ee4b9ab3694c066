// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/format/given_names.hpp"

#include "scan/text/fold.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

namespace guichet::scan {

namespace {

const std::unordered_set<std::string>& folded_names() {
    static const auto all = [] {
        std::unordered_set<std::string> names;
        for (const auto name : listed_given_names())
            names.insert(fold(name));
        return names;
    }();
    return all;
}

} // namespace

bool is_given_name(std::string_view word) {
    constexpr std::array<std::string_view, 4> first_parts{"jean", "marie", "anne", "pierre"};
    const auto parts = folded_words(word);
    if (parts.size() == 2 && std::ranges::find(first_parts, parts[0]) != first_parts.end())
        return true;
    return !parts.empty() && std::ranges::all_of(parts, [](const std::string& part) {
        return folded_names().contains(part);
    });
}

} // namespace guichet::scan
