// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/next_line.hpp"

#include "scan/text/find/cells.hpp"
#include "scan/text/find/name_parts.hpp"
#include "scan/text/find/postal.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/format/build.hpp"
#include "scan/text/format/given_names.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace guichet::scan {

namespace {

/// What stands there where the first cannot end: "(Syntec) – IDCC" over "1486", "Établissements
/// privés" over "d'hospitalisation".
bool add_rest(const PageText& page, const Box& line, Extract& value) {
    constexpr std::array<std::string_view, 9> links{
        "idcc", "n", "de", "du", "des", "la", "les", "et", "pour"};
    const auto last = folded_words(value.value);
    const auto next = page.run_under(line);
    if (last.empty() || next.empty() || value.value.ends_with('.'))
        return false;
    const bool open = std::ranges::count(value.value, '(') > std::ranges::count(value.value, ')') &&
                      std::ranges::any_of(next, [](const Word* word) {
                          return word->text.find(')') != std::string::npos;
                      });
    const auto begins_at = [&](int x) {
        return std::abs(next.front()->box.x - x) <= value.box.height;
    };
    if (!open && !begins_at(value.box.x) && !begins_at(line.x))
        return false;
    const int drop = middle_of(next.front()->box) - middle_of(value.box);
    const bool is_day = next.size() > 1 && has_digit(next[1]->text); // "du 1er"
    const bool small =
        begins_small(next.front()->text) && !is_day && 2 * drop < 3 * value.box.height;
    const bool code =
        next.front()->folded == "idcc" ||
        (next.size() > 1 && next.front()->folded.empty() && next[1]->folded == "idcc");
    if (!open && !small && !code && std::ranges::find(links, last.back()) == links.end())
        return false;
    const auto more = extract("words", next);
    if (more)
        append(*more, value);
    return more.has_value();
}

/// The second line of a name: "OU MME LE GUELLEC SOIZIC" under "M LE GUELLEC YANN", or given names.
void add_more_names(const PageText& page, Extract& name) {
    const auto next = page.run_under(name.box);
    if (next.empty() || std::abs(next.front()->box.x - name.box.x) > name.box.height)
        return;
    const auto& first = next.front()->folded;
    const auto behind = page.behind(name.box);
    const bool led = !behind.empty() && // "M. LE GUELLEC YANN OU" over "MME LE GUELLEC MARIE"
                     is_and(behind.front()) &&
                     gap_between(name.box, behind.front()->box) < name.box.height;
    const bool joins = led || is_and(next.front()) || is_born(first) ||
                       is_given_name(next.front()->text) ||
                       is_rest_of_name(page.within(name.box), next);
    auto more = joins ? extract("names", next) : std::nullopt;
    if (!more || next.back()->box.x > right_edge(more->box))
        return;
    if (led)
        name.value += " " + behind.front()->text;
    append(*more, name);
}

/// The family name in the line below, which begins under the label: "Titulaire : M. Jean" over
/// "DURAND".
void add_rest_under_label(const PageText& page, const Box& label, Extract& name) {
    const auto line = around(label, name.box);
    const auto next = page.run_under(line);
    const auto words = page.within(name.box);
    const auto behind = page.behind(name.box);
    const bool goes_on =
        !behind.empty() && gap_between(name.box, behind.front()->box) < 3 * name.box.height;
    if (goes_on || next.empty() || words.empty() ||
        std::abs(next.front()->box.x - line.x) > name.box.height ||
        !is_in_capitals(next.front()->text) || !is_rest_of_name(words, next))
        return;
    if (const auto more = extract("names", next))
        append(*more, name);
}

/// The given names in the row under a family name, where a form asks for both one by one.
void add_given_names(const PageText& page, Extract& family) {
    const auto next = page.run_under(family.box);
    if (next.empty())
        return;
    const auto begin = std::ranges::find_if(next, [&](const Word* word) {
        return std::abs(word->box.x - family.box.x) < family.box.height;
    });
    auto given = extract("name", {begin, next.end()});
    if (!given)
        return;
    append(family, *given); // as running text has it
    family = std::move(*given);
}

/// "Solenn Marie" under "LE GOUALLEC", in the first cell of a row of a table.
void add_given_in_cell(const PageText& page, Extract& family) {
    constexpr std::size_t most_names = 4;
    const auto behind = page.behind(family.box);
    const bool in_row =
        !behind.empty() && gap_between(family.box, behind.front()->box) > 2 * family.box.height;
    const auto next = page.run_under(family.box);
    const auto is_given_like = [](const Word* word) {
        return is_name_word(*word) && begins_with_capital(word->text) &&
               !is_in_capitals(word->text) && !heads_a_cell(word->folded);
    };
    if (!in_row || !is_in_capitals(family.value) || next.empty() || next.size() > most_names ||
        next.front()->box.y > family.box.y + 2 * family.box.height ||
        std::abs(next.front()->box.x - family.box.x) * 2 > family.box.height ||
        !std::ranges::all_of(next, is_given_like))
        return;
    if (const auto given = extract("name", next))
        append(*given, family);
}

} // namespace

void add_next_line(
    const PageText& page,
    std::string_view format,
    const Place& place,
    const Box& label,
    Extract& value
) {
    if (format == "name" && place.under_translations)
        add_given_names(page, value);
    else if (format == "name" && !place.beside)
        add_given_in_cell(page, value);
    if (format == "names") {
        const auto box = value.box;
        add_more_names(page, value);
        if (place.beside && value.box == box)
            add_rest_under_label(page, label, value);
    }
    if (format == "words")
        if (!add_rest(page, value.box, value) && place.beside)
            add_rest(page, around(label, value.box), value);
}

} // namespace guichet::scan
