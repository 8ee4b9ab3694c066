// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/town_hall.hpp"

#include "scan/text/letters.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace guichet::scan {

namespace {

constexpr double head_end = 0.25; ///< of the rows of a page

/// "est née en notre commune", "à la clinique": a birth is told to the town it was in (Code civil,
/// art. 55).
bool speaks_of_own_town(const PageText& page) {
    static const std::vector<std::string> own{
        "notre commune",
        "cette commune",
        "notre ville",
        "à la clinique",
        "à la polyclinique",
        "à la maternité",
        "à l'hôpital",
        "au centre hospitalier"};
    return std::ranges::any_of(own, [&](const std::string& phrase) {
        return !page.find(phrase).empty() || !page.find_broken(phrase).empty();
    });
}

/// The name behind words like "MAIRIE DE", or under "VILLE DE" that ends its line, up to a gap;
/// none that begins small.
Words name_of_town(const PageText& page, const Box& hall) {
    auto words = page.behind(hall);
    if (words.empty() || gap_between(hall, words.front()->box) >= 2 * hall.height)
        words = page.run_under(hall);
    const auto gap = std::ranges::adjacent_find(words, [](const Word* one, const Word* next) {
        return gap_between(one->box, next->box) > 2 * one->box.height;
    });
    if (gap != words.end())
        words.erase(std::next(gap), words.end());
    return !words.empty() && begins_with_capital(words.front()->text) ? words : Words{};
}

} // namespace

Words town_of_hall(const PageText& page) {
    static const std::vector<std::string> halls{
        "mairie de", "mairie d", "commune de", "ville de", "hôtel de ville de"};
    const auto& rows = page.rows();
    if (rows.empty() || !speaks_of_own_town(page))
        return {};
    const auto last = static_cast<std::size_t>(head_end * static_cast<double>(rows.size()));
    for (const auto& place : page.find_any(halls))
        if (place.y <= rows[last].front()->box.y)
            if (auto words = name_of_town(page, place); !words.empty())
                return words;
    return {};
}

} // namespace guichet::scan
