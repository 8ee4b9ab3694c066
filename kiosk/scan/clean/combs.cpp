// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/clean/combs.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <utility>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr double least_stroke = 1.25; ///< capitals: higher than most letters
constexpr double most_stroke = 6;     ///< what is written in is larger than the words of the form
// Lengths in heights of the strokes.
constexpr double widest_stroke = 0.25;
constexpr double least_pitch = 0.35; ///< bars of codes are closer
constexpr double most_pitch = 1.5;   ///< columns of tables are wider
constexpr double off_level = 0.2;
constexpr double near_rule = 0.12;
constexpr double least_rule = 0.85; ///< of the width

constexpr double uneven_pitch = 1.5; ///< the widest cell to the narrowest
constexpr double uneven_height = 1.4;

/// Upright strokes that are higher than print, from left to right.
std::vector<Box> strokes_of(const PixPtr& ink, double capital) {
    const int high = static_cast<int>(std::lround(least_stroke * capital));
    const PixPtr upright(pixOpenBrick(nullptr, ink.get(), 1, high));
    auto strokes = parts_of(upright);
    std::erase_if(strokes, [&](const Box& box) {
        return box.height > most_stroke * capital || box.width > widest_stroke * box.height;
    });
    std::ranges::sort(strokes, {}, &Box::x);
    return strokes;
}

/// Whether a rule runs along the level `y`, as wide as the place.
bool has_rule(const PixPtr& ink, const Box& place, int y) {
    const int reach = static_cast<int>(near_rule * place.height) + 1;
    for (int at = std::max(0, y - reach); at < std::min(y + reach, height_of(ink)); ++at) {
        const l_uint32* line = pixGetData(ink.get()) + std::ptrdiff_t{at} * pixGetWpl(ink.get());
        int dark = 0;
        for (int x = place.x; x < place.x + place.width; ++x)
            dark += GET_DATA_BIT(line, x);
        if (dark >= least_rule * place.width)
            return true;
    }
    return false;
}

/// Whether the lower ends of strokes are joined: those of letters stand by themselves.
bool has_floor(const PixPtr& ink, const Box& place) {
    return has_rule(ink, place, place.y + place.height);
}

bool are_level(const Box& one, const Box& other) {
    const auto [low, high] = std::minmax(one.height, other.height);
    return std::abs(one.y - other.y) <= off_level * low && high <= uneven_height * low;
}

Box cell_between(const Box& stroke, const Box& next) {
    const int x = stroke.x + stroke.width;
    return {.x = x, .y = stroke.y, .width = next.x - x, .height = stroke.height};
}

/// Goes along strokes of one level, from left to right.
class CombWalk {
public:
    explicit CombWalk(const PixPtr& ink) : m_ink(ink) {}

    void add(const Box& stroke) {
        if (m_last && !joins(*m_last, stroke))
            end();
        else if (m_last)
            m_comb.cells.push_back(cell_between(*m_last, stroke));
        if (m_comb.cells.empty())
            m_comb.place = stroke;
        m_comb.place.width = stroke.x + stroke.width - m_comb.place.x;
        m_last = stroke;
    }

    /// "FR38" and "2071" of an account number are two combs.
    std::vector<Comb> combs() {
        end();
        return std::move(m_combs);
    }

private:
    bool joins(const Box& stroke, const Box& next) const {
        const auto cell = cell_between(stroke, next);
        const int width = cell.width;
        const auto is_like = [width](const Box& other) {
            const auto [narrow, wide] = std::minmax(other.width, width);
            return wide <= uneven_pitch * narrow;
        };
        return width >= least_pitch * cell.height && width <= most_pitch * cell.height &&
               std::ranges::all_of(m_comb.cells, is_like) && has_floor(m_ink, cell);
    }

    void end() {
        const bool single =
            m_comb.cells.size() == 1 && has_rule(m_ink, m_comb.place, m_comb.place.y);
        if (m_comb.cells.size() > 1 || single)
            m_combs.push_back(m_comb);
        m_comb.cells.clear();
    }

    const PixPtr& m_ink;
    std::optional<Box> m_last{};
    Comb m_comb{};
    std::vector<Comb> m_combs{};
};

/// The strokes level with the first one; they are taken out of `strokes`.
std::vector<Box> take_level(std::vector<Box>& strokes) {
    std::vector<Box> level{strokes.front()};
    std::erase_if(strokes, [&](const Box& stroke) {
        const bool here = are_level(level.back(), stroke);
        if (here && stroke.x > level.back().x)
            level.push_back(stroke);
        return here;
    });
    return level;
}

} // namespace

std::vector<Comb> find_combs(const PixPtr& grey, double capital) {
    constexpr int dark = 170;
    std::vector<Comb> combs;
    const PixPtr ink(grey && capital >= 1 ? pixThresholdToBinary(grey.get(), dark) : nullptr);
    auto strokes = ink ? strokes_of(ink, capital) : std::vector<Box>{};
    while (!strokes.empty()) {
        CombWalk walk(ink);
        for (const auto& stroke : take_level(strokes))
            walk.add(stroke);
        std::ranges::move(walk.combs(), std::back_inserter(combs));
    }
    return combs;
}

} // namespace guichet::scan
