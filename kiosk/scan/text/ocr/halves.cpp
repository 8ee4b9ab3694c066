// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/ocr/halves.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <utility>

namespace guichet::scan {

namespace {

constexpr int least_blobs = 400;     ///< less is read sooner than a second engine is opened
constexpr double least_share = 0.3;  ///< of the print, of the smaller half
constexpr double letter_reach = 0.7; ///< of capitals: up and down from the middle of a line
constexpr double gutter_reach = 1;   ///< of capitals: how far a letter reaches to both sides
constexpr int slices = 200;          ///< the width of a page is looked at in so many
constexpr double nearly_empty = 0.3; ///< of the print on either side of it, a gutter
constexpr double column = 0.15;      ///< of the densest print; less is a mark in the margin
constexpr double least_zone = 0.6;   ///< of the print, of columns between what crosses them
constexpr double least_tall = 0.5;   ///< of the page: a large head is read worse without them

/// From one place to another, along one side of the page.
struct Span {
    double from{};
    double to{};
    int blobs{};
};

Span down(const PrintLine& line) {
    const double reach = letter_reach * line.height;
    return {std::min(line.y0, line.y1) - reach, std::max(line.y0, line.y1) + reach, line.blobs};
}

Span across(const PrintLine& line) {
    const double reach = gutter_reach * line.height;
    return {line.x0 - reach, line.x1 + reach, line.blobs};
}

/// A place between lines, and the print of the smaller part.
struct Parting {
    double at{};
    int smaller{};
};

/// Where no line is, the middle of the space that parts them most evenly.
std::optional<Parting>
parting_of(const std::vector<PrintLine>& lines, Span (*span_of)(const PrintLine& line)) {
    std::vector<Span> spans(lines.size());
    std::ranges::transform(lines, spans.begin(), span_of);
    std::ranges::sort(spans, {}, &Span::from);
    const int whole = count_blobs(lines);
    std::optional<Parting> best;
    double most = least_share * whole;
    int before = 0;
    double end = 0;
    for (const auto& span : spans) {
        const int smaller = std::min(before, whole - before);
        if (span.from > end && smaller >= most) {
            best = {.at = (span.from + end) / 2, .smaller = smaller};
            most = smaller;
        }
        before += span.blobs;
        end = std::max(end, span.to);
    }
    return best;
}

/// How many letters stand in each slice from left to right.
std::array<int, slices> letters_across(int width, const std::vector<PrintLine>& lines) {
    std::array<int, slices> letters{};
    const auto slice = [width](double x) {
        return std::clamp(static_cast<int>(x * slices / width), 0, slices - 1);
    };
    for (const auto& line : lines)
        for (const double x : line.centres)
            for (int i = slice(x - gutter_reach * line.height);
                 i <= slice(x + gutter_reach * line.height);
                 ++i)
                ++letters[static_cast<std::size_t>(i)];
    return letters;
}

/// How often print becomes sparse and dense again from left to right: the spaces between columns.
int count_gutters(int width, const std::vector<PrintLine>& lines) {
    const auto letters = letters_across(width, lines);
    const int densest = *std::ranges::max_element(letters);
    int gutters = 0;
    int dense = 0;  ///< since the last gutter
    int sparse = 0; ///< after that
    for (const int here : letters) {
        const bool is_print = here >= column * densest;
        const bool ends_gutter = is_print && sparse < nearly_empty * std::min(here, dense);
        gutters += ends_gutter ? 1 : 0;
        if (ends_gutter || (is_print && here > dense))
            dense = sparse = here;
        else
            sparse = std::min(sparse, here);
    }
    return gutters;
}

/// Lines one after the other that leave no space across the page.
struct Band {
    Span place{};
    std::vector<PrintLine> lines;
};

std::vector<Band> bands_of(std::vector<PrintLine> lines) {
    std::ranges::sort(lines, {}, [](const PrintLine& line) { return down(line).from; });
    std::vector<Band> bands;
    for (auto& line : lines) {
        const auto place = down(line);
        if (bands.empty() || place.from > bands.back().place.to)
            bands.push_back({.place = place, .lines = {}});
        else {
            bands.back().place.to = std::max(bands.back().place.to, place.to);
            bands.back().place.blobs += place.blobs;
        }
        bands.back().lines.push_back(std::move(line));
    }
    return bands;
}

/// Neighbours among the bands of a page, from one to before another.
struct Zone {
    std::size_t from{};
    std::size_t to{};
    int blobs{};

