// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/halves.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace guichet::scan {

namespace {

constexpr int least_blobs = 400;     ///< less is read sooner than a second engine is opened
constexpr double least_share = 0.3;  ///< of the print, of the smaller half
constexpr double letter_reach = 0.7; ///< of capitals: up and down from the middle of a line
constexpr double gutter_reach = 1;   ///< of capitals: how far a letter reaches to both sides
constexpr int bands = 200;           ///< the width of a page is looked at in so many
constexpr double nearly_empty = 0.3; ///< of the print on either side of it, a gutter
constexpr double column = 0.15;      ///< of the densest print; less is a mark in the margin

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

/// Where no line is, the middle of the space that parts them most evenly.
std::optional<double>
parting_of(const std::vector<PrintLine>& lines, Span (*span_of)(const PrintLine& line)) {
    std::vector<Span> spans(lines.size());
    std::ranges::transform(lines, spans.begin(), span_of);
    std::ranges::sort(spans, {}, &Span::from);
    const int whole = count_blobs(lines);
    std::optional<double> best;
    double most = least_share * whole;
    int before = 0;
    double end = 0;
    for (const auto& span : spans) {
        const int smaller = std::min(before, whole - before);
        if (span.from > end && smaller >= most) {
            best = (span.from + end) / 2;
            most = smaller;
        }
        before += span.blobs;
        end = std::max(end, span.to);
    }
    return best;
}

/// How many letters stand in each band from left to right.
std::array<int, bands> letters_across(int width, const std::vector<PrintLine>& lines) {
    std::array<int, bands> letters{};
    const auto band = [width](double x) {
        return std::clamp(static_cast<int>(x * bands / width), 0, bands - 1);
    };
    for (const auto& line : lines)
        for (const double x : line.centres)
            for (int i = band(x - gutter_reach * line.height);
                 i <= band(x + gutter_reach * line.height);
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

} // namespace

std::optional<std::array<Box, 2>>
halves_of(int width, int height, const std::vector<PrintLine>& lines) {
    if (count_blobs(lines) < least_blobs)
        return std::nullopt;
    const int gutters = count_gutters(width, lines);
    if (gutters > 2)
        return std::nullopt;
    const auto parting = parting_of(lines, gutters > 0 ? across : down);
    if (!parting)
        return std::nullopt;
    const int cut = static_cast<int>(std::lround(*parting));
    if (gutters > 0)
        return std::array{
            Box{.x = 0, .y = 0, .width = cut, .height = height},
            Box{.x = cut, .y = 0, .width = width - cut, .height = height}};
    return std::array{
        Box{.x = 0, .y = 0, .width = width, .height = cut},
        Box{.x = 0, .y = cut, .width = width, .height = height - cut}};
}

} // namespace guichet::scan
