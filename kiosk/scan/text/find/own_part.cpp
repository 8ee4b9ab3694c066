// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/own_part.hpp"

#include "scan/text/find/titles.hpp"

#include <algorithm>
#include <climits>
#include <vector>

namespace guichet::scan {

namespace {

/// From one heading to the next one of the other paper.
struct Strip {
    int top{};
    int bottom{INT_MAX};
};

std::vector<Strip> strips_of(const std::vector<Box>& apart, const std::vector<Box>& own) {
    std::vector<Strip> strips;
    for (const auto& heading : apart) {
        Strip strip{.top = heading.y - heading.height / 2};
        for (const auto& title : own)
            if (is_lower(heading, title))
                strip.bottom = std::min(strip.bottom, title.y - title.height / 2);
        strips.push_back(strip);
    }
    return strips;
}

void drop_level_with(const std::vector<Box>& others, std::vector<Box>& places) {
    std::erase_if(places, [&](const Box& place) {
        return std::ranges::any_of(others, [&](const Box& other) {
            return same_level(place, other);
        });
    });
}

std::vector<TextLine> without(const std::vector<Strip>& strips, std::vector<TextLine> lines) {
    const auto is_within = [&](const Word& word) {
        const int middle = middle_of(word.box);
        return std::ranges::any_of(strips, [middle](const Strip& strip) {
            return middle >= strip.top && middle < strip.bottom;
        });
    };
    for (auto& line : lines)
        std::erase_if(line.words, is_within);
    return lines;
}

} // namespace

std::optional<PageText> own_part(const PageText& page, const Kind& kind) {
    auto apart = headings_of_any(page, kind.apart);
    if (apart.empty())
        return std::nullopt;
    auto own = headings_of_any(page, kind.titles);
    drop_level_with(apart, own); // a notice may be a title of the kind, too
    drop_level_with(own, apart);
    if (own.empty() || apart.empty())
        return std::nullopt;
    return PageText(without(strips_of(apart, own), page.lines()));
}

} // namespace guichet::scan
