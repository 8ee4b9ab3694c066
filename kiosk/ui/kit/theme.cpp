// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/theme.hpp"

#include <array>
#include <cmath>

namespace guichet::ui {
namespace {

constexpr text::Colour rgb(std::uint32_t value) {
    return {
        static_cast<std::uint8_t>(value >> 16U),
        static_cast<std::uint8_t>(value >> 8U),
        static_cast<std::uint8_t>(value)};
}

// The burnt orange of the sketches under white words is 5:1. A lighter orange under black words is
// 10:1, is nobody else's colour, and differs from green and red in lightness for those who do not
// see colours.
constexpr Colours light{
    .paper = rgb(0xFBF7F0),
    .card = rgb(0xFFFFFF),
    .ink = rgb(0x1B2430),
    .soft = rgb(0x2F3843),
    .line = rgb(0x8B8475),
    .action = rgb(0x04433D),
    .action_soft = rgb(0xEAF5F2),
    .on_action = rgb(0xFFFFFF),
    .human = rgb(0xFF9C3A),
    .human_soft = rgb(0xFFF1E2),
    .on_human = rgb(0x000000),
    .ok = rgb(0x08451C),
    .error = rgb(0x740B0B),
    .error_soft = rgb(0xFDF0EE),
    .focus = rgb(0x0B57D0),
    .human_ink = rgb(0x6A2400),
    .hairline = rgb(0xD8D2C6)};

constexpr Colours dark{
    .paper = rgb(0x12171D),
    .card = rgb(0x1A212A),
    .ink = rgb(0xF5F2EC),
    .soft = rgb(0xD3D8DE),
    .line = rgb(0x7C8794),
    .action = rgb(0x97E5D9),
    .action_soft = rgb(0x0F2B29),
    .on_action = rgb(0x04211E),
    .human = rgb(0xFF9C3A),
    .human_soft = rgb(0x3B2410),
    .on_human = rgb(0x000000),
    .ok = rgb(0x9BE5AE),
    .error = rgb(0xFFC8C1),
    .error_soft = rgb(0x421818),
    .focus = rgb(0x9CC4FF),
    .human_ink = rgb(0xFFD2A6),
    .hairline = rgb(0x3A444F)};

// Little contrast on purpose, for eyes that light hurts (VVSG 2.0, 7.1-D).
constexpr Colours soft{
    .paper = rgb(0xD8D2C6),
    .card = rgb(0xE0DACE),
    .ink = rgb(0x3F454B),
    .soft = rgb(0x4A5056),
    .line = rgb(0x7A7568),
    .action = rgb(0x1F5450),
    .action_soft = rgb(0xCFD6CD),
    .on_action = rgb(0xE0DACE),
    .human = rgb(0xD98E4A),
    .human_soft = rgb(0xE0CDB4),
    .on_human = rgb(0x331C05),
    .ok = rgb(0x2C5237),
    .error = rgb(0x7A2A27),
    .error_soft = rgb(0xE0CBC3),
    .focus = rgb(0x2A4C86),
    .human_ink = rgb(0x64340F),
    .hairline = rgb(0xB9B2A4)};

constexpr Colours two(text::Colour back, text::Colour front) {
    return {
        .paper = back,
        .card = back,
        .ink = front,
        .soft = front,
        .line = front,
        .action = front,
        .action_soft = back,
        .on_action = back,
        .human = front,
        .human_soft = back,
        .on_human = back,
        .ok = front,
        .error = front,
        .error_soft = back,
        .focus = front,
        .human_ink = front,
        .hairline = front};
}

constexpr Colours black_on_white = two(rgb(0xFFFFFF), rgb(0x000000));
constexpr Colours yellow_on_black = two(rgb(0x000000), rgb(0xFFFF00));

double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(text::Colour colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

} // namespace

const Colours& colours(visit::Theme theme) {
    switch (theme) {
    case visit::Theme::Dark:
        return dark;
    case visit::Theme::BlackOnWhite:
        return black_on_white;
    case visit::Theme::YellowOnBlack:
        return yellow_on_black;
    case visit::Theme::Soft:
        return soft;
    case visit::Theme::Default:
        break;
    }
    return light;
}

double contrast(text::Colour a, text::Colour b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace guichet::ui
