// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/recognise.hpp"

#include "scan/text/format.hpp"

#include <algorithm>

namespace guichet::scan {

int points_of(const PageText& page, const Kind& kind) {
    const auto on_page = [&](const std::string& phrase) { return !page.find(phrase).empty(); };
    if (std::ranges::any_of(kind.unless, on_page))
        return 0;
    const auto titles = std::ranges::count_if(kind.titles, on_page);
    const auto words = std::ranges::count_if(kind.words, on_page);
    const auto keys = std::ranges::count_if(kind.fields, [&](const Field& field) {
        return field.anywhere && std::ranges::any_of(page.rows(), [&](const Words& row) {
                   const auto value = extract(field.format, row);
                   return value && value->proven;
               });
    });
    return static_cast<int>(title_points * titles + words + keys);
}

namespace {

/// The likeliest of the kinds that are the last resort, or of those that are not.
const Kind* likeliest(
    const PageText& page, const std::vector<Kind>& kinds, std::string_view expected, bool fallback
) {
    const Kind* best = nullptr;
    int most = 0;
    for (const auto& kind : kinds) {
        if (kind.fallback != fallback)
            continue;
        const bool wanted = kind.id == expected || kind.family() == expected;
        const int points = points_of(page, kind) + (wanted ? 1 : 0);
        if (points >= std::max(1, kind.enough) && points > most) {
            most = points;
            best = &kind;
        }
    }
    return best;
}

} // namespace

const Kind*
recognise_kind(const PageText& page, const std::vector<Kind>& kinds, std::string_view expected) {
    const auto* known = likeliest(page, kinds, expected, false);
    return known != nullptr ? known : likeliest(page, kinds, expected, true);
}

} // namespace guichet::scan
