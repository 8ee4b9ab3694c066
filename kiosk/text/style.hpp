// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace guichet::text {

/// Straight (not premultiplied) sRGB.
struct Colour {
    std::uint8_t red{};
    std::uint8_t green{};
    std::uint8_t blue{};
    std::uint8_t alpha{255};

    bool operator==(const Colour&) const = default;
};

enum class Weight { Regular, Bold };
enum class Align { Start, Centre, End };
/// Words: Andika with Noto for other scripts. Symbols: Material icons, one code point each.
enum class Family { Words, Symbols };

struct Style {
    /// Height of a capital H, in pixels (or points for PDF); of Symbols, the side of their square.
    float cap_height{20.0f};
    Weight weight{Weight::Regular};
    Family family{Family::Words};
    Align align{Align::Start};
    float line_spacing{1.0f}; ///< multiplies the font's own line height

    bool operator==(const Style&) const = default;
};

} // namespace guichet::text
