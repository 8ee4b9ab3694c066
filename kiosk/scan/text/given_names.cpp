// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/given_names.hpp"

#include "scan/text/fold.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace guichet::scan {

namespace {

const std::unordered_set<std::string>& folded_names() {
    static const auto all = [] {
        std::unordered_set<std::string> names;
        for (const auto name : dictionary_given_names())
            names.insert(fold(name));
        return names;
    }();
    return all;
}

} // namespace

bool is_given_name(std::string_view word) {
    const auto parts = folded_words(word);
    return !parts.empty() && std::ranges::all_of(parts, [](const std::string& part) {
        return folded_names().contains(part);
    });
}

} // namespace guichet::scan
