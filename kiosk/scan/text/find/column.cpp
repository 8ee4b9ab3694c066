// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/column.hpp"

#include "scan/text/format/build.hpp"

#include <algorithm>
#include <utility>

namespace guichet::scan {

namespace {

/// The heads of a table's columns from left to right, and which one is the field's.
struct Heads {
    std::vector<Box> all;
    std::size_t own{};
};

/// "TVA" of "Taux TVA", "BRUT" of "TRAITEMENT BRUT": the head of another column.
bool heads_another(const PageText& page, const Box& head) {
    return std::ranges::any_of(page.level_with(head), [&](const Word* word) {
        return (word->folded == "taux" || word->folded == "traitement") &&
               right_edge(word->box) <= head.x && gap_between(word->box, head) < head.height;
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
                return other.x < right_edge(head) && right_edge(other) > head.x;
            }))
            heads.all.push_back(other);
    std::ranges::sort(heads.all, {}, &Box::x);
    heads.own = static_cast<std::size_t>(std::ranges::find(heads.all, *lowest) - heads.all.begin());
    return heads;
}

/// Whether one stands at least partly under the other.
bool is_in_column(const Box& amount, const Box& head) {
    return amount.x < right_edge(head) && right_edge(amount) > head.x;
}

/// The only amount that stands under the field's head and under no other.
std::optional<Extract> amount_under(const Heads& heads, std::vector<Extract> amounts) {
    std::erase_if(amounts, [&](const Extract& amount) {
        return std::ranges::any_of(heads.all, [&](const Box& head) {
            return is_in_column(amount.box, head) != (head == heads.all[heads.own]);
        });
    });
    return amounts.size() == 1 ? std::optional(std::move(amounts.front())) : std::nullopt;
}

/// Whether nothing but amounts stands behind what the row begins with: "TOTAL", not "TOTAL HT".
bool is_whole_label(const Words& behind) {
    return behind.empty() || has_digit(behind.front()->text) || behind.front()->folded.empty();
}

/// "mois" of "Cotisations du mois : 304,36": no row begins there.
bool is_in_sentence(const PageText& page, const Box& row) {
    return std::ranges::any_of(page.level_with(row), [&](const Word* word) {
        return !word->folded.empty() && right_edge(word->box) <= row.x &&
               gap_between(word->box, row) < row.height;
    });
}

} // namespace

std::optional<Extract>
cell_of(const PageText& page, const Column& column, const std::vector<std::string>& others) {
    auto own = page.find_any(column.heads);
    auto theirs = page.find_any(others);
    for (auto* heads : {&own, &theirs})
        std::erase_if(*heads, [&](const Box& head) { return heads_another(page, head); });
    for (const auto& row : page.find_any(column.rows))
        if (const auto heads = heads_above(own, theirs, row); heads && !is_in_sentence(page, row)) {
            auto words = page.level_with(row);
            std::erase_if(words, [&](const Word* word) { return word->box.x < right_edge(row); });
            auto amounts = extract_all("money", words);
            if (!is_whole_label(words))
                continue;
            if (amounts.size() == heads->all.size())
                return std::move(amounts[heads->own]);
            if (auto amount = amount_under(*heads, std::move(amounts)))
                return amount;
        }
    return std::nullopt;
}

} // namespace guichet::scan
