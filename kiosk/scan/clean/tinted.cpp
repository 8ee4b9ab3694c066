// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/clean/tinted.hpp"

#include "base/image.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr double tint_side = 800;
constexpr int blocks_across = 24; ///< the light of a page is measured in so many blocks
constexpr int blocks_down = 32;
constexpr std::size_t blocks = std::size_t{blocks_across} * blocks_down;
constexpr double paper_share = 0.9; ///< share of a block's pixels that are darker than its paper
constexpr int light_reach = 3;      ///< blocks: the paper beside a box tells its light
constexpr double tinted = 0.8;      ///< of the paper's light; less is a box, print or a picture
constexpr int thin_print = 5;       ///< small pixels: thinner is print
constexpr int print_gap = 15;       ///< small pixels: as wide are gaps in a box where print was
constexpr int least_width = 20;     ///< of a box, small pixels
constexpr int least_height = 9;
constexpr double least_filled = 0.55;
constexpr double most_of_page = 0.5;
constexpr std::size_t most_boxes = 8;
constexpr int near_ground = 16;       ///< levels
constexpr double least_ground = 0.45; ///< share of a box that has its tone
constexpr int least_contrast = 35;    ///< levels, of print on its ground
constexpr double rim_width = 1.5;     ///< small pixels, of a box: no print
constexpr double most_print = 0.985;  ///< so many pixels of a box differ less from its tone

/// How light white paper is in each block, 0 to 255.
class Light {
public:
    explicit Light(const PixPtr& small) : m_width(width_of(small)), m_height(height_of(small)) {
        std::array<int, blocks> lightest{};
        for (int row = 0; row < blocks_down; ++row)
            for (int column = 0; column < blocks_across; ++column)
                lightest[index(row, column)] = lightest_of(small, row, column);
        for (int row = 0; row < blocks_down; ++row)
            for (int column = 0; column < blocks_across; ++column) {
                int most = 0;
                for (int r = std::max(0, row - light_reach);
                     r <= std::min(blocks_down - 1, row + light_reach);
                     ++r)
                    for (int c = std::max(0, column - light_reach);
                         c <= std::min(blocks_across - 1, column + light_reach);
                         ++c)
                        most = std::max(most, lightest[index(r, c)]);
                m_levels[index(row, column)] = std::max(most, 1);
            }
    }

    /// At a place of the small picture.
    int at(int x, int y) const {
        const int column = std::clamp(x * blocks_across / m_width, 0, blocks_across - 1);
        const int row = std::clamp(y * blocks_down / m_height, 0, blocks_down - 1);
        return m_levels[index(row, column)];
    }

private:
    static std::size_t index(int row, int column) {
        return static_cast<std::size_t>(row) * blocks_across + static_cast<std::size_t>(column);
    }

    static int lightest_of(const PixPtr& small, int row, int column) {
        const int width = width_of(small);
        const int height = height_of(small);
        std::vector<std::uint8_t> levels;
        for (int y = row * height / blocks_down; y < (row + 1) * height / blocks_down; ++y) {
            l_uint32* line = pixGetData(small.get()) + std::ptrdiff_t{y} * pixGetWpl(small.get());
            for (int x = column * width / blocks_across; x < (column + 1) * width / blocks_across;
                 ++x)
                levels.push_back(static_cast<std::uint8_t>(GET_DATA_BYTE(line, x)));
        }
        if (levels.empty())
            return 0;
        const auto place =
            levels.begin() +
            static_cast<std::ptrdiff_t>(paper_share * static_cast<double>(levels.size() - 1));
        std::nth_element(levels.begin(), place, levels.end());
        return *place;
    }

    int m_width;
    int m_height;
    std::array<int, blocks> m_levels{};
};

