// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/unlikely.hpp"

#include "scan/text/find/dated_label.hpp"
#include "scan/text/find/section.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>

namespace guichet::scan {

namespace {

/// Where a label heads a cell, the same words in a sentence do not count: "jusqu'au".
void keep_headings(const PageText& page, std::vector<FoundValue>& values) {
    const auto is_small = [&](const FoundValue& value) {
        const auto words = page.within(value.label);
        return !words.empty() && begins_small(words.front()->text);
    };
    if (!std::ranges::all_of(values, is_small))
        std::erase_if(values, is_small);
}

/// "Facture d'eau du 2e semestre": no day below is meant.
bool goes_on_behind(const PageText& page, const Box& label) {
    const auto behind = page.behind(label);
    return !behind.empty() && gap_between(label, behind.front()->box) < label.height;
}

/// The name of the person a paper is about is not under "PÈRE" where it stands elsewhere too.
void keep_out_of_sections(const Paper& paper, std::vector<FoundValue>& values) {
    const auto is_in = [&](const FoundValue& value) {
        return is_in_section(paper.page, paper.kind, value.label);
    };
    if (!std::ranges::all_of(values, is_in))
        std::erase_if(values, is_in);
}

} // namespace

void drop_unlikely(
    const Paper& paper,
    const std::string& phrase,
    const Field& field,
    std::vector<FoundValue>& values
) {
    const auto& page = paper.page;
    if (is_name_of_person(field.format) && field.section.empty())
        keep_out_of_sections(paper, values);
    if (is_day_format(field.format))
        keep_headings(page, values);
    if (phrase.ends_with("du"))
        std::erase_if(values, [&](const auto& value) {
            return is_past_first_day(page, value.label, value.extract.box) ||
                   (!value.beside && goes_on_behind(page, value.label));
        });
    if (is_number(field.format) && std::ranges::any_of(values, &FoundValue::beside))
        std::erase_if(values, [](const auto& value) { return !value.beside; });
}

} // namespace guichet::scan
