// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/cents.hpp"

#include "scan/text/boxes.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <cstddef>

namespace guichet::scan {

namespace {

/// "1141,", "-1.041,": figures, and a comma that nothing follows.
bool is_before_cents(std::string_view text) {
    return text.size() > 1 && text.ends_with(',') && is_digit(text[text.size() - 2]) &&
           std::ranges::all_of(text.substr(0, text.size() - 1), [](char c) {
               return is_digit(c) || c == '.' || c == '-' || c == '+';
           });
}

/// "68", "68-", "68€".
bool is_cents(std::string_view text) {
    const auto end = text.find_first_not_of("0123456789");
    const auto rest = end == std::string_view::npos ? std::string_view() : text.substr(end);
    return std::min(end, text.size()) == 2 && (rest.empty() || rest == "-" || rest == "€");
}

/// Whether a sentence goes on behind: "les 12, 13 et 14 mars".
bool sentence_goes_on(const Word& word, const Word& next) {
    return gap_between(word.box, next.box) < word.box.height && !next.folded.empty() &&
           !is_digit(next.text.front()) && next.folded != "eur" && next.folded != "euros";
}

/// The letters of typewriter print are as wide as this for their height.
bool stand_close(const Word& word, const Word& next) {
    return gap_between(word.box, next.box) < 3 * word.box.height / 2;
}

} // namespace

void join_cents(std::vector<Word>& words) {
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        auto& word = words[i];
        const auto& cents = words[i + 1];
        const bool one = is_before_cents(word.text) && is_cents(cents.text) &&
                         stand_close(word, cents) &&
                         (i + 2 >= words.size() || !sentence_goes_on(cents, words[i + 2]));
        if (!one)
            continue;
        const auto line = word.box;
        append(cents, word);
        // Of a word cut at a comma the box may be too high and begin in the one before.
        word.box = {line.x, line.y, right_edge(word.box) - line.x, line.height};
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
}

} // namespace guichet::scan