/// Where the page is darker than paper, on or off, without thin print.
PixPtr dark_of(const PixPtr& small, const Light& light) {
    PixPtr dark(pixCreate(width_of(small), height_of(small), 1));
    if (!dark)
        return nullptr;
    for (int y = 0; y < height_of(small); ++y) {
        l_uint32* in = pixGetData(small.get()) + std::ptrdiff_t{y} * pixGetWpl(small.get());
        l_uint32* out = pixGetData(dark.get()) + std::ptrdiff_t{y} * pixGetWpl(dark.get());
        for (int x = 0; x < width_of(small); ++x)
            if (static_cast<int>(GET_DATA_BYTE(in, x)) < tinted * light.at(x, y))
                SET_DATA_BIT(out, x);
    }
    const PixPtr thick(pixOpenBrick(nullptr, dark.get(), thin_print, thin_print));
    return PixPtr(thick ? pixCloseBrick(nullptr, thick.get(), print_gap, thin_print) : nullptr);
}

/// The boxes among what is dark, in its pixels.
std::vector<Box> boxes_of(const PixPtr& dark) {
    std::vector<Box> found;
    Pixa* parts = nullptr;
    const BoxesPtr all(pixConnComp(dark.get(), &parts, 8));
    const double page = static_cast<double>(width_of(dark)) * height_of(dark);
    for (int i = 0; all && i < boxaGetCount(all.get()); ++i) {
        Box box;
        boxaGetBoxGeometry(all.get(), i, &box.x, &box.y, &box.width, &box.height);
        const PixPtr part(pixaGetPix(parts, i, L_CLONE));
        l_int32 count = 0;
        pixCountPixels(part.get(), &count, nullptr);
        const double area = static_cast<double>(box.width) * box.height;
        if (box.width >= least_width && box.height >= least_height && area < most_of_page * page &&
            count >= least_filled * area)
            found.push_back(box);
    }
    pixaDestroy(&parts);
    std::ranges::sort(found, std::greater<>(), [](const Box& box) {
        return box.width * box.height;
    });
    return found;
}

/// One box of a page, in its pixels.
class Tint {
public:
    Tint(const PixPtr& page, const PixPtr& dark, const Light& light, double scale, const Box& box)
        : m_page(page), m_dark(dark), m_light(light), m_scale(scale), m_box(box) {
        find_extents();
        for (int y = m_box.y; y < m_box.y + m_box.height; ++y)
            for (int x = m_box.x; x < m_box.x + m_box.width; ++x)
                if (is_inside(x, y)) {
                    ++m_levels[static_cast<std::size_t>(level(x, y))];
                    ++m_count;
                }
        find_ground();
        find_contrast();
    }

    /// A box of one tone that has print on it.
    bool is_clear() const {
        return m_ground < tinted * 255 && m_share >= least_ground && m_contrast >= least_contrast;
    }

    /// Its print black on white; null without memory.
    PixPtr on_white() const {
        constexpr double faint = 0.15; // of the contrast: noise
        constexpr double full = 0.8;
        PixPtr box(pixCreate(m_box.width, m_box.height, 8));
        if (!box)
            return nullptr;
        pixSetAll(box.get());
        const int rim =
            static_cast<int>(std::lround(rim_width / m_scale)); // blurred, or drawn darker
        for (int y = rim; y < m_box.height - rim; ++y) {
            l_uint32* line = pixGetData(box.get()) + std::ptrdiff_t{y} * pixGetWpl(box.get());
            for (int x = rim; x < m_box.width - rim; ++x) {
                if (!is_inside(m_box.x + x, m_box.y + y))
                    continue;
                const int apart = std::abs(level(m_box.x + x, m_box.y + y) - m_ground);
                const double ink =
                    (static_cast<double>(apart) / m_contrast - faint) / (full - faint);
                SET_DATA_BYTE(
                    line,
                    x,
                    static_cast<l_uint8>(std::lround(255 * (1 - std::clamp(ink, 0.0, 1.0))))
                );
            }
        }
        return box;
    }

private:
    int small(int length) const { return static_cast<int>(length * m_scale); }

