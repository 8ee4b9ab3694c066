// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/suggest.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace guichet::logic {
namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// How many letters must be added, removed or changed (Levenshtein), upper and lower case alike.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = diagonal + (lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row.back();
}

/// The last part of a dotted name.
std::string_view last_part(std::string_view name) {
    return name.substr(name.rfind('.') + 1);
}

} // namespace

std::string suggestion(std::string_view word, const std::vector<std::string_view>& candidates) {
    constexpr std::size_t longest = 100;
    std::size_t best = word.size() / 3 + 1; // at most a third of the letters wrong
    std::string_view found;
    for (const auto candidate : candidates) {
        if (word.size() > longest || candidate.size() > longest)
            continue;
        // the right name without its group is as good as one wrong letter
        const auto near = last_part(candidate) == word ? 1 : distance(word, candidate);
        if (near < best || (near == best && found.empty())) {
            best = near;
            found = candidate;
        }
    }
    return found.empty() ? std::string() : ": did you mean '" + std::string(found) + "'?";
}

} // namespace guichet::logic
