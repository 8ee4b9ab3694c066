// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/emergency.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace guichet::ui {

using i18n::tr;
using i18n::verbatim;

namespace {

struct Number {
    const char* number;
    i18n::Message who;
};

std::array<Number, 4> numbers() {
    return {
        {{"15", tr("SAMU : malade ou blessé")},
         {"18", tr("Pompiers")},
         {"17", tr("Police : violence, danger")},
         {"114", tr("Par SMS, sans parler ni entendre")}}};
}

float padding(Frame& frame) {
    return frame.metrics().mm(4.0f);
}

float card_height(Frame& frame, const Number& one, float width) {
    const float inner = width - 2 * padding(frame);
    return label_height(frame, verbatim(one.number), TextRole::Question, inner) +
           label_height(frame, one.who, TextRole::Body, inner) + 2 * padding(frame);
}

void draw_card(Frame& frame, const Rect& rect, const Number& one) {
    const auto& c = frame.colours();
    const auto& m = frame.metrics();
    frame.fill(rect, c.card, m.radius());
    frame.outline(rect, c.error, std::max(2.0f, 2 * m.border()), m.radius());
    Flow flow{frame, rect.inset(padding(frame))};
    const std::string id = std::string{"emergency:"} + one.number;
    flow.coloured(id, verbatim(one.number), TextRole::Question, c.error);
    flow.text(id + ":who", one.who);
}

} // namespace

void draw_emergency(Frame& frame, Flow& flow, text::Colour words) {
    flow.coloured(
        "emergency", tr("En cas de danger, appelez ces numéros"), TextRole::Heading, words
    );
    flow.space(3);
    const int columns = frame.metrics().narrow() ? 2 : 4;
    std::vector<float> heights;
    for (const auto& one : numbers())
        heights.push_back(card_height(frame, one, flow.cell_width(columns)));
    const auto cells = flow.cells(heights, columns);
    std::size_t i = 0;
    for (const auto& one : numbers())
        draw_card(frame, cells[i++], one);
    flow.space(3);
    flow.coloured(
        "emergency:phone",
        tr("Demandez un téléphone à une personne près de vous."),
        TextRole::Body,
        words
    );
}

} // namespace guichet::ui
