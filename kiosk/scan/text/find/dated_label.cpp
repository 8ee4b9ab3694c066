// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/dated_label.hpp"

#include "scan/text/find/label_words.hpp"
#include "scan/text/format/format.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

namespace guichet::scan {

namespace {

/// "livret de famille délivré le": what is told of has papers of its own.
bool names_other_paper(std::string_view folded) {
    constexpr std::array<std::string_view, 6> papers{
        "livret", "passeport", "carte", "permis", "visa", "titre"};
    return std::ranges::find(papers, folded) != papers.end();
}

/// Whether nothing else stands in its run.
bool is_whole_run(const PageText& page, const Box& box) {
    return std::ranges::any_of(page.runs(), [&](const PageText::Run& run) {
        return same_level(run.box, box) && std::abs(run.box.x - box.x) < box.height / 2 &&
               std::abs(right_edge(run.box) - right_edge(box)) < box.height / 2;
    });
}

} // namespace

bool is_in_date_of(const PageText& page, const Box& label) {
    constexpr int widest = 3; // heights, of a line that fills its column
    const auto words = page.within(label);
    if (letters_of(words) != "date")
        return false;
    if (words.front()->text.starts_with("daté"))
        return true;
    return std::ranges::any_of(page.level_with(label), [&](const Word* word) {
        const int gap = gap_between(word->box, label);
        return (word->text == "en" || word->text == "la") && gap >= 0 &&
               gap < widest * label.height;
    });
}

bool is_kind_of_date(const PageText& page, const Box& label) {
    const auto behind = page.behind(label);
    if (letters_of(page.within(label)) != "date" || behind.empty() ||
        !is_next_to(label, behind.front()->box))
        return false;
    if (is_link(behind.front()->folded))
        return true;
    if (!is_plain_word(*behind.front()))
        return false;
    const auto day = extract("date", behind);
    return !day || day->box.x > behind.front()->box.x; // "Date lundi 12"
}

bool is_date_in_prose(const PageText& page, const Box& date) {
    constexpr std::ptrdiff_t least_words = 3;
    const auto* run = page.run_around(date);
    if (run == nullptr)
        return false;
    const auto before = std::ranges::count_if(run->words, [&](const Word* word) {
        return right_edge(word->box) <= date.x && has_letter(word->text);
    });
    const bool goes_on = std::ranges::any_of(run->words, [&](const Word* word) {
        return word->box.x >= right_edge(date) && begins_small(word->text);
    });
    return before >= least_words && goes_on;
}

bool is_yet_to_come(const PageText& page, const Box& label) {
    return std::ranges::any_of(page.level_with(label), [&](const Word* word) {
        const int gap = gap_between(word->box, label);
        return word->box.x < label.x && gap < label.height &&
               (word->folded == "sera" || word->folded == "seront");
    });
}

bool is_late_in_sentence(const PageText& page, const Box& label) {
    constexpr std::ptrdiff_t least_words = 5;
    const auto own = page.within(label);
    if (own.empty() || !begins_small(own.front()->text))
        return false;
    const auto before = joined_before(page.level_with(label), label);
    const auto parted = std::ranges::find_if(before, [](const Word* word) {
        return word->folded.empty() || word->text.ends_with(':');
    }); // "Document à présenter à tout professionnel de santé – établi le"
    return parted - before.begin() >= least_words;
}

bool is_of_other_paper(const PageText& page, const Box& label) {
    return std::ranges::any_of(joined_before(page.level_with(label), label), [](const Word* word) {
        return names_other_paper(word->folded);
    });
}

bool spans_days(const PageText& page, const Box& label) {
    const auto date = extract("date", page.behind(label));
    if (!date)
        return true; // the head of a column
    if (is_whole_run(page, around(label, date->box)))
        return true;
    return std::ranges::none_of(extract_all("day", page.level_with(label)), [&](const auto& day) {
        return day.box == date->box;
    });
}

bool is_past_first_day(const PageText& page, const Box& label, const Box& value) {
    return std::ranges::any_of(page.level_with(label), [&](const Word* word) {
        return word->folded == "au" && word->box.x >= right_edge(label) &&
               right_edge(word->box) <= value.x;
    });
}

} // namespace guichet::scan