    bool operator==(const Zone&) const = default;
};

/// That with most print of those no line of which stands at `x`.
Zone free_at(double x, const std::vector<Band>& bands) {
    const auto stands_at = [x](const PrintLine& line) {
        return across(line).from < x && across(line).to > x;
    };
    Zone most;
    Zone zone;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        if (std::ranges::any_of(bands[i].lines, stands_at))
            zone = {.from = i + 1};
        else
            zone = {.from = zone.from, .to = i + 1, .blobs = zone.blobs + bands[i].place.blobs};
        if (zone.blobs > most.blobs)
            most = zone;
    }
    return most;
}

/// Two columns and what crosses them above or below.
struct TwoColumns {
    int top{};
    int bottom{};
    int parting{};
};

TwoColumns
two_columns_in(const Zone& zone, const std::vector<Band>& bands, double parting, int height) {
    const auto space_before = [&](std::size_t band) {
        return static_cast<int>(std::lround((bands[band - 1].place.to + bands[band].place.from) / 2)
        );
    };
    return {
        .top = zone.from > 0 ? space_before(zone.from) : 0,
        .bottom = zone.to < bands.size() ? space_before(zone.to) : height,
        .parting = static_cast<int>(std::lround(parting))};
}

std::vector<PrintLine> lines_of(const Zone& zone, const std::vector<Band>& bands) {
    std::vector<PrintLine> lines;
    for (std::size_t i = zone.from; i < zone.to; ++i)
        lines.insert(lines.end(), bands[i].lines.begin(), bands[i].lines.end());
    return lines;
}

/// Where the smaller column holds most print.
std::optional<TwoColumns>
two_columns_of(int width, int height, const std::vector<PrintLine>& lines) {
    const auto bands = bands_of(lines);
    const int whole = count_blobs(lines);
    std::optional<TwoColumns> best;
    int most = 0;
    Zone last;
    for (int slice = 0; slice < slices; ++slice) {
        const auto zone = free_at((slice + 0.5) * width / slices, bands);
        if (zone == last || zone.blobs < least_zone * whole)
            continue;
        last = zone;
        const auto parting = parting_of(lines_of(zone, bands), across);
        if (!parting || parting->smaller <= most)
            continue;
        const auto columns = two_columns_in(zone, bands, parting->at, height);
        if (columns.bottom - columns.top < least_tall * height)
            continue;
        most = parting->smaller;
        best = columns;
    }
    return best;
}

Box part(int x0, int y0, int x1, int y1) {
    return {.x = x0, .y = y0, .width = x1 - x0, .height = y1 - y0};
}

/// Empty ones left out.
std::vector<Box> boxes(std::initializer_list<Box> some) {
    std::vector<Box> kept;
    std::ranges::copy_if(some, std::back_inserter(kept), [](const Box& box) {
        return box.height > 0;
    });
    return kept;
}

} // namespace

std::optional<Halves> halves_of(int width, int height, const std::vector<PrintLine>& lines) {
    if (count_blobs(lines) < least_blobs)
        return std::nullopt;
    const int gutters = count_gutters(width, lines);
    if (gutters > 2)
        return std::nullopt;
    if (gutters > 0) {
        const auto columns = two_columns_of(width, height, lines);
        if (!columns)
            return std::nullopt;
        const auto [top, bottom, parting] = *columns;
        return Halves{
            boxes({part(0, 0, width, top), part(0, top, parting, bottom)}),
            boxes({part(parting, top, width, bottom), part(0, bottom, width, height)})};
    }
    return above_and_below(width, height, lines);
}

std::optional<Halves> above_and_below(int width, int height, const std::vector<PrintLine>& lines) {
    if (count_blobs(lines) < least_blobs)
        return std::nullopt;
    const auto parting = parting_of(lines, down);
    if (!parting)
        return std::nullopt;
    const int cut = static_cast<int>(std::lround(parting->at));
    return Halves{boxes({part(0, 0, width, cut)}), boxes({part(0, cut, width, height)})};
}

} // namespace guichet::scan
