// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/sentences.hpp"

#include "scan/text/format/format.hpp"
#include "scan/text/match.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace guichet::scan {

namespace {

/// "Vous pouvez contester …", "Si vous avez déjà payé, …": asks nothing.
bool is_offer(const Words& sentence) {
    const auto begins = [&](std::string_view first, std::string_view second) {
        return sentence.size() > 1 && sentence[0]->folded == first && sentence[1]->folded == second;
    };
    return begins("vous", "pouvez") || begins("vous", "disposez") || begins("si", "vous");
}

/// "SOLDE À PAYER", "Reste à payer": no sentence.
bool is_label_of_amount(const Words& sentence) {
    constexpr std::size_t least_words = 4;
    return sentence.size() < least_words;
}

} // namespace

std::vector<FoundValue> sentences_with_words(const PageText& page, const Field& field) {
    std::vector<FoundValue> values;
    for (const auto& phrase : field.near)
        for (const auto& place : page.find(phrase)) {
            const auto words = page.sentence(place);
            if (is_offer(words) || is_label_of_amount(words))
                continue;
            auto value =
                field.format.empty() ? extract("words", words) : extract(field.format, words);
            const bool known = value && std::ranges::any_of(values, [&](const auto& other) {
                                   return other.extract.value == value->value;
                               });
            if (value && !known)
                values.push_back({std::move(*value), 1, place});
        }
    std::ranges::stable_sort(values, is_higher);
    return values;
}

} // namespace guichet::scan
