// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/scan_drawing.hpp"

#include <algorithm>
#include <string>

namespace guichet::ui {

namespace {

constexpr float disc = 11.0f;       // millimetres
constexpr float glass_shape = 0.7f; // height of the glass, of its width
constexpr float any_width = 1.0e5f; // pixels: room for one line

void draw_corner(Frame& frame, const Rect& at, bool start, bool top) {
    const auto& m = frame.metrics();
    const float thick = m.mm(1.6f);
    const float along = std::min(m.mm(12.0f), at.height / 3);
    const auto action = frame.colours().action;
    frame.fill(
        {start ? at.x : at.right() - along, top ? at.y : at.bottom() - thick, along, thick}, action
    );
    frame.fill(
        {start ? at.x : at.right() - thick, top ? at.y : at.bottom() - along, thick, along}, action
    );
}

} // namespace

void draw_laying(Frame& frame, const Rect& rect) {
    const auto& m = frame.metrics();
    const auto& c = frame.colours();
    card(frame, rect);
    const auto inside = rect.inset(std::min(m.mm(8.0f), rect.height * 0.12f));
    const float tall = std::min(inside.height, inside.width * glass_shape);
    const float wide = tall / glass_shape;
    const Rect glass = inside.inset((inside.width - wide) / 2, (inside.height - tall) / 2);
    for (const bool start : {true, false})
        for (const bool top : {true, false})
            draw_corner(frame, glass, start, top);
    const auto paper = glass.inset(glass.width * 0.12f, glass.height * 0.16f);
    frame.fill(paper, c.action_soft, m.radius());
    frame.outline(paper, c.action, m.border() * 2, m.radius());
    const auto words = paper.inset(paper.width * 0.08f, paper.height * 0.14f);
    const Rect face{words.x, words.y, words.width * 0.26f, words.height * 0.62f};
    frame.fill(face, c.action, m.radius() / 2);
    const float head = face.width * 0.36f;
    const float middle = face.x + face.width / 2;
    frame.fill(
        {middle - head / 2, face.y + face.height * 0.18f, head, head}, c.on_action, head / 2
    );
    const float chest = face.width * 0.62f;
    const float neck = face.y + face.height * 0.24f + head;
    const Rect shoulders{middle - chest / 2, neck, chest, face.bottom() - neck};
    frame.fill(shoulders, c.on_action, chest * 0.3f);
    const float line = std::max(2.0f, words.height * 0.07f);
    const float x = face.right() + words.width * 0.08f;
    for (int i = 0; i < 3; ++i) {
        const float y = words.y + static_cast<float>(i) * words.height * 0.22f;
        const float width = (words.right() - x) * (i == 2 ? 0.55f : 1.0f);
        frame.fill({x, y, width, line}, c.action, line / 2);
    }
    for (int i = 0; i < 2; ++i) {
        const float y = words.bottom() - line - static_cast<float>(i) * words.height * 0.16f;
        frame.fill({words.x, y, words.width, line}, c.action, line / 2);
    }
}

void draw_numbered(Frame& frame, Flow& flow, int number, const i18n::Message& words) {
    const auto& c = frame.colours();
    const auto digits = std::to_string(number);
    const auto size = frame.measure(digits, TextRole::Button, flow.width());
    const float side = std::max(frame.metrics().mm(disc), size.height);
    const float indent = side * 1.4f;
    const float width = flow.width() - indent;
    const float tall = label_height(frame, words, TextRole::Body, width);
    // The disc and the first line have one middle.
    const float first = std::min(tall, label_height(frame, words, TextRole::Body, any_width));
    const float drop = std::max((side - first) / 2, 0.0f);
    const auto rect = flow.take(std::max(side, drop + tall));
    const Rect mark{rect.x, rect.y + std::max((first - side) / 2, 0.0f), side, side};
    frame.fill(mark, c.action, side / 2);
    frame.words_at(
        {mark.x, mark.y + (side - size.height) / 2, side, size.height},
        digits,
        TextRole::Button,
        c.on_action,
        text::Align::Centre
    );
    const Rect line{rect.x + indent, rect.y + drop, width, tall};
    label(frame, "step:" + digits, line, words, TextRole::Body, c.ink);
}

} // namespace guichet::ui
