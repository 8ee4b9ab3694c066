// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/beside_value.hpp"

#include "scan/text/find/running_text.hpp"
#include "scan/text/find/value_of_label.hpp"
#include "scan/text/letters.hpp"

#include <utility>

namespace guichet::scan {

namespace {

/// "du 21/01/2026".
bool leads_to_day(const Words& words) {
    return !words.empty() && (words.front()->folded == "du" || words.front()->folded == "le");
}

} // namespace

std::optional<FoundValue> value_beside(const Paper& paper, const Field& field, const Found& found) {
    const auto other = found.find(field.beside);
    if (other == found.end())
        return std::nullopt;
    const auto& box = other->second.extract.box;
    if (field.near.empty()) {
        auto value = value_of_label(paper, box, field);
        return value && !leads_on(paper.page, value->extract.box) ? value : std::nullopt;
    }
    const auto level = paper.page.behind(box);
    const bool is_day = field.format == "day"; // of a paper, not the end of a period
    const bool is_next = !level.empty() && begins_with_capital(level.front()->text) &&
                         gap_between(box, level.front()->box) > 2 * box.height;
    const bool is_dated = is_day && leads_to_day(level); // "n° 26-118 du 21/01/2026"
    if (auto value = is_next || is_dated ? extract(field.format, level) : std::nullopt)
        return FoundValue{std::move(*value), most_otherwise, box, true};
    const auto& label = other->second.label;
    const auto line = label.width > 0 ? around(label, box) : paper.page.with_begin(box);
    const auto words = paper.page.run_under(line);
    if (is_day && !leads_to_day(words))
        return std::nullopt;
    if (auto value = extract(field.format, words))
        return FoundValue{std::move(*value), most_otherwise, box};
    return std::nullopt;
}

} // namespace guichet::scan
