// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/elsewhere.hpp"

#include "scan/text/find/dateline.hpp"
#include "scan/text/find/heading.hpp"
#include "scan/text/find/only.hpp"
#include "scan/text/find/period.hpp"
#include "scan/text/find/town_hall.hpp"
#include "scan/text/format/format.hpp"

#include <string>
#include <utility>
#include <vector>

namespace guichet::scan {

namespace {

/// Of a page whose zone or code tells what else it says, or of a shape that tells itself.
std::optional<Extract> only_left(const Paper& paper, const Field& field, const Found& found) {
    std::vector<std::string> taken;
    for (const auto& other : paper.known)
        if (other.reader != procedure::ReadBy::Text)
            taken.push_back(other.value);
    if (taken.empty() && field.list.empty() && !tells_itself(field.format))
        return std::nullopt;
    for (const auto& [name, other] : found)
        taken.push_back(other.extract.value);
    return only_on(paper.page, paper.kind, field, taken);
}

/// Of the title, or of a period that lies in one month.
std::optional<Extract> month_elsewhere(const Paper& paper) {
    constexpr std::size_t of_month = 7; // "2026-03"
    if (auto month = extract("month", monthline_of(paper.page, paper.kind.titles)))
        return month;
    auto period = period_on(paper.page);
    if (!period ||
        period->first.value.substr(0, of_month) != period->last.value.substr(0, of_month))
        return std::nullopt;
    period->first.value.resize(of_month);
    period->first.doubtful.clear();
    return std::move(period->first);
}

} // namespace

std::optional<Extract> value_elsewhere(const Paper& paper, const Field& field, const Found& found) {
    switch (field.otherwise) {
    case Otherwise::Nowhere:
        return std::nullopt;
    case Otherwise::Addressee:
        return extract(field.format, paper.postal.addressee);
    case Otherwise::Addressees:
        return extract(field.format, paper.postal.both());
    case Otherwise::Second:
        return extract(field.format, paper.postal.second);
    case Otherwise::Address:
        return extract(field.format, paper.postal.address);
    case Otherwise::Sender:
        return extract("words", paper.postal.sender); // "HABITAT DU PAYS DE LENS - OPH"
    case Otherwise::Company:
        return extract(
            "words", paper.postal.company.empty() ? paper.postal.sender : paper.postal.company
        );
    case Otherwise::TownHall:
        return extract(field.format, town_of_hall(paper.page));
    case Otherwise::Heading:
        return extract(field.format, heading_of(paper.page, paper.postal.address));
    case Otherwise::Dateline:
        return extract(field.format, dateline_of(paper.page, paper.kind.titles));
    case Otherwise::Month:
        return month_elsewhere(paper);
    case Otherwise::Begin:
    case Otherwise::End:
        if (const auto period = period_on(paper.page))
            return field.otherwise == Otherwise::Begin ? period->first : period->last;
        return std::nullopt;
    case Otherwise::Only:
        return only_left(paper, field, found);
    }
    return std::nullopt;
}

} // namespace guichet::scan
