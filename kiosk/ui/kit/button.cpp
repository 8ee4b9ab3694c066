// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace guichet::ui {
namespace {

struct Paint {
    text::Colour fill;
    text::Colour edge;
    text::Colour label;
    float thickness;
    float radius;
};

Paint paint(Frame& frame, const Button& button, const Rect& rect) {
    const auto& c = frame.colours();
    const auto& m = frame.metrics();
    const float thin = m.border();
    const float thick = std::max(2.0f, std::round(m.mm(0.5f)));
    const float radius = button.look == Look::Quiet ? rect.height / 2 : m.radius();
    if (!button.enabled)
        return {c.card, c.hairline, c.soft, thin, radius};
    switch (button.look) {
    case Look::Main:
        return {c.action, c.action, c.on_action, thick, radius};
    case Look::Human:
        return {c.human, c.human_ink, c.on_human, thick, radius};
    case Look::Danger:
        return {c.card, c.error, c.error, thick, radius};
    case Look::Quiet:
        return {c.card, c.line, c.ink, thin, radius};
    case Look::Second:
        break;
    }
    return {c.card, c.action, c.action, thick, radius};
}

TextRole role_of(const Button& button) {
    return button.look == Look::Quiet ? TextRole::Small : TextRole::Button;
}

struct Inside {
    float padding;
    float icon; ///< width of the icon and of the gap after it
};

Inside inside(Frame& frame, const Button& button) {
    const auto& m = frame.metrics();
    const float side = m.style(TextRole::Icon).cap_height;
    const bool tight = m.narrow() || button.look == Look::Quiet;
    return {
        m.mm(tight ? 3.5f : 6.0f),
        button.icon == Icon::None ? 0 : side + m.mm(tight ? 1.5f : 2.5f)};
}

/// Shown within the frame the finger comes down, in colours every theme has.
void draw_held(Frame& frame, const Rect& rect, const Paint& paint) {
    const float thick = std::max(3.0f, std::round(frame.metrics().mm(1.0f)));
    frame.outline(rect.inset(thick), paint.label, thick, std::max(0.0f, paint.radius - thick));
}

void draw_label(Frame& frame, const Rect& rect, const Button& button, text::Colour colour) {
    const auto& m = frame.metrics();
    const std::string words = frame.words().text(button.label);
    const Inside in = inside(frame, button);
    const float side = m.style(TextRole::Icon).cap_height;
    if (words.empty())
        return icon(frame, rect, button.icon, colour);
    // Padding gives way before words do.
    const float most = std::max(0.0f, rect.width - in.icon - 2 * m.mm(1.5f));
    const float wanted = std::max(0.0f, rect.width - in.icon - 2 * in.padding);
    const TextRole role = role_of(button);
    float width = frame.measure(words, role, wanted).width;
    if (width > wanted || frame.measure(words, role, wanted).height > rect.height)
        width = frame.measure(words, role, most).width;
    Rect group{rect.x + (rect.width - width - in.icon) / 2, rect.y, width + in.icon, rect.height};
    if (button.icon != Icon::None) {
        const float gap = in.icon - side;
        const Rect sign =
            button.icon_after ? take_end(group, side, gap) : take_start(group, side, gap);
        icon(frame, sign, button.icon, colour);
    }
    frame.words_centred(group, words, role, colour, text::Align::Start);
}

} // namespace

text::Size button_size(Frame& frame, const Button& button, float most_width) {
    const auto& m = frame.metrics();
    const Inside in = inside(frame, button);
    const bool main = button.look == Look::Main || button.look == Look::Human;
    const float least = main ? m.main_target() : m.target();
    const float room = most_width - in.icon - 2 * in.padding;
    const auto words =
        frame.measure(frame.words().text(button.label), role_of(button), std::max(1.0f, room));
    return {
        std::ceil(std::max(least, words.width + in.icon + 2 * in.padding)),
        std::ceil(std::max(least, words.height + m.mm(3.0f)))};
}

bool button(Frame& frame, std::string_view id, const Rect& rect, const Button& button) {
    const Paint look = paint(frame, button, rect);
    frame.fill(rect, look.fill, look.radius);
    frame.outline(rect, look.edge, look.thickness, look.radius);
    if (button.enabled && frame.held(rect))
        draw_held(frame, rect, look);
    draw_label(frame, rect, button, look.label);
    const Node& node = frame.add(
        {.id = std::string{id},
         .role = Role::Button,
         .name = frame.words().text(button.label),
         .rect = rect,
         .enabled = button.enabled,
         .foreground = look.label,
         .background = look.fill,
         .shared = is_same_for_all(button.label)}
    );
    return frame.pressed(node);
}

} // namespace guichet::ui
