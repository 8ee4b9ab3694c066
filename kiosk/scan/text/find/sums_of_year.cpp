// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/sums_of_year.hpp"

#include "scan/text/find/label_words.hpp"
#include "scan/text/format/format.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

namespace guichet::scan {

namespace {

bool has_amount(const PageText::Run& run) {
    return extract("money", run.words).has_value();
}

/// "CUMUL BRUT" over its amount: it heads that cell alone, not the others level with it.
bool has_own_amount(const PageText& page, const Word& first) {
    const auto amount = extract("money", page.under(first.box));
    return amount && amount->value.find(',') != std::string::npos;
}

/// "Nombre d'heures", or "Nombre" over hours and days.
bool is_head_of_hours(std::string_view folded) {
    constexpr std::array<std::string_view, 4> heads{"heures", "dheures", "nombre", "quantite"};
    return std::ranges::find(heads, folded) != heads.end();
}

/// Whether an amount stands under the head of a column of hours.
bool is_under_hours(const PageText& page, const Box& amount) {
    constexpr int most_rows = 30;
    return std::ranges::any_of(page.runs(), [&](const PageText::Run& run) {
        const bool heads = std::ranges::any_of(run.words, [&](const Word* head) {
            const int drop = amount.y - head->box.y;
            return is_head_of_hours(head->folded) && drop > head->box.height &&
                   drop < most_rows * head->box.height && overlap_across(amount, head->box);
        });
        return heads && !has_amount(run); // asked last: it takes the longest
    });
}

/// The hours of a month of full time: 35 a week (Code du travail, art. L3121-27).
bool is_full_time(const Extract& amount) {
    return amount.value == "151,67";
}

bool is_of_year(std::string_view folded) {
    constexpr std::array<std::string_view, 5> years{
        "annee", "lannee", "annuel", "annuels", "annuelle"};
    return std::ranges::find(years, folded) != years.end();
}

/// "Année" of a row of sums; "Année 1998" says which one.
bool heads_year(const Words& row) {
    return is_of_year(row.front()->folded) &&
           !(row.size() > 1 && is_next_to(row[0]->box, row[1]->box) && has_digit(row[1]->text));
}

/// "MONTANT IMPOSABLE DE L'ANNÉE".
bool goes_on_with_year(const PageText& page, const Box& label) {
    Box end = label;
    for (const auto* word : page.behind(label)) {
        if (!is_next_to(end, word->box) || has_digit(word->text))
            return false;
        if (is_of_year(word->folded))
            return true;
        end = word->box;
    }
    return false;
}

/// The next heading below amounts that stand under a head.
int end_of_column(const PageText& page, const Box& head) {
    int end = std::numeric_limits<int>::max();
    for (const auto& run : page.runs())
        if (run.box.y - head.y > 2 * head.height && share_place(run.box, head) &&
            is_plain_word(*run.words.front()) && !has_amount(run))
            end = std::min(end, run.box.y);
    return end;
}

} // namespace

bool is_not_of_month(const PageText& page, const Box& label) {
    if (goes_on_with_year(page, label))
        return true;
    const auto level = page.level_with(label);
    const bool own = std::ranges::any_of(extract_all("money", level), [&](const Extract& amount) {
        return right_edge(amount.box) < label.x; // "Cumul brut 2025 : 19 360,98" ends before it
    });
    const auto sums = std::ranges::count_if(level, [](const Word* word) {
        return word->folded.starts_with("cumul");
    }); // of more than one each says what it is of: "Cumul brut", "Net imposable", "Cumul net imp."
    const bool row = !own && sums < 2 && !level.empty() &&
                     right_edge(level.front()->box) <= label.x &&
                     (level.front()->folded.starts_with("cumul") || heads_year(level)) &&
                     !has_own_amount(page, *level.front());
    return row || std::ranges::any_of(level, [&](const Word* word) {
               const bool other = word->folded.starts_with("cumul") || word->folded == "acompte" ||
                                  word->folded == "avance";
               return other && is_next_to(word->box, label);
           });
}

Words without_sums_of_year(const PageText& page, Words words) {
    constexpr int most_rows = 12; ///< below the head
    for (const auto& run : page.runs())
        if (run.words.front()->folded.starts_with("cumul") && !has_amount(run))
            std::erase_if(words, [&, end = end_of_column(page, run.box)](const Word* word) {
                const int drop = word->box.y - run.box.y;
                return drop > run.box.height / 2 && drop < 2 * most_rows * run.box.height &&
                       word->box.y < end && overlap_across(word->box, run.box);
            });
    return words;
}

Words without_hours(const PageText& page, Words words) {
    for (const auto& amount : extract_all("money", words)) {
        const auto& box = amount.box;
        const bool goes_on = extract("money", page.behind(box)).has_value();
        if (goes_on && (is_full_time(amount) || is_under_hours(page, box)))
            std::erase_if(words, [&](const Word* word) {
                return same_level(word->box, box) && word->box.x >= box.x &&
                       right_edge(word->box) <= right_edge(box);
            });
    }
    return words;
}

} // namespace guichet::scan
