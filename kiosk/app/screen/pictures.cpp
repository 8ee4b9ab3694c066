// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screen/pictures.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace guichet::app {

namespace {

using Pixel = std::array<std::uint8_t, 4>;

Pixel mean(const Image& image, const Box& box) {
    std::array<unsigned, 4> sums{};
    for (int y = box.y; y < box.y + box.height; ++y) {
        const auto* row = image.rgba.data() +
                          (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                           static_cast<std::size_t>(box.x)) *
                              4;
        for (std::size_t i = 0; i < static_cast<std::size_t>(box.width) * 4; ++i)
            sums[i % 4] += row[i];
    }
    const auto count = static_cast<unsigned>(box.width * box.height);
    Pixel pixel{};
    for (std::size_t i = 0; i < 4; ++i)
        pixel[i] = static_cast<std::uint8_t>(sums[i] / count);
    return pixel;
}

/// The old pixels from which new pixel `index` of `parts` is made.
std::pair<int, int> part(int index, int parts, int length) {
    const auto at = [&](int i) { return static_cast<int>(static_cast<long>(i) * length / parts); };
    return {at(index), std::max(at(index + 1), at(index) + 1)};
}

int scaled(int value, double scale) {
    return static_cast<int>(std::lround(value * scale));
}

} // namespace

Picture shrink(const Picture& picture, int longest) {
    if (!picture || std::max(picture->width, picture->height) <= longest)
        return picture;
    const double scale = static_cast<double>(longest) / std::max(picture->width, picture->height);
    auto small = std::make_shared<Image>();
    small->width = std::max(1, scaled(picture->width, scale));
    small->height = std::max(1, scaled(picture->height, scale));
    small->rgba.reserve(
        static_cast<std::size_t>(small->width) * static_cast<std::size_t>(small->height) * 4
    );
    for (int y = 0; y < small->height; ++y)
        for (int x = 0; x < small->width; ++x) {
            const auto [left, right] = part(x, small->width, picture->width);
            const auto [top, bottom] = part(y, small->height, picture->height);
            const auto pixel = mean(*picture, {left, top, right - left, bottom - top});
            small->rgba.insert(small->rgba.end(), pixel.begin(), pixel.end());
        }
    return small;
}

procedure::Reading shrink(const procedure::Reading& reading) {
    // Twenty pages at 1,400 pixels would weigh 110 MB in the visit.
    const int longest = reading.pages.size() <= 3 ? 1400 : 700;
    auto small = reading;
    std::vector<double> scales;
    for (auto& page : small.pages) {
        const int before = page ? page->width : 1;
        page = shrink(page, longest);
        scales.push_back(page ? static_cast<double>(page->width) / before : 1.0);
    }
    for (auto& proposal : small.proposals) {
        proposal.crop = shrink(proposal.crop, 1000);
        if (proposal.page < 0 || static_cast<std::size_t>(proposal.page) >= scales.size())
            continue;
        const double scale = scales[static_cast<std::size_t>(proposal.page)];
        const auto box = proposal.box;
        proposal.box = {
            scaled(box.x, scale),
            scaled(box.y, scale),
            scaled(box.width, scale),
            scaled(box.height, scale)};
    }
    return small;
}

} // namespace guichet::app
