// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/codes/grain.hpp"

#include <algorithm>
#include <cmath>

namespace guichet::scan {

namespace {

constexpr double cell_mm = 2;
constexpr double smallest_mm = 6;
constexpr double largest_mm = 80;
constexpr double fullest_part = 0.5;
constexpr std::size_t most_places = 8;

} // namespace

Grain::Grain(const Raster& page, double per_mm)
    : m_per_mm(per_mm), m_cell(std::max(4, static_cast<int>(std::lround(cell_mm * per_mm)))),
      m_columns(page.width / m_cell), m_rows(page.height / m_cell) {
    m_dense.resize(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows));
    for (int row = 0; row < m_rows; ++row)
        for (int column = 0; column < m_columns; ++column)
            m_dense[index(column, row)] = is_dense(page, column * m_cell, row * m_cell);
}

bool Grain::within(const Box& box) const {
    const int right = std::min(m_columns - 1, (box.x + box.width) / m_cell);
    const int bottom = std::min(m_rows - 1, (box.y + box.height) / m_cell);
    for (int row = std::max(0, box.y / m_cell); row <= bottom; ++row)
        for (int column = std::max(0, box.x / m_cell); column <= right; ++column)
            if (m_dense[index(column, row)])
                return true;
    return false;
}

std::vector<Box> Grain::places() const {
    auto dense = m_dense;
    std::vector<Group> groups;
    for (int row = 0; row < m_rows; ++row)
        for (int column = 0; column < m_columns; ++column)
            if (dense[index(column, row)])
                groups.push_back(take_group(column, row, dense));
    std::erase_if(groups, [this](const Group& group) {
        const auto& [fullness, box] = group;
        const int shorter = std::min(box.width, box.height);
        const int longer = std::max(box.width, box.height);
        return fullness < fullest_part || shorter < smallest_mm * m_per_mm ||
               longer > largest_mm * m_per_mm || longer > 3 * shorter;
    });
    std::ranges::sort(groups, [](const Group& one, const Group& other) {
        return one.first > other.first;
    });
    std::vector<Box> places;
    for (const auto& [fullness, box] : groups)
        if (places.size() < most_places)
            places.push_back(box);
    return places;
}

std::size_t Grain::index(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
           static_cast<std::size_t>(column);
}

/// Dark and light in like parts, clearly apart.
bool Grain::is_dense(const Raster& page, int left, int top) const {
    constexpr int least_contrast = 40;
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

/// The touching cells that hold this one, taken out of `dense`.
Grain::Group Grain::take_group(int column, int row, std::vector<bool>& dense) const {
    std::vector<std::pair<int, int>> rest{{column, row}};
    dense[index(column, row)] = false;
    int left = column;
    int right = column;
    int top = row;
    int bottom = row;
    int count = 0;
    while (!rest.empty()) {
        const auto [x, y] = rest.back();
        rest.pop_back();
        ++count;
        left = std::min(left, x);
        right = std::max(right, x);
        top = std::min(top, y);
        bottom = std::max(bottom, y);
        for (int step = 0; step < 9; ++step) {
            const int next_x = x + step % 3 - 1;
            const int next_y = y + step / 3 - 1;
            if (next_x < 0 || next_y < 0 || next_x >= m_columns || next_y >= m_rows ||
                !dense[index(next_x, next_y)])
                continue;
            dense[index(next_x, next_y)] = false;
            rest.emplace_back(next_x, next_y);
        }
    }
    const int wide = right - left + 1;
    const int high = bottom - top + 1;
    return {
        static_cast<double>(count) / (wide * high),
        {left * m_cell, top * m_cell, wide * m_cell, high * m_cell}};
}

} // namespace guichet::scan
