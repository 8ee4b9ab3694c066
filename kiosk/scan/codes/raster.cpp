#include "scan/codes/raster.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr double cell_mm = 2;
constexpr double smallest_mm = 6;
constexpr double largest_mm = 80;
constexpr std::size_t most_places = 8;

Raster copy(Pix* grey) {
    Raster raster;
    if (grey == nullptr || pixGetDepth(grey) != 8)
        return raster;
    raster.width = pixGetWidth(grey);
    raster.height = pixGetHeight(grey);
    raster.bytes.resize(
        static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height)
    );
    const auto* words = pixGetData(grey);
    const int words_a_line = pixGetWpl(grey);
    auto* out = raster.bytes.data();
    for (int y = 0; y < raster.height; ++y) {
        const auto* line = words + static_cast<std::ptrdiff_t>(y) * words_a_line;
        for (int x = 0; x < raster.width; ++x)
            *out++ = static_cast<std::uint8_t>(GET_DATA_BYTE(line, x));
    }
    return raster;
}

/// Cells of some millimetres: whether each has the grain of a code.
class Grid {
public:
    Grid(const Raster& page, double per_mm)
        : m_cell(std::max(4, static_cast<int>(std::lround(cell_mm * per_mm)))),
          m_columns(page.width / m_cell), m_rows(page.height / m_cell) {
        m_dense.resize(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows));
        for (int row = 0; row < m_rows; ++row)
            for (int column = 0; column < m_columns; ++column)
                m_dense[index(column, row)] = is_dense(page, column * m_cell, row * m_cell);
    }

    /// Groups of touching dense cells, in pixels, with how full they are.
    std::vector<std::pair<double, Box>> groups() {
        std::vector<std::pair<double, Box>> found;
        for (int row = 0; row < m_rows; ++row)
            for (int column = 0; column < m_columns; ++column)
                if (m_dense[index(column, row)])
                    found.push_back(group(column, row));
        return found;
    }

    int cell() const { return m_cell; }

private:
    std::size_t index(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
               static_cast<std::size_t>(column);
    }

    /// Dark and light in like parts, clearly apart.
    bool is_dense(const Raster& page, int left, int top) const {
        constexpr int least_contrast = 60;
        int darkest = 255;
        int lightest = 0;
        for (int y = top; y < top + m_cell; ++y)
            for (int x = left; x < left + m_cell; ++x) {
                darkest = std::min<int>(darkest, page.at(x, y));
                lightest = std::max<int>(lightest, page.at(x, y));
            }
        if (lightest - darkest < least_contrast)
            return false;
        const int middle = (lightest + darkest) / 2;
        int dark = 0;
        for (int y = top; y < top + m_cell; ++y)
            for (int x = left; x < left + m_cell; ++x)
                dark += page.at(x, y) < middle ? 1 : 0;
        return dark * 4 > m_cell * m_cell && dark * 4 < 3 * m_cell * m_cell;
    }

    /// Takes the group that holds this cell out of the grid.
    std::pair<double, Box> group(int column, int row) {
        std::vector<std::pair<int, int>> rest{{column, row}};
        m_dense[index(column, row)] = false;
        int left = column;
        int right = column;
        int bottom = row;
        int count = 0;
        while (!rest.empty()) {
            const auto [x, y] = rest.back();
            rest.pop_back();
            ++count;
            left = std::min(left, x);
            right = std::max(right, x);
            row = std::min(row, y);
            bottom = std::max(bottom, y);
            spread(x, y, rest);
        }
        const int wide = right - left + 1;
        const int high = bottom - row + 1;
        return {
            static_cast<double>(count) / (wide * high),
            {left * m_cell, row * m_cell, wide * m_cell, high * m_cell}};
    }

    void spread(int x, int y, std::vector<std::pair<int, int>>& rest) {
        for (int next_y = std::max(0, y - 1); next_y <= std::min(m_rows - 1, y + 1); ++next_y)
            for (int next_x = std::max(0, x - 1); next_x <= std::min(m_columns - 1, x + 1);
                 ++next_x)
                if (m_dense[index(next_x, next_y)]) {
                    m_dense[index(next_x, next_y)] = false;
                    rest.emplace_back(next_x, next_y);
                }
    }

    int m_cell;
    int m_columns;
    int m_rows;
    std::vector<bool> m_dense{};
};

} // namespace

Raster to_raster(const PixPtr& grey, double scale) {
    if (!grey)
        return {};
    return copy(scale == 1 ? grey.get() : resized(grey, scale).get());
}

PixPtr cut_out(const PixPtr& grey, const Box& part) {
    const int left = std::clamp(part.x, 0, width_of(grey));
    const int top = std::clamp(part.y, 0, height_of(grey));
    const int right = std::clamp(part.x + part.width, left, width_of(grey));
    const int bottom = std::clamp(part.y + part.height, top, height_of(grey));
    if (left >= right || top >= bottom)
        return nullptr;
    BOX* box = boxCreate(left, top, right - left, bottom - top);
    PixPtr cut(pixClipRectangle(grey.get(), box, nullptr));
    boxDestroy(&box);
    return cut;
}

PixPtr sharpened(const PixPtr& grey) {
    constexpr int half_width = 3;
    constexpr float strength = 2.0F;
    return PixPtr(grey ? pixUnsharpMaskingGray(grey.get(), half_width, strength) : nullptr);
}

Raster with_border(const Raster& raster, int border) {
    Raster result{.width = raster.width + 2 * border, .height = raster.height + 2 * border};
    result.bytes.assign(
        static_cast<std::size_t>(result.width) * static_cast<std::size_t>(result.height), 255
    );
    for (int y = 0; y < raster.height; ++y)
        std::copy_n(
            raster.bytes.begin() + static_cast<std::ptrdiff_t>(y) * raster.width,
            raster.width,
            result.bytes.begin() + static_cast<std::ptrdiff_t>(y + border) * result.width + border
        );
    return result;
}

std::vector<Box> code_like_places(const Raster& page, double per_mm) {
    if (page.width == 0)
        return {};
    auto groups = Grid(page, per_mm).groups();
    std::erase_if(groups, [per_mm](const auto& group) {
        const auto& box = group.second;
        const int shorter = std::min(box.width, box.height);
        const int longer = std::max(box.width, box.height);
        return group.first < 0.5 || shorter < smallest_mm * per_mm ||
               longer > largest_mm * per_mm || longer > 3 * shorter;
    });
    std::ranges::sort(groups, [](const auto& one, const auto& other) {
        return one.first > other.first;
    });
    std::vector<Box> places;
    for (const auto& [fullness, box] : groups)
        if (places.size() < most_places)
            places.push_back(box);
    return places;
}

} // namespace guichet::scan
