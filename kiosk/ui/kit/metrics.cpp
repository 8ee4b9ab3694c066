// SPDX-License-Identifier: GPL-3.0-or-later
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
    std::array<float, 4> mm; ///< where there is all the room, as on 21.5 inches
    std::array<float, 4> mm_small_screen;
    text::Weight weight;
    float line_spacing;
};

constexpr std::array<Caps, 10> all_caps{{
    {TextRole::Title,
     {13.0f, 13.4f, 13.8f, 14.2f},
     {7.2f, 7.6f, 8.0f, 8.4f},
     text::Weight::Bold,
     0.80f},
    {TextRole::Question,
     {10.0f, 10.3f, 10.6f, 11.0f},
     {6.2f, 6.8f, 7.4f, 8.0f},
     text::Weight::Bold,
     0.82f},
    {TextRole::Heading,
     {6.8f, 7.2f, 7.7f, 8.3f},
     {5.2f, 6.0f, 6.8f, 7.5f},
     text::Weight::Bold,
     0.85f},
    {TextRole::Body,
     {6.0f, 6.5f, 7.1f, 7.8f},
     {4.8f, 5.6f, 6.5f, 7.4f},
     text::Weight::Regular,
     0.88f},
    {TextRole::Small,
     {4.8f, 5.5f, 6.4f, 7.4f},
     {3.8f, 4.8f, 6.0f, 7.4f},
     text::Weight::Regular,
     0.88f},
    {TextRole::Button,
     {6.3f, 6.7f, 7.2f, 7.8f},
     {4.8f, 5.6f, 6.5f, 7.4f},
     text::Weight::Bold,
     0.85f},
    {TextRole::Value,
     {7.2f, 7.5f, 7.9f, 8.4f},
     {5.2f, 6.0f, 6.8f, 7.5f},
     text::Weight::Regular,
     0.88f},
    {TextRole::Key,
     {6.4f, 6.7f, 7.1f, 7.6f},
     {4.8f, 5.6f, 6.5f, 7.4f},
     text::Weight::Regular,
     1.0f},
    {TextRole::Icon,
     {9.0f, 9.5f, 10.1f, 10.8f},
     {7.4f, 8.0f, 8.8f, 9.6f},
     text::Weight::Regular,
     1.0f},
    {TextRole::BigIcon,
     {15.0f, 15.6f, 16.2f, 17.0f},
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
// Where the roomy sizes are reached: 21.5 inches wide.
constexpr float roomy_across = 470;
constexpr float roomy_down = 262;

float between(float small, float roomy, float room) {
    return small + (roomy - small) * room;
}

} // namespace

Metrics::Metrics(const Display& display, TextSize size)
    : m_pixels_per_mm{std::max(display.pixels_per_mm, 1.0f)}, m_scale{growth(size)}, m_size{size} {
    const float across = static_cast<float>(display.width) / m_pixels_per_mm;
    const float down = static_cast<float>(display.height) / m_pixels_per_mm;
    m_narrow = across < least_across * m_scale || display.width < display.height;
    m_small = across < least_across || down < least_down;
    m_room = m_small ? 0.0f
                     : std::clamp(
                           std::min(
                               (across - least_across) / (roomy_across - least_across),
                               (down - least_down) / (roomy_down - least_down)
                           ),
                           0.0f,
                           1.0f
                       );
    const auto& body = all_caps.at(static_cast<std::size_t>(TextRole::Body));
    const float letters =
        between(body.mm_small_screen.at(step(size)), body.mm.at(step(size)), m_room);
    m_low =
        down < least_down * letters / body.mm_small_screen.front(); // larger words need more room
    m_margin = mm(m_small || m_narrow ? 5.0f : between(8.0f, 14.0f, m_room));
}

text::Style Metrics::style(TextRole role) const {
    const Caps& caps = all_caps.at(static_cast<std::size_t>(role));
    const float height =
        between(caps.mm_small_screen.at(step(m_size)), caps.mm.at(step(m_size)), m_room);
    const bool symbol = role == TextRole::Icon || role == TextRole::BigIcon;
    return {// Whole pixels, never below the promise: the top of capitals is sharp.
            .cap_height = std::ceil(mm(height) - 0.01f),
            .weight = caps.weight,
            .family = symbol ? text::Family::Symbols : text::Family::Words,
            .line_spacing = caps.line_spacing};
}

void Metrics::squeeze(float width) {
    m_narrow = m_narrow || width / m_pixels_per_mm < least_across * m_scale;
}

float Metrics::target() const {
    return mm(between(15.0f, 18.0f, m_room));
}

float Metrics::main_target() const {
    return mm(between(20.0f, 24.0f, m_room));
}

float Metrics::border() const {
    return std::max(1.0f, std::round(mm(0.35f)));
}

} // namespace guichet::ui