    /// Its rounded corners are outside, its print is not.
    bool is_inside(int x, int y) const {
        const auto& extent = m_extents[static_cast<std::size_t>(small(y) - small(m_box.y))];
        return small(x) >= extent.from && small(x) <= extent.to;
    }

    /// Of each small row, from the first dark pixel to the last.
    void find_extents() {
        const int right = std::min(small(m_box.x + m_box.width), width_of(m_dark) - 1);
        for (int y = small(m_box.y); y <= small(m_box.y + m_box.height); ++y) {
            Extent extent;
            const int row = std::min(y, height_of(m_dark) - 1);
            l_uint32* line =
                pixGetData(m_dark.get()) + std::ptrdiff_t{row} * pixGetWpl(m_dark.get());
            for (int x = small(m_box.x); x <= right; ++x)
                if (GET_DATA_BIT(line, x) != 0) {
                    extent.from = std::min(extent.from, x);
                    extent.to = x;
                }
            m_extents.push_back(extent);
        }
    }

    int white(int x, int y) const { return m_light.at(small(x), small(y)); }

    /// As it were under even light: 255 is paper.
    int level(int x, int y) const {
        l_uint32* line = pixGetData(m_page.get()) + std::ptrdiff_t{y} * pixGetWpl(m_page.get());
        return std::min(255, static_cast<int>(GET_DATA_BYTE(line, x)) * 255 / white(x, y));
    }

    /// The tone that most pixels have or nearly have.
    void find_ground() {
        int most = 0;
        for (int level = 0; level < 256; ++level) {
            const auto* const from = m_levels.begin() + std::max(0, level - near_ground);
            const auto* const to = m_levels.begin() + std::min(256, level + near_ground + 1);
            const int count = std::accumulate(from, to, 0);
            if (count > most) {
                most = count;
                m_ground = level;
            }
        }
        m_share = m_count > 0 ? static_cast<double>(most) / m_count : 0;
    }

    /// How far print is from the ground.
    void find_contrast() {
        std::array<int, 256> apart{};
        for (int level = 0; level < 256; ++level)
            apart[static_cast<std::size_t>(std::abs(level - m_ground))] +=
                m_levels[static_cast<std::size_t>(level)];
        int count = 0;
        while (m_contrast < 255 &&
               count + apart[static_cast<std::size_t>(m_contrast)] < most_print * m_count)
            count += apart[static_cast<std::size_t>(m_contrast++)];
    }

    struct Extent {
        int from{std::numeric_limits<int>::max()};
        int to{-1};
    };

    const PixPtr& m_page;
    const PixPtr& m_dark;
    const Light& m_light;
    double m_scale; ///< of the small picture
    Box m_box;
    std::vector<Extent> m_extents{};
    std::array<int, 256> m_levels{};
    int m_count{};
    int m_ground{};
    double m_share{};
    int m_contrast{};
};

} // namespace

std::vector<TintedBox> tinted_boxes(const PixPtr& grey) {
    const double scale = std::min(1.0, tint_side / std::max(width_of(grey), height_of(grey)));
    const auto small = reduced(grey, scale);
    if (!small || width_of(small) < blocks_across || height_of(small) < blocks_down)
        return {};
    const Light light(small);
    const auto dark = dark_of(small, light);
    if (!dark)
        return {};
    std::vector<TintedBox> found;
    for (const auto& box : boxes_of(dark)) {
        const auto real = [scale](int length) { return static_cast<int>(length / scale); };
        const Box whole{
            .x = real(box.x),
            .y = real(box.y),
            .width = std::min(real(box.width), width_of(grey) - real(box.x)),
            .height = std::min(real(box.height), height_of(grey) - real(box.y))};
        const Tint tint(grey, dark, light, scale, whole);
        auto print = tint.is_clear() ? tint.on_white() : nullptr;
        if (print)
            found.push_back({whole, std::move(print)});
        if (found.size() == most_boxes)
            break;
    }
    return found;
}

} // namespace guichet::scan
