// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/dateline.hpp"

#include "scan/text/format/build.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace guichet::scan {

namespace {

constexpr std::size_t most_place_words = 7; ///< "Fait à Saint-Jean de la Porte,"

/// Whether nothing but signs stands behind it, or what a dash or brackets part from it: "le vingt
/// mai deux mille vingt-cinq (20/05/2025)".
bool ends_with(const PageText::Run& run, const Box& date) {
    const auto behind = std::ranges::find_if(run.words, [&](const Word* word) {
        return right_edge(word->box) > right_edge(date) + run.box.height / 4;
    });
    const bool parted =
        behind != run.words.end() && ((*behind)->text == "–" || (*behind)->text.starts_with('('));
    return parted || std::all_of(behind, run.words.end(), [](const Word* word) {
               return word->folded.empty();
           });
}

bool is_weekday(std::string_view folded) {
    constexpr std::array<std::string_view, 7> days{
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"};
    return std::ranges::find(days, folded) != days.end();
}

/// How plainly what stands before a date says that it is the day the paper was made.
enum class Dates { No, Alone, ByPlace, Plainly };

/// "le", "Date", "Grenoble,".
Dates of_one_word(const Word& word) {
    if (word.folded == "le" || word.folded == "date")
        return Dates::Alone;
    return word.text.ends_with(',') ? Dates::ByPlace : Dates::No;
}

bool is_place(const Words& words) {
    return std::ranges::none_of(words, [](const Word* word) {
        return has_digit(word->text) || word->text.find(':') != std::string::npos;
    });
}

/// Without the day of the week, and without "le" of "Date : le".
Words without_weekday(Words before) {
    if (!before.empty() && is_weekday(before.back()->folded))
        before.pop_back();
    if (!before.empty() && before.front()->folded == "date")
        std::erase_if(before, [](const Word* word) {
            return word->folded.empty() || word->folded == "le";
        });
    return before;
}

/// A place and "le", a place, or "le" alone.
Dates dates(const Words& words) {
    const auto before = without_weekday(words);
    if (before.empty() || before.size() > most_place_words)
        return Dates::No;
    const bool le = before.back()->folded == "le";
    if (before.size() == 1)
        return of_one_word(*before[0]);
    const auto& last_of_place = before[before.size() - (le ? 2 : 1)]->text;
    const bool made = before[0]->folded == "fait" && before[1]->folded == "a";
    const bool named = last_of_place.ends_with(',') && begins_with_capital(last_of_place);
    if (!is_place(before) || !(named || (made && le))) // "à distance, le" is nowhere
        return Dates::No;
    return le || made ? Dates::Plainly : Dates::ByPlace;
}

/// Whether another run stands right above it, in its column, with that property.
template <typename Property>
bool is_under(const PageText& page, const PageText::Run& run, Property property) {
    return std::ranges::any_of(page.runs(), [&](const PageText::Run& other) {
        const int gap = run.box.y - other.box.y - other.box.height;
        const int pitch = std::max(run.box.height, other.box.height);
        const bool above =
            gap > -pitch / 2 && gap < 2 * pitch && overlap_across(other.box, run.box);
        return above && property(other);
    });
}

bool is_under_title(
    const PageText& page, const PageText::Run& run, const std::vector<Box>& titles
) {
    return is_under(page, run, [&](const PageText::Run& other) {
        return std::ranges::any_of(titles, [&](const Box& words) {
            return same_level(words, other.box) && words.x >= other.box.x &&
                   right_edge(words) <= right_edge(other.box);
        });
    });
}

/// "Date", "Grenoble, le" over "14/03/2026".
bool heads_day(const PageText::Run& run) {
    const auto& words = run.words;
    if (words.size() == 1)
        return words.front()->folded == "date";
    return words.size() >= 2 && words.size() <= most_place_words && words.back()->folded == "le" &&
           words[words.size() - 2]->text.ends_with(',');
}

/// "Grenoble," or "Fait à Grenoble" over "le 14 mars 2026".
bool is_place_of_day(const PageText::Run& run) {
    const auto& words = run.words;
    return words.size() <= most_place_words &&
           (words.back()->text.ends_with(',') || words[0]->folded == "fait");
}

/// Of "le 14 mars 2026" that begins its line: under words it may go on their sentence.
Dates of_small_le(const PageText& page, const PageText::Run& run) {
    if (is_under(page, run, is_place_of_day))
        return Dates::Plainly;
    return is_under(page, run, [](const PageText::Run&) { return true; }) ? Dates::No
                                                                          : Dates::Alone;
}

Words words_before(const PageText::Run& run, const Box& value) {
    Words before;
    for (const auto* word : run.words)
        if (right_edge(word->box) <= value.x)
            before.push_back(word);
    return before;
}

/// "Grenoble" of "… dont quittance. Grenoble, le".
Words::const_iterator begin_of_sentence(const Words& words) {
    const auto ends = [](const Word* word) { return is_end_of_sentence(*word); };
    return std::find_if(words.rbegin(), words.rend(), ends).base();
}

/// The same of a date and what stands over its line.
Dates dates(
    const PageText& page, const PageText::Run& run, const Box& date, const std::vector<Box>& titles
) {
    auto before = words_before(run, date);
    before.erase(before.begin(), begin_of_sentence(before));
    if (before.empty())
        return is_under(page, run, heads_day) ? Dates::Plainly : Dates::No;
    if (before.size() == 1 && before[0]->folded == "du" && is_under_title(page, run, titles))
        return Dates::Plainly;
    const auto how = dates(before);
    if (how == Dates::Alone && before[0]->text == "le")
        return of_small_le(page, run);
    return how;
}

/// Whether words are of one of these titles, or lead from it: "du mois de", "-".
bool is_of_title(const Words& words, const std::vector<Box>& titles) {
    constexpr std::array<std::string_view, 6> leads{"du", "de", "mois", "pour", "le", "d"};
    return std::ranges::all_of(words, [&](const Word* word) {
        const auto inside = [&](const Box& title) {
            return same_level(word->box, title) && word->box.x >= title.x - 2 &&
                   right_edge(word->box) <= right_edge(title) + 2;
        };
        return word->folded.size() < 2 || std::ranges::find(leads, word->folded) != leads.end() ||
               std::ranges::any_of(titles, inside);
    });
}

} // namespace

Words monthline_of(const PageText& page, const std::vector<std::string>& titles) {
    const auto boxes = page.find_any(titles);
    for (const auto& run : page.runs()) {
        const auto month = extract_date("month", run.words);
        const bool alone = month && !extract_date("date", run.words) &&
                           ends_with(run, month->box) &&
                           is_of_title(words_before(run, month->box), boxes);
        const bool leads = month && month->box.x == run.box.x && // "MARS 2025 paiement le 27/03"
                           month_named(run.words.front()->folded) > 0 &&
                           is_under_title(page, run, boxes);
        if (alone || leads)
            return run.words;
    }
    return {};
}

Words dateline_of(const PageText& page, const std::vector<std::string>& titles) {
    const auto boxes = page.find_any(titles);
    Words best;
    Dates most = Dates::No;
    std::string day; // what a paper tells of was before it: "Nevers, le 20 juin 2022" of a mention
    for (const auto& run : page.runs()) {
        const auto date = extract_date("date", run.words);
        if (!date || !ends_with(run, date->box))
            continue;
        const auto how = dates(page, run, date->box, boxes);
        if (how > most || (how == most && how != Dates::No && date->value > day)) {
            most = how;
            best = run.words;
            day = date->value;
        }
    }
    return best;
}

} // namespace guichet::scan
