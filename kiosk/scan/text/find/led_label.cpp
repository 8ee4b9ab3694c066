// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/led_label.hpp"

#include "scan/text/find/label_words.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <string_view>

namespace guichet::scan {

namespace {

/// "Code client", "N° employeur".
bool names_a_number(std::string_view folded) {
    constexpr std::array<std::string_view, 7> numbers{
        "code", "n", "no", "numero", "compte", "ref", "reference"};
    return std::ranges::find(numbers, folded) != numbers.end();
}

/// "Registre n° 1", "art. n° 4", "Décret n° 2017-890", "signée à Vienne le", "ALD jusqu'au": what
/// is not asked for has that number or day.
bool names_another(std::string_view folded) {
    constexpr std::array<std::string_view, 11> others{
        "registre",
        "article",
        "art",
        "decret",
        "feuillet",
        "feuille",
        "page",
        "volume",
        "loi",
        "vienne",
        "ald"};
    return std::ranges::find(others, folded) != others.end();
}

/// "Retenue sur prime d'activité": what is kept of it.
bool is_held_back(const Words& before) {
    constexpr std::array<std::string_view, 4> kept{"retenue", "retenues", "indu", "saisie"};
    return before.size() >= 2 && (before[0]->folded == "sur" || is_link(before[0]->folded)) &&
           std::ranges::find(kept, before[1]->folded) != kept.end();
}

/// "10 salariés": so many, no label. Boxes of forms are numbered with one figure mostly.
bool is_count(std::string_view folded) {
    return folded.size() >= 2 && std::ranges::all_of(folded, is_digit);
}

/// "Total versé employeur :" names an amount.
bool is_of_sum(std::string_view folded) {
    constexpr std::array<std::string_view, 6> sums{
        "total", "verse", "cout", "part", "charges", "cotisations"};
    return std::ranges::find(sums, folded) != sums.end();
}

bool may_lead_label(std::string_view folded) {
    constexpr std::array<std::string_view, 9> polite{
        "votre", "vos", "notre", "nos", "mon", "mes", "son", "est", "particulier"};
    return std::ranges::find(polite, folded) != polite.end();
}

/// "DUES PAR" over "L'EMPLOYEUR".
bool is_led_from_above(const PageText& page, const Box& label) {
    return std::ranges::any_of(page.runs(), [&](const PageText::Run& run) {
        const int gap = label.y - run.box.y - run.box.height;
        return gap > -label.height / 2 && gap < label.height &&
               std::abs(run.box.x - label.x) < 2 * label.height &&
               is_link(run.words.back()->folded);
    });
}

/// "pour le compte de l'employeur, en application", "à votre employeur.": it announces nothing. At
/// the beginning of a line "Le propriétaire, DURAND Anne" does.
bool ends_in_sentence(const Words& level, const Box& label) {
    constexpr std::size_t longest_abbreviation = 5;
    return std::ranges::any_of(level, [&](const Word* word) {
        const bool stop = word->text.ends_with('.') && word->folded.size() > longest_abbreviation;
        const bool comma = word->text.ends_with(',') && (level.front()->box.x != label.x ||
                                                         !begins_with_capital(level.front()->text));
        return right_edge(word->box) == right_edge(label) && (stop || comma);
    });
}

/// "D'EMPLOI" of "PÉRIODE D'EMPLOI".
bool is_elided(const Words& level, const Box& label) {
    return std::ranges::any_of(level, [&](const Word* word) {
        return word->box.x == label.x && word->box.width <= label.width &&
               behind_elision(word->text) && fold(word->text).starts_with('d');
    });
}

/// "la caisse" of "le directeur de la caisse", "employeur" of "N° Cesu employeur".
bool is_end_of_more(const Words& level, const Box& label) {
    const auto before = joined_before(level, label);
    const bool names = std::ranges::any_of(before, [](const Word* word) {
        return word->folded.starts_with("nom") || word->folded.starts_with("prenom");
    }); // "Nom et prénom(s) de la mère"
    if (before.size() < 2 || names)
        return false;
    return (is_article(before[0]->folded) && is_link(before[1]->folded)) ||
           (is_plain_word(*before[0]) && names_a_number(before[1]->folded));
}

bool leads(const Word& word) {
    return is_plain_word(word) && !may_lead_label(word.folded);
}

} // namespace

bool has_colon(const PageText& page, const Box& label) {
    return std::ranges::any_of(page.level_with(label), [&](const Word* word) {
        const bool leads = word->text.ends_with(':') && word->folded.empty(); // ".....:" too
        const bool behind = is_next_to(label, word->box) && (leads || word->text.starts_with(':'));
        const bool within = right_edge(word->box) == right_edge(label) && word->text.ends_with(':');
        return behind || within;
    });
}

bool is_led(const PageText& page, const Box& label) {
    const auto level = page.level_with(label);
    if (is_end_of_more(level, label))
        return true;
    const auto is_before = [&](const Word* word) { return is_next_to(word->box, label); };
    const auto is_behind = [&](const Word* word) { return is_next_to(label, word->box); };
    const auto behind = std::ranges::find_if(level, [&](const Word* word) {
        return right_edge(word->box) > label.x;
    });
    if (behind != level.begin() && is_before(*std::prev(behind)) &&
        is_count((*std::prev(behind))->folded) && !has_colon(page, label))
        return true;
    if ((is_led_from_above(page, label) && !has_colon(page, label)) ||
        ends_in_sentence(level, label) || is_elided(level, label))
        return true;
    return std::ranges::any_of(level, [&](const Word* word) {
        if (names_a_number(word->folded) && (is_before(word) || is_behind(word)))
            return true;
        return is_before(word) && (is_link(word->folded) || is_of_sum(word->folded) ||
                                   (leads(*word) && !has_colon(page, label)));
    });
}

bool is_of_another(const PageText& page, const Box& label) {
    return std::ranges::any_of(page.level_with(label), [&](const Word* word) {
        return names_another(word->folded) && is_next_to(word->box, label);
    });
}

bool is_of_something(const PageText& page, const Box& label) {
    const auto level = page.level_with(label);
    if (is_held_back(joined_before(level, label)))
        return true;
    return std::ranges::any_of(level, [&](const Word* word) {
        return is_next_to(word->box, label) && (word->folded == "de" || word->folded == "du");
    });
}

} // namespace guichet::scan
