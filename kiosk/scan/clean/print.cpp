// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/clean/print.hpp"

#include "scan/clean/clean.hpp"
#include "scan/clean/lines.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr double small_side = 1600;
constexpr int least_letters = 10; ///< of a line whose slope counts
constexpr int least_blobs = 4;    ///< of a line
constexpr double least_turn = 10; ///< of pixOrientDetect; print gives 10 to 30, noise under 5
constexpr int least_ink = 140;    ///< grey level under which evenly lit print is ink

struct Weighted {
    double value{};
    double weight{};
};

double median_of(std::vector<Weighted> list) {
    std::ranges::sort(list, {}, &Weighted::value);
    double whole = 0;
    for (const auto& entry : list)
        whole += entry.weight;
    double sum = 0;
    for (const auto& entry : list) {
        sum += entry.weight;
        if (sum >= whole / 2)
            return entry.value;
    }
    return 0;
}

/// Ascenders are more frequent than descenders: that tells the way up.
int quarters_of(const PixPtr& small, const std::vector<PrintLine>& level) {
    const PixPtr ink(pixThresholdToBinary(even_light(small).get(), least_ink));
    l_float32 up = 0;
    l_float32 left = 0;
    if (!ink || pixOrientDetect(ink.get(), &up, &left, 0, 0) != 0)
        return 0;
    const bool sideways = std::abs(left) >= least_turn && std::abs(left) > 2 * std::abs(up);
    if (!sideways)
        return up <= -least_turn && std::abs(up) > 2 * std::abs(left) ? 2 : 0;
    const auto upright = find_print_lines(turned(small, 1), least_blobs);
    if (count_blobs(upright) < 1.5 * count_blobs(level))
        return 0;
    return left > 0 ? 1 : 3;
}

} // namespace

PrintLay lay_of_print(const PixPtr& grey) {
    PrintLay lay;
    if (!grey)
        return lay;
    const double scale = std::min(1.0, small_side / std::max(width_of(grey), height_of(grey)));
    const PixPtr small = reduced(grey, scale);
    if (!small)
        return lay;
    const auto lines = find_print_lines(small, least_blobs);
    lay.blobs = count_blobs(lines);
    lay.quarters = quarters_of(small, lines);
    std::vector<Weighted> slopes;
    std::vector<Weighted> heights;
    double length = 0;
    for (const auto& line : lines) {
        heights.push_back({.value = line.height / scale, .weight = static_cast<double>(line.blobs)}
        );
        if (line.blobs < least_letters)
            continue;
        slopes.push_back({.value = line.slope(), .weight = line.length()});
        length += line.length();
    }
    lay.height = median_of(std::move(heights));
    lay.slope = median_of(slopes);
    lay.is_clear = slopes.size() >= 3 && length > width_of(small);
    for (const auto& slope : slopes)
        lay.unevenness += slope.weight / length * std::abs(slope.value - lay.slope);
    return lay;
}

} // namespace guichet::scan
