// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/recognise.hpp"

#include "scan/text/find/printed_codes.hpp"
#include "scan/text/find/titles.hpp"
#include "scan/text/format/format.hpp"

#include <algorithm>
#include <optional>

namespace guichet::scan {

namespace {

bool is_headed(const PageText& page, const std::string& title) {
    return !headings_of(page, title).empty();
}

/// A title counts as a word where running text tells of it.
int points_of_title(const PageText& page, const std::string& title) {
    if (page.find(title).empty())
        return 0;
    return is_headed(page, title) ? title_points : 1;
}

} // namespace

int points_of(const PageText& page, const Kind& kind) {
    constexpr int codes_a_point = 4;
    const auto on_page = [&](const std::string& phrase) { return !page.find(phrase).empty(); };
    if (std::ranges::any_of(kind.unless, [&](const auto& phrase) {
            return page.says(phrase) && is_headed(page, phrase);
        }))
        return 0; // nearly so is not enough: "échéance" is no "échéancier"
    int titles = 0;
    for (const auto& title : kind.titles)
        titles += points_of_title(page, title);
    const auto words = std::ranges::count_if(kind.words, on_page);
    const auto keys = std::ranges::count_if(kind.fields, [&](const Field& field) {
        return field.anywhere && std::ranges::any_of(page.rows(), [&](const Words& row) {
                   const auto value = extract(field.format, row);
                   return value && value->proven;
               });
    });
    return static_cast<int>(titles + words + keys) + codes_on(page, kind.codes) / codes_a_point;
}

namespace {

/// A kind that a page has enough words of.
struct Likely {
    const Kind* kind;
    int points;
    int rank; ///< the points, and one for a kind that is expected
};

/// That with the most points, of those that answer `family` where it is given.
std::optional<Likely> most_likely(const std::vector<Likely>& all, const Kind* family) {
    std::optional<Likely> best;
    for (const auto& one : all) {
        const bool is_member = family == nullptr || one.kind->answers == family->id;
        if (is_member && (!best || one.rank > best->rank))
            best = one;
    }
    return best;
}

/// The likeliest of the kinds that are the last resort, or of those that are not. A bill for water
/// is one before it is any bill.
std::optional<Likely> likeliest(
    const PageText& page, const std::vector<Kind>& kinds, std::string_view expected, bool fallback
) {
    std::vector<Likely> all;
    for (const auto& kind : kinds) {
        if (kind.fallback != fallback)
            continue;
        const bool wanted = kind.id == expected || kind.family() == expected;
        const int points = points_of(page, kind);
        const int rank = points + (wanted ? 1 : 0);
        if (rank >= std::max(1, kind.enough))
            all.push_back({&kind, points, rank});
    }
    const auto best = most_likely(all, nullptr);
    const auto member = best ? most_likely(all, best->kind) : std::nullopt;
    return member ? member : best;
}

/// Whether it has a title of that kind; those of the last resort stand in running text.
bool is_titled(const PageText& page, const Kind& kind) {
    return std::ranges::any_of(kind.titles, [&](const std::string& title) {
        return kind.fallback ? page.says(title) : is_headed(page, title);
    });
}

} // namespace

const Kind*
recognise_kind(const PageText& page, const std::vector<Kind>& kinds, std::string_view expected) {
    constexpr int plenty = 3; // points more than enough: its title was not read
    const auto known = likeliest(page, kinds, expected, false);
    if (known && (known->points >= known->kind->enough + plenty || is_titled(page, *known->kind)))
        return known->kind;
    const auto letter = likeliest(page, kinds, expected, true);
    if (known && !(letter && is_titled(page, *letter->kind)))
        return known->kind;
    return letter ? letter->kind : nullptr;
}

} // namespace guichet::scan
