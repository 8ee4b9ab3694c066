// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/clean/ink.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr float weight = 0.22F;     ///< of what grey varies less than most
constexpr float most_varied = 128;  ///< the largest deviation of grey levels
constexpr std::size_t in_word = 32; ///< pixels of a bitmap

/// Leptonica's pixSauvolaBinarize gives the same, ten times slower and with 16 bytes more a pixel.
class Binarisation {
public:
    Binarisation(const PixPtr& grey, int reach)
        : m_grey(grey), m_width(width_of(grey)), m_height(height_of(grey)), m_reach(reach),
          m_sums(static_cast<std::size_t>(m_width)), m_squares(m_sums), m_row(m_sums.size() + 4),
          m_thresholds(m_sums.size()) {}

    PixPtr run() {
        PixPtr ink(pixCreate(m_width, m_height, 1));
        if (!ink)
            return nullptr;
        for (int y = -m_reach; y <= m_reach; ++y)
            add_row(y, 1);
        for (int y = 0; y < m_height; ++y) {
            find_thresholds();
            unpack(y);
            write(pixGetData(ink.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(ink.get()));
            add_row(y - m_reach, -1);
            add_row(y + m_reach + 1, 1);
        }
        return ink;
    }

private:
    /// Beyond an edge the picture is mirrored.
    static int mirrored(int at, int count) {
        return at < 0 ? -at - 1 : at >= count ? 2 * count - 1 - at : at;
    }

    void unpack(int y) {
        const l_uint32* words =
            pixGetData(m_grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(m_grey.get());
        for (std::size_t x = 0; x < m_sums.size(); x += 4, ++words) {
            m_row[x] = static_cast<std::uint8_t>(*words >> 24U);
            m_row[x + 1] = static_cast<std::uint8_t>(*words >> 16U);
            m_row[x + 2] = static_cast<std::uint8_t>(*words >> 8U);
            m_row[x + 3] = static_cast<std::uint8_t>(*words);
        }
    }

    /// A row comes into the window, or leaves it.
    void add_row(int y, int sign) {
        unpack(mirrored(y, m_height));
        for (std::size_t x = 0; x < m_sums.size(); ++x) {
            const int level = m_row[x];
            m_sums[x] += sign * level;
            m_squares[x] += sign * level * level;
        }
    }

    void find_thresholds() {
        const auto column = [this](int x) {
            return static_cast<std::size_t>(mirrored(x, m_width));
        };
        int sum = 0;
        int squares = 0;
        for (int x = -m_reach; x <= m_reach; ++x) {
            sum += m_sums[column(x)];
            squares += m_squares[column(x)];
        }
        const int side = 2 * m_reach + 1;
        const float part = 1 / static_cast<float>(side * side);
        for (int x = 0; x < m_width; ++x) {
            // Whole grey levels, as Leptonica has them: pale letters are found a little more.
            const auto mean = static_cast<float>(static_cast<int>(static_cast<float>(sum) * part));
            const float variance = static_cast<float>(squares) * part - mean * mean;
            const float varies = std::sqrt(std::max(variance, 0.0F)) / most_varied;
            m_thresholds[static_cast<std::size_t>(x)] =
                static_cast<std::uint8_t>(mean * (1 - weight * (1 - varies)));
            sum += m_sums[column(x + m_reach + 1)] - m_sums[column(x - m_reach)];
            squares += m_squares[column(x + m_reach + 1)] - m_squares[column(x - m_reach)];
        }
    }

    void write(l_uint32* words) const {
        for (std::size_t first = 0; first < m_thresholds.size(); first += in_word, ++words) {
            const auto end = std::min(first + in_word, m_thresholds.size());
            std::uint32_t bits = 0;
            for (std::size_t x = first; x < end; ++x)
                bits |= (m_row[x] < m_thresholds[x] ? 1U : 0U) << (in_word - 1 - (x - first));
            *words = bits;
        }
    }

    const PixPtr& m_grey;
    int m_width;
    int m_height;
    int m_reach;
    std::vector<int> m_sums;    ///< of the columns of the window
    std::vector<int> m_squares; ///< at most 255² for each of its pixels: it has less than 33,000
    std::vector<std::uint8_t> m_row;
    std::vector<std::uint8_t> m_thresholds;
};

} // namespace

PixPtr ink_of(const PixPtr& grey, int reach) {
    if (!grey || pixGetDepth(grey.get()) != 8 || reach < 1 || reach > 80 ||
        width_of(grey) <= 2 * reach || height_of(grey) <= 2 * reach)
        return nullptr;
    return Binarisation(grey, reach).run();
}

} // namespace guichet::scan
