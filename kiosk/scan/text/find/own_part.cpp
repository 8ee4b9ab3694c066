// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/own_part.hpp"

#include "scan/text/find/titles.hpp"

#include <algorithm>
#include <climits>
#include <cstdlib>
#include <iterator>
#include <vector>

namespace guichet::scan {

namespace {

/// From one heading to the next one of the other paper; a column of the sheet or all across.
struct Strip {
    int top{};
    int bottom{INT_MAX};
    int left{INT_MIN};
    int right{INT_MAX};

    bool holds(const Box& box) const {
        const int down = middle_of(box);
        const int across = box.x + box.width / 2;
        return down >= top && down < bottom && across >= left && across < right;
    }
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

/// Where a line below the heading goes across the column's edges.
int end_of(const PageText& page, const Strip& column, const Box& heading) {
    const int room = 2 * heading.height;
    const auto crosses = [room](const Box& box, int edge) {
        return box.x + room < edge && right_edge(box) - room > edge;
    };
    int end = INT_MAX;
    for (const auto& run : page.runs())
        if (run.box.y > heading.y + heading.height &&
            (crosses(run.box, column.left) || crosses(run.box, column.right)))
            end = std::min(end, run.box.y);
    return end;
}

/// Whether lines left of a heading go on past it: one a little above and one a little below.
bool is_beside_lines(const PageText& page, const PageText::Run& head) {
    constexpr double near = 2.5; ///< heights
    bool above = false;
    bool below = false;
    for (const auto& run : page.runs()) {
        const int down = middle_of(run.box) - middle_of(head.box);
        if (std::abs(down) <= near * head.box.height && gap_between(run.box, head.box) >= 0)
            (down < 0 ? above : below) = true;
    }
    return above && below;
}

/// The column under a heading that begins its line beside another heading, or right of lines that
/// go on past it: down to a line that goes across both. Nullopt where nothing is beside it.
std::optional<Strip> column_under(const PageText& page, const Box& heading) {
    const auto* head = page.run_around(heading);
    if (head == nullptr)
        return std::nullopt;
    const auto before = std::ranges::count_if(head->words, [&](const Word* word) {
        return right_edge(word->box) <= heading.x;
    });
    if (before > 1) // "Votre prochaine échéance"
        return std::nullopt;
    Strip column{.top = heading.y - heading.height / 2};
    bool is_beside = false;
    for (const auto& run : page.runs()) {
        if (std::abs(middle_of(run.box) - middle_of(heading)) > heading.height || &run == head)
            continue;
        is_beside = true;
        if (run.box.x > right_edge(head->box))
            column.right = std::min(column.right, run.box.x - heading.height / 2);
        else
            column.left = std::max(column.left, head->box.x - heading.height);
    }
    if (!is_beside && is_beside_lines(page, *head)) {
        column.left = head->box.x - heading.height;
        is_beside = true;
    }
    column.bottom = end_of(page, column, heading);
    return is_beside ? std::optional(column) : std::nullopt;
}

/// How many cells of a table stand at that height.
std::ptrdiff_t cells_level_with(const PageText& page, const Box& box) {
    return std::ranges::count_if(page.runs(), [&](const PageText::Run& run) {
        return same_level(run.box, box);
    });
}

/// The table right under a heading that begins a line of its own, of three cells a row or more:
/// down to its last row before one of fewer that is no second line of a cell. Nullopt where there
/// is none.
std::optional<Strip> table_under(const PageText& page, const Box& heading) {
    constexpr int furthest = 4; ///< heights to the next row
    constexpr int least_cells = 3;
    const auto* head = page.run_around(heading);
    if (head == nullptr || head->box.x != heading.x || cells_level_with(page, heading) > 1)
        return std::nullopt;
    Strip table{.top = heading.y - heading.height / 2, .bottom = heading.y + heading.height};
    int seen = table.bottom; // of its last row, or of a cell of that which goes on in the next line
    bool is_table = false;
    for (const auto& run : page.runs()) {
        const auto& box = run.box;
        if (box.y < seen)
            continue; // over it, or of a row that was counted
        const int gap = box.y - seen;
        const bool goes_on = is_table && seen == table.bottom && gap < heading.height;
        if (cells_level_with(page, box) >= least_cells && gap < furthest * heading.height) {
            table.bottom = box.y + box.height;
            is_table = true;
        } else if (!goes_on)
            break;
        seen = box.y + box.height;
    }
    return is_table ? std::optional(table) : std::nullopt;
}

/// "Total quittancé" is no title.
bool begins_its_line(const PageText& page, const Box& title) {
    const auto* run = page.run_around(title);
    return run == nullptr || run->words.front()->box.x >= title.x;
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
        return std::ranges::any_of(strips, [&](const Strip& strip) {
            return strip.holds(word.box);
        });
    };
    for (auto& line : lines)
        std::erase_if(line.words, is_within);
    return lines;
}

} // namespace

std::optional<PageText> own_part(const PageText& page, const Kind& kind) {
    auto apart = headings_of_any(page, kind.apart);
    auto own = headings_of_any(page, kind.titles);
    drop_level_with(apart, own); // a notice may be a title of the kind, too
    drop_level_with(own, apart);
    std::erase_if(own, [&](const Box& title) { return !begins_its_line(page, title); });
    if (own.empty())
        apart.clear();
    std::vector<Strip> strips;
    std::erase_if(apart, [&](const Box& heading) { // in a box beside the amounts
        const auto column = column_under(page, heading);
        const bool is_over_own =
            std::ranges::any_of(own, [&](const Box& title) { return is_lower(heading, title); });
        const bool is_right = column && column->left > INT_MIN && !is_over_own;
        if (is_right)
            strips.push_back(*column);
        return is_right;
    });
    std::ranges::move(strips_of(apart, own), std::back_inserter(strips));
    for (const auto& heading : headings_of_any(page, kind.aside))
        if (const auto column = column_under(page, heading))
            strips.push_back(*column);
    for (const auto& heading : headings_of_any(page, kind.others))
        if (const auto table = table_under(page, heading))
            strips.push_back(*table);
    if (strips.empty())
        return std::nullopt;
    return PageText(without(strips, page.lines()));
}

} // namespace guichet::scan
