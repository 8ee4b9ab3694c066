// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/clean/lines.hpp"

#include "scan/clean/ink.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr int row_height = 24; ///< of the buckets that find a blob's neighbours quickly
constexpr std::size_t most_blobs = 40'000;

struct Blob {
    double left{};
    double right{};
    double top{};
    double bottom{};
    int next{-1};
    int previous{-1};

    double height() const { return bottom - top; }
    double width() const { return right - left; }
    double x() const { return (left + right) / 2; }
    double y() const { return (top + bottom) / 2; }
};

constexpr double enough_side = 1600; ///< pixels of a whole page, to see its lines
constexpr int usual_reach = 14;      ///< pixels around a letter's, that tell what is ground

PixPtr binarised(const PixPtr& grey) {
    const int reach = std::min({usual_reach, width_of(grey) / 4 - 2, height_of(grey) / 4 - 2});
    return reach < 3 ? nullptr : ink_of(grey, reach);
}

std::vector<Blob> find_blobs(const PixPtr& ink) {
    std::vector<Blob> blobs;
    for (const auto& [x, y, w, h] : parts_of(ink)) {
        if (blobs.size() == most_blobs)
            break;
        if (h < 5 || h > 90 || w < 2 || w > 7 * h)
            continue;
        blobs.push_back(
            {.left = static_cast<double>(x),
             .right = static_cast<double>(x + w),
             .top = static_cast<double>(y),
             .bottom = static_cast<double>(y + h)}
        );
    }
    std::ranges::sort(blobs, {}, &Blob::left);
    return blobs;
}

/// How far `right` is from being the next letter after `left`; infinite when it cannot be.
double distance(const Blob& left, const Blob& right) {
    const double height = std::max(left.height(), right.height());
    const double gap = right.left - left.right;
    const double lift = std::abs(right.y() - left.y());
    const bool follows = gap > -0.5 * height && gap < 1.6 * height && right.x() > left.x() &&
                         lift < 0.45 * height &&
                         std::min(left.height(), right.height()) > 0.45 * height;
    return follows ? gap + 2 * lift : std::numeric_limits<double>::infinity();
}

using Rows = std::unordered_map<int, std::vector<int>>;

Rows index_by_row(const std::vector<Blob>& blobs) {
    Rows rows;
    for (std::size_t i = 0; i < blobs.size(); ++i)
        rows[static_cast<int>(blobs[i].y()) / row_height].push_back(static_cast<int>(i));
    return rows;
}

/// A blob to the right of another, and how far away it is.
struct Neighbour {
    int index{-1};
    double away{std::numeric_limits<double>::infinity()};
};

Neighbour nearest_in(const std::vector<int>& bucket, const std::vector<Blob>& blobs, int index) {
    const auto& blob = blobs[static_cast<std::size_t>(index)];
    Neighbour nearest;
    for (auto it = std::ranges::upper_bound(bucket, index); it != bucket.end(); ++it) {
        const auto& other = blobs[static_cast<std::size_t>(*it)];
        if (other.left > blob.right + 3.6 * blob.height())
            break;
        if (const double away = distance(blob, other); away < nearest.away)
            nearest = {.index = *it, .away = away};
    }
    return nearest;
}

int nearest_after(const std::vector<Blob>& blobs, const Rows& rows, int index) {
    const auto& blob = blobs[static_cast<std::size_t>(index)];
    const int first = static_cast<int>(blob.y() - blob.height()) / row_height;
    const int last = static_cast<int>(blob.y() + blob.height()) / row_height;
    Neighbour best;
    for (int row = first; row <= last; ++row) {
        const auto bucket = rows.find(row);
        if (bucket == rows.end())
            continue;
        const auto nearest = nearest_in(bucket->second, blobs, index);
        if (nearest.away < best.away)
            best = nearest;
    }
    return best.index;
}

void link(std::vector<Blob>& blobs) {
    const Rows rows = index_by_row(blobs);
    for (std::size_t i = 0; i < blobs.size(); ++i) {
        const int next = nearest_after(blobs, rows, static_cast<int>(i));
        if (next < 0)
            continue;
        auto& target = blobs[static_cast<std::size_t>(next)];
        if (target.previous >= 0) { // keep the nearer of the two
            auto& rival = blobs[static_cast<std::size_t>(target.previous)];
            if (distance(rival, target) <= distance(blobs[i], target))
                continue;
            rival.next = -1;
        }
        target.previous = static_cast<int>(i);
        blobs[i].next = next;
    }
}

double upper_height(std::vector<double> heights) {
    const auto at = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() * 7 / 10);
    std::nth_element(heights.begin(), at, heights.end());
    return *at;
}

/// Least squares through the middles of the blobs that are as high as capitals, or all.
PrintLine fit(const std::vector<const Blob*>& chain) {
    std::vector<double> heights;
    heights.reserve(chain.size());
    for (const auto* blob : chain)
        heights.push_back(blob->height());
    PrintLine line;
    line.height = upper_height(heights);
    line.blobs = static_cast<int>(chain.size());
    double n = 0;
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double sxy = 0;
    for (const auto* blob : chain) {
        const double weight = blob->height() > 0.8 * line.height ? 1 : 0.1;
        n += weight;
        sx += weight * blob->x();
        sy += weight * blob->y();
        sxx += weight * blob->x() * blob->x();
        sxy += weight * blob->x() * blob->y();
        if (blob->width() < 1.25 * line.height)
            line.centres.push_back(blob->x());
    }
    const double spread = n * sxx - sx * sx;
    const double slope = spread > 1e-6 ? (n * sxy - sx * sy) / spread : 0;
    line.x0 = chain.front()->x();
    line.x1 = chain.back()->x();
    line.y0 = sy / n + slope * (line.x0 - sx / n);
    line.y1 = sy / n + slope * (line.x1 - sx / n);
    return line;
}

} // namespace

std::vector<PrintLine> find_print_lines(const PixPtr& grey, int least) {
    std::vector<PrintLine> lines;
    if (!grey)
        return lines;
    auto blobs = find_blobs(binarised(grey));
    link(blobs);
    for (const auto& start : blobs) {
        if (start.previous >= 0 || start.next < 0)
            continue;
        std::vector<const Blob*> chain;
        for (const auto* blob = &start;; blob = &blobs[static_cast<std::size_t>(blob->next)]) {
            chain.push_back(blob);
            if (blob->next < 0)
                break;
        }
        if (static_cast<int>(chain.size()) < least)
            continue;
        const auto line = fit(chain);
        if (std::abs(line.slope()) < 0.27)
            lines.push_back(line);
    }
    return lines;
}

std::vector<PrintLine> find_page_lines(const PixPtr& page, int least) {
    const double scale = std::min(1.0, enough_side / std::max(width_of(page), height_of(page)));
    return stretched(find_print_lines(reduced(page, scale), least), 1 / scale);
}

std::vector<PrintLine> stretched(std::vector<PrintLine> lines, double scale) {
    for (auto& line : lines) {
        for (double* length : {&line.x0, &line.y0, &line.x1, &line.y1, &line.height})
            *length *= scale;
        for (auto& centre : line.centres)
            centre *= scale;
    }
    return lines;
}

int count_blobs(const std::vector<PrintLine>& lines) {
    int blobs = 0;
    for (const auto& line : lines)
        blobs += line.blobs;
    return blobs;
}

} // namespace guichet::scan
