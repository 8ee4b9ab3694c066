// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/column.hpp"

#include "scan/text/format/format.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace guichet::scan {

namespace {

/// The heads of a table's columns from left to right, and which one is the field's.
struct Heads {
    std::vector<Box> all;
    std::size_t own{};
};

/// Before a head they make it another column's: "Taux TVA", "TRAITEMENT BRUT", "hors TVA".
constexpr std::array<std::string_view, 3> turn_head{"taux", "traitement", "hors"};

bool heads_another(const PageText& page, const Box& head) {
    return std::ranges::any_of(page.level_with(head), [&](const Word* word) {
        return std::ranges::count(turn_head, word->folded) > 0 && right_edge(word->box) <= head.x &&
               gap_between(word->box, head) < head.height;
    });
}

/// The lowest head above the row with one of the others level with it.
std::optional<Heads>
heads_above(const std::vector<Box>& own, const std::vector<Box>& others, const Box& row) {
    std::optional<Box> lowest;
    for (const auto& head : own) {
        const bool is_head =
            std::ranges::any_of(others, [&](const Box& other) { return same_level(head, other); });
        if (is_head && middle_of(head) < row.y && (!lowest || lowest->y < head.y))
            lowest = head;
    }
    if (!lowest)
        return std::nullopt;
    Heads heads{.all = {*lowest}};
    for (const auto& other : others)
        if (same_level(other, *lowest) && std::ranges::none_of(heads.all, [&](const Box& head) {
                return overlap_across(other, head);
            }))
            heads.all.push_back(other);
    std::ranges::sort(heads.all, {}, &Box::x);
    heads.own = static_cast<std::size_t>(std::ranges::find(heads.all, *lowest) - heads.all.begin());
    return heads;
}

/// The only amount that stands under the field's head and under no other.
std::optional<Extract> amount_under(const Heads& heads, std::vector<Extract> amounts) {
    std::erase_if(amounts, [&](const Extract& amount) {
        return std::ranges::any_of(heads.all, [&](const Box& head) {
            return overlap_across(amount.box, head) != (head == heads.all[heads.own]);
        });
    });
    return amounts.size() == 1 ? std::optional(std::move(amounts.front())) : std::nullopt;
}

/// The amount of a row whose head it is, in a table of as many heads as amounts, known or not.
std::optional<Extract> amount_by_order(
    const PageText& page, const Box& head, const Box& row, std::vector<Extract> amounts
) {
    std::vector<Box> heads;
    for (const auto& run : page.runs())
        if (same_level(run.box, head) && right_edge(run.box) > right_edge(row))
            heads.push_back(run.box);
    std::ranges::sort(heads, {}, &Box::x);
    const auto own = std::ranges::find_if(heads, [&](const Box& box) {
        return box.x <= head.x && right_edge(head) <= right_edge(box);
    });
    if (own == heads.end() || heads.size() != amounts.size())
        return std::nullopt;
    return std::move(amounts[static_cast<std::size_t>(own - heads.begin())]);
}

/// Whether nothing but amounts stands behind what the row begins with: "TOTAL", not "TOTAL HT".
bool is_whole_label(const Words& behind) {
    return behind.empty() || has_digit(behind.front()->text) || behind.front()->folded.empty();
}

/// "mois" of "Cotisations du mois : 304,36": no row begins there.
bool goes_on_a_sentence(const PageText& page, const Box& row) {
    return std::ranges::any_of(page.level_with(row), [&](const Word* word) {
        return !word->folded.empty() && right_edge(word->box) <= row.x &&
               gap_between(word->box, row) < row.height;
    });
}

/// The amount of a row in the field's column.
std::optional<Extract> amount_of_row(const PageText& page, const Heads& heads, const Box& row) {
    auto words = page.level_with(row);
    std::erase_if(words, [&](const Word* word) { return word->box.x < right_edge(row); });
    if (!is_whole_label(words))
        return std::nullopt;
    auto amounts = extract_all("money", words);
    if (amounts.size() == heads.all.size())
        return std::move(amounts[heads.own]);
    if (auto amount = amount_under(heads, amounts))
        return amount;
    return amount_by_order(page, heads.all[heads.own], row, std::move(amounts));
}

} // namespace

std::optional<Extract>
cell_of(const PageText& page, const Column& column, const std::vector<std::string>& others) {
    auto own = page.find_any(column.heads);
    auto theirs = page.find_any(others);
    for (auto* heads : {&own, &theirs})
        std::erase_if(*heads, [&](const Box& head) { return heads_another(page, head); });
    for (const auto& row : page.find_any(column.rows)) {
        const auto heads = heads_above(own, theirs, row);
        if (!heads || goes_on_a_sentence(page, row))
            continue;
        if (auto amount = amount_of_row(page, *heads, row))
            return amount;
    }
    return std::nullopt;
}

} // namespace guichet::scan
