// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/heading.hpp"

#include "scan/text/format/build.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <iterator>
#include <string_view>

namespace guichet::scan {

namespace {

constexpr int furthest = 14; ///< heights over the salutation

/// "Madame, Monsieur,", "Monsieur,", "Chère cliente,".
bool is_salutation(const PageText::Run& run) {
    constexpr std::size_t most_words = 4;
    constexpr std::array<std::string_view, 4> dear{"cher", "chere", "chers", "cheres"};
    if (run.words.size() > most_words)
        return false;
    if (std::ranges::find(dear, run.words.front()->folded) != dear.end())
        return run.words.back()->text.ends_with(',');
    return std::ranges::all_of(run.words, [](const Word* word) {
        return is_courtesy_title(word->folded) || is_and(word);
    });
}

bool is_heading(const PageText::Run& run) {
    constexpr std::size_t least_words = 3;
    constexpr std::size_t most_words = 12;
    return run.words.size() >= least_words && run.words.size() <= most_words &&
           std::ranges::all_of(run.words, [](const Word* word) {
               return is_in_capitals(word->text) && !has_digit(word->text);
           });
}

/// "Votre demande de retraite : pièces manquantes" right above the salutation, where that begins.
bool is_plain_heading(const PageText::Run& run, const PageText::Run& salutation) {
    constexpr std::size_t least_words = 3;
    constexpr std::size_t most_words = 12;
    constexpr int near = 4; ///< heights
    constexpr std::array<std::string_view, 7> others{
        "objet", "ref", "reference", "references", "dossier", "affaire", "lettre"};
    const auto& box = salutation.box;
    return run.words.size() >= least_words && run.words.size() <= most_words &&
           std::abs(run.box.x - box.x) < box.height &&
           box.y - run.box.y < near * std::max(box.height, run.box.height) &&
           begins_with_capital(run.words.front()->text) &&
           std::ranges::find(others, run.words.front()->folded) == others.end() &&
           std::ranges::none_of(run.words, [](const Word* word) {
               return has_digit(word->text) || word->text.ends_with('.') ||
                      word->text.ends_with(',') || is_courtesy_title(word->folded);
           });
}

} // namespace

Words heading_of(const PageText& page, const Words& address) {
    const auto& runs = page.runs();
    const auto salutation = std::ranges::find_if(runs, is_salutation);
    if (salutation == runs.end())
        return {};
    const auto in_address = [&](const PageText::Run& run) {
        return std::ranges::find(address, run.words.front()) != address.end();
    };
    const auto heading = std::find_if(
        std::make_reverse_iterator(salutation),
        runs.rend(),
        [&](const PageText::Run& run) {
            return !in_address(run) && (is_heading(run) || is_plain_heading(run, *salutation));
        }
    );
    const bool near = heading != runs.rend() &&
                      salutation->box.y - heading->box.y < furthest * salutation->box.height;
    return near ? heading->words : Words{};
}

} // namespace guichet::scan
