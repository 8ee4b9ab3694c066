// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/format/spelled.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace guichet::scan {

namespace {

constexpr std::array<std::pair<std::string_view, int>, 24> figures{
    {{"premier", 1},   {"un", 1},         {"deux", 2},      {"trois", 3},    {"quatre", 4},
     {"cinq", 5},      {"six", 6},        {"sept", 7},      {"huit", 8},     {"neuf", 9},
     {"dix", 10},      {"onze", 11},      {"douze", 12},    {"treize", 13},  {"quatorze", 14},
     {"quinze", 15},   {"seize", 16},     {"vingt", 20},    {"vingts", 20},  {"trente", 30},
     {"quarante", 40}, {"cinquante", 50}, {"soixante", 60}, {"septante", 70}}};

bool is_thousand(std::string_view word) {
    return word == "mil" || word == "mille";
}

bool is_hundred(std::string_view word) {
    return word == "cent" || word == "cents";
}

} // namespace

std::optional<SpelledNumber> spelled_number(std::span<const std::string> words) {
    int thousands = 0;
    int rest = 0;
    std::size_t used = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        const auto* figure =
            std::ranges::find(figures, word, &decltype(figures)::value_type::first);
        if (is_thousand(word) && thousands == 0) {
            thousands = std::max(rest, 1) * 1000;
            rest = 0;
        } else if (is_hundred(word) && rest < 10) {
            rest = std::max(rest, 1) * 100;
        } else if (figure != figures.end()) {
            const bool fourscore = figure->second == 20 && rest % 100 == 4;
            rest += fourscore ? 76 : figure->second;
        } else if (word == "et" && used > 0) {
            continue; // "vingt et un"
        } else {
            break;
        }
        used = i + 1;
    }
    if (used == 0)
        return std::nullopt;
    return SpelledNumber{.value = thousands + rest, .used = used};
}

} // namespace guichet::scan
