#include "ui/kit/theme.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace guichet::ui {
namespace {

using visit::TextSize;

/// Cap heights in millimetres for the four text sizes. Body: at least 4.8 mm (US 508 402.4) up to
/// 7.4 mm (EN 301 549 5.1.4 at 60 cm), and at the largest size nothing is below that. What is large
/// already grows less.
struct Caps {
    TextRole role;
    std::array<float, 4> mm;
    std::array<float, 4> mm_small_screen;
    text::Weight weight;
    float line_spacing;
};

constexpr std::array<Caps, 10> all_caps{{
    {TextRole::Title,
     {10.0f, 10.4f, 10.8f, 11.2f},
     {7.2f, 7.6f, 8.0f, 8.4f},
     text::Weight::Bold,
     0.80f},
    {TextRole::Question,
     {7.4f, 8.0f, 8.6f, 9.2f},
     {6.2f, 6.8f, 7.4f, 8.0f},
     text::Weight::Bold,
     0.82f},
    {TextRole::Heading,
     {5.4f, 6.2f, 7.0f, 7.8f},
     {5.2f, 6.0f, 6.8f, 7.5f},
     text::Weight::Bold,
     0.85f},
    {TextRole::Body,
     {4.9f, 5.7f, 6.6f, 7.45f},
     {4.8f, 5.6f, 6.5f, 7.4f},
     text::Weight::Regular,
     0.88f},
    {TextRole::Small,
     {3.9f, 4.8f, 6.0f, 7.4f},
     {3.8f, 4.8f, 6.0f, 7.4f},
     text::Weight::Regular,
     0.88f},
    {TextRole::Button,
     {4.9f, 5.7f, 6.6f, 7.45f},
     {4.8f, 5.6f, 6.5f, 7.4f},
     text::Weight::Bold,
     0.85f},
    {TextRole::Value,
     {5.6f, 6.3f, 7.0f, 7.8f},
     {5.2f, 6.0f, 6.8f, 7.5f},
     text::Weight::Regular,
     0.88f},
    {TextRole::Key,
     {5.0f, 5.8f, 6.6f, 7.4f},
     {4.8f, 5.6f, 6.5f, 7.4f},
     text::Weight::Regular,
     1.0f},
    {TextRole::Icon,
     {8.0f, 8.8f, 9.6f, 10.4f},
     {7.4f, 8.0f, 8.8f, 9.6f},
     text::Weight::Regular,
     1.0f},
    {TextRole::BigIcon,
     {12.5f, 13.5f, 14.5f, 15.5f},
     {10.5f, 11.5f, 12.5f, 13.5f},
     text::Weight::Regular,
     1.0f},
}};

std::size_t step(TextSize size) {
    return static_cast<std::size_t>(size);
}

float growth(TextSize size) {
    const auto& body = all_caps.at(static_cast<std::size_t>(TextRole::Body)).mm;
    return body.at(step(size)) / body.front();
}

// Rooms in millimetres at the normal text size: a larger text needs a larger screen.
constexpr float least_across = 300;
constexpr float least_down = 185;

} // namespace

Metrics::Metrics(const Display& display, TextSize size)
    : m_pixels_per_mm{std::max(display.pixels_per_mm, 1.0f)}, m_scale{growth(size)}, m_size{size} {
    const float across = static_cast<float>(display.width) / m_pixels_per_mm;
    const float down = static_cast<float>(display.height) / m_pixels_per_mm;
    m_narrow = across < least_across * m_scale || display.width < display.height;
    m_low = down < least_down * m_scale;
    m_small = across < least_across || down < least_down;
    m_margin = mm(m_small || m_narrow ? 5.0f : 10.0f);
}

text::Style Metrics::style(TextRole role) const {
    const Caps& caps = all_caps.at(static_cast<std::size_t>(role));
    const auto& heights = m_small ? caps.mm_small_screen : caps.mm;
    const bool symbol = role == TextRole::Icon || role == TextRole::BigIcon;
    return {// Whole pixels, never below the promise: the top of capitals is sharp.
            .cap_height = std::ceil(mm(heights.at(step(m_size))) - 0.01f),
            .weight = caps.weight,
            .family = symbol ? text::Family::Symbols : text::Family::Words,
            .line_spacing = caps.line_spacing};
}

float Metrics::border() const {
    return std::max(1.0f, std::round(mm(0.35f)));
}

} // namespace guichet::ui
