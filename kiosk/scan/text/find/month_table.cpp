// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/month_table.hpp"

#include "scan/text/boxes.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace guichet::scan {

namespace {

/// The months that head columns right of a label, of the nearest row above it with several.
std::vector<Extract> heads_above(const PageText& page, const Box& label) {
    std::vector<Extract> heads;
    for (const auto& row : page.rows()) {
        if (row.empty() || middle_of(row.front()->box) + label.height / 2 >= middle_of(label))
            continue;
        auto months = extract_all("month", row);
        std::erase_if(months, [&](const Extract& month) {
            return month.box.x < right_edge(label);
        });
        const bool several = std::ranges::any_of(months, [&](const Extract& month) {
            return month.value != months.front().value;
        });
        if (several)
            heads = std::move(months);
    }
    return heads;
}

/// The rows below a head that begin with a month.
std::vector<std::pair<Extract, const Words*>> rows_below(const PageText& page, const Box& head) {
    std::vector<std::pair<Extract, const Words*>> rows;
    for (const auto& row : page.rows()) {
        if (row.empty() || middle_of(row.front()->box) <= head.y + head.height)
            continue;
        auto month = extract("month", row);
        if (month && month->box.x == row.front()->box.x && right_edge(month->box) < head.x)
            rows.emplace_back(std::move(*month), &row);
    }
    return rows;
}

} // namespace

std::string month_over(const PageText& page, const Box& label) {
    std::string nearest;
    for (const auto& run : page.runs()) {
        if (run.box.y + run.box.height > middle_of(label))
            break;
        const auto month = extract("month", run.words);
        if (month && month->box.x == run.words.front()->box.x && month->box.x <= label.x)
            nearest = month->value;
    }
    return nearest;
}

std::optional<Extract>
amount_in_row_of_month(const PageText& page, const Box& label, std::string_view month) {
    const auto rows = rows_below(page, label);
    const auto own =
        std::ranges::find_if(rows, [&](const auto& row) { return row.first.value == month; });
    const bool several =
        std::ranges::any_of(rows, [&](const auto& row) { return row.first.value != month; });
    if (own == rows.end() || !several)
        return std::nullopt;
    for (auto& amount : extract_all("money", *own->second))
        if (overlap_across(amount.box, label))
            return std::move(amount);
    return std::nullopt;
}

std::optional<Extract>
amount_of_month(const PageText& page, const Box& label, std::string_view month) {
    const auto heads = heads_above(page, label);
    const auto amounts = extract_all("money", page.behind(label));
    const auto own = std::ranges::find(heads, month, &Extract::value);
    const bool is_table =
        std::ranges::equal(heads, amounts, [](const auto& head, const auto& amount) {
            return overlap_across(head.box, amount.box);
        });
    if (own == heads.end() || !is_table)
        return std::nullopt;
    return amounts[static_cast<std::size_t>(own - heads.begin())];
}

void keep_to_month(
    const PageText& page,
    const Kind& kind,
    const Field& field,
    const Found& found,
    std::vector<FoundValue>& values
) {
    const auto of_month = std::ranges::find(kind.fields, "month", &Field::format);
    const auto known = of_month != kind.fields.end() ? found.find(of_month->name) : found.end();
    if (known == found.end())
        return;
    const auto& month = known->second.extract.value;
    std::vector<FoundValue> of_own_block;
    for (auto& value : values) {
        if (auto amount = amount_of_month(page, value.label, month)) {
            value.extract = std::move(*amount);
            value.one_of_many = true;
        }
        if (month_over(page, value.label) == month)
            of_own_block.push_back(value);
    }
    if (!of_own_block.empty())
        values = std::move(of_own_block);
    if (!values.empty())
        return;
    for (const auto& head : page.find_any(field.near))
        if (auto amount = amount_in_row_of_month(page, head, month)) {
            values.push_back({std::move(*amount), most_otherwise, head, false, true});
            return;
        }
}

} // namespace guichet::scan
