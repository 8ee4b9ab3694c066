// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/recognise.hpp"

#include "scan/text/find/printed_codes.hpp"
#include "scan/text/find/titles.hpp"
#include "scan/text/format/format.hpp"

#include <algorithm>
#include <iterator>
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

/// Whether a word heads it that the kind never has; nearly so is not enough: "échéance" is no
/// "échéancier".
bool has_words_against(const PageText& page, const Kind& kind) {
    return std::ranges::any_of(kind.unless, [&](const auto& phrase) {
        return page.says(phrase) && is_headed(page, phrase);
    });
}

} // namespace

int points_of(const PageText& page, const Kind& kind) {
    constexpr int codes_a_point = 4;
    const auto on_page = [&](const std::string& phrase) { return !page.find(phrase).empty(); };
    if (has_words_against(page, kind))
        return 0;
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
        if (kind.other || kind.fallback != fallback)
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

/// A title that begins its line.
struct Title {
    const PageText::Run* line;
    int height; ///< of its print, in pixels
};

std::vector<Title> titles_of(const PageText& page, const Kind& kind) {
    std::vector<Title> all;
    for (const auto& title : kind.titles) {
        if (!page.says(title))
            continue;
        for (const auto& place : headings_of(page, title)) {
            const auto* run = page.run_around(place);
            if (run == nullptr || run->words.front()->box.x < place.x)
                continue;
            int height = 0;
            for (const auto* word : page.within(place))
                height = std::max(height, word->box.height);
            all.push_back({run, height});
        }
    }
    return all;
}

int height_of_title(const PageText& page, const Kind& kind) {
    const auto all = titles_of(page, kind);
    return all.empty() ? 0 : std::ranges::max_element(all, {}, &Title::height)->height;
}

/// Whether so few words stand over it that it may be the title of its page in plain print.
bool is_at_head(const PageText& page, const Title& title) {
    const auto above = std::ranges::count_if(page.runs(), [&](const PageText::Run& run) {
        return middle_of(run.box) < title.line->box.y;
    });
    return 4 * above < std::ssize(page.runs());
}

/// Of the print of a page, in pixels; 0 without words.
int usual_height(const PageText& page) {
    std::vector<int> heights;
    for (const auto& row : page.rows())
        for (const auto* word : row)
            heights.push_back(word->box.height);
    if (heights.empty())
        return 0;
    const auto middle = heights.begin() + std::ssize(heights) / 2;
    std::ranges::nth_element(heights, middle);
    return *middle;
}

bool is_ours(const PageText& page, const Kind& kind) {
    return !kind.other && !has_words_against(page, kind);
}

bool is_titled_letter(const PageText& page, const std::vector<Kind>& kinds) {
    return std::ranges::any_of(kinds, [&](const Kind& kind) {
        return kind.fallback && is_ours(page, kind) && is_titled(page, kind);
    });
}

/// Which titles may be that of the page.
class Heads {
public:
    Heads(const PageText& page, const std::vector<Kind>& kinds) : m_page(page) {
        for (const auto& kind : kinds)
            if (!kind.fallback && is_ours(page, kind))
                m_ours = std::max(m_ours, height_of_title(page, kind));
        m_least = std::max<double>(m_ours, large * usual_height(page));
    }

    bool is_one(const Title& title) const {
        return title.height > m_least || (m_ours == 0 && is_at_head(m_page, title));
    }

private:
    static constexpr double large = 1.25; ///< times the usual print

    const PageText& m_page;
    int m_ours{}; ///< height of the largest title of our kinds
    double m_least{};
};

} // namespace

const Kind* other_paper(const PageText& page, const std::vector<Kind>& kinds) {
    if (is_titled_letter(page, kinds))
        return nullptr;
    const Heads heads(page, kinds);
    const Kind* best = nullptr;
    int most = 0;
    for (const auto& kind : kinds)
        if (kind.other)
            for (const auto& title : titles_of(page, kind))
                if (heads.is_one(title) && title.height > most) {
                    most = title.height;
                    best = &kind;
                }
    return best;
}

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
