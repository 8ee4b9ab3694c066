// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace guichet::ui {
namespace {

struct Places {
    Rect mark;
    Rect icon;
    Rect words;
};

float mark_side(const Metrics& m) {
    return m.mm(7.5f);
}

Places places(Frame& frame, const Choice& choice, const Rect& rect) {
    const auto& m = frame.metrics();
    Rect rest = rect.inset(m.mm(m.narrow() ? 3.5f : 5.0f), m.mm(2.0f));
    Places result;
    if (choice.mark != Choice::Mark::None)
        result.mark = take_start(rest, mark_side(m), m.mm(4.0f));
    if (choice.icon != Icon::None)
        result.icon = take_start(rest, m.style(TextRole::Icon).cap_height, m.mm(4.0f));
    result.words = rest;
    return result;
}

TextRole label_role(const Choice& choice) {
    return choice.help.empty() ? TextRole::Body : TextRole::Heading;
}

float words_height(Frame& frame, const Choice& choice, float width) {
    float height = label_height(frame, choice.label, label_role(choice), width);
    if (!choice.help.empty())
        height += label_height(frame, choice.help, TextRole::Small, width);
    return height;
}

/// A ring or a square; when chosen filled and ticked, so that it is not colour alone.
void draw_mark(Frame& frame, const Rect& rect, const Choice& choice) {
    const auto& m = frame.metrics();
    const auto& c = frame.colours();
    const float side = mark_side(m);
    const Rect mark{rect.x, rect.y + (rect.height - side) / 2, side, side};
    const float radius = choice.mark == Choice::Mark::Round ? side / 2 : m.mm(1.0f);
    const float thick = std::max(2.0f, std::round(m.mm(0.6f)));
    if (!choice.chosen) {
        frame.fill(mark, c.card, radius);
        frame.outline(mark, c.line, thick, radius);
        return;
    }
    frame.fill(mark, c.action, radius);
    const WordCache::Words tick{
        "\uE5CA", {.cap_height = side, .family = text::Family::Symbols}, &i18n::french(), side};
    frame.draw(mark, tick, c.on_action);
}

void draw_words(Frame& frame, const Rect& rect, const Choice& choice) {
    const auto& c = frame.colours();
    const std::string label = frame.words().text(choice.label);
    if (choice.help.empty())
        return frame.words_centred(rect, label, TextRole::Body, c.ink, text::Align::Start);
    const std::string help = frame.words().text(choice.help);
    const float first = frame.measure(label, TextRole::Heading, rect.width).height;
    const float second = frame.measure(help, TextRole::Small, rect.width).height;
    Rect rest = rect.inset(0, std::max(0.0f, (rect.height - first - second) / 2));
    frame.words_at(take_top(rest, first, 0), label, TextRole::Heading, c.ink);
    frame.words_at(rest, help, TextRole::Small, c.soft);
}

} // namespace

float choice_height(Frame& frame, const Choice& choice, float width) {
    const auto& m = frame.metrics();
    const auto at = places(frame, choice, {0, 0, width, 1000});
    const float words = words_height(frame, choice, at.words.width) + m.mm(4.0f);
    return std::ceil(std::max(m.target(), words));
}

bool choice(Frame& frame, std::string_view id, const Rect& rect, const Choice& choice) {
    const auto& m = frame.metrics();
    const auto& c = frame.colours();
    const auto back = choice.chosen ? c.action_soft : c.card;
    frame.fill(rect, back, m.radius());
    const bool strong = choice.chosen || frame.held(rect);
    const float thick = strong ? std::max(3.0f, std::round(m.mm(0.8f))) : m.border();
    frame.outline(rect, strong ? c.action : c.line, thick, m.radius());
    const auto at = places(frame, choice, rect);
    if (choice.mark != Choice::Mark::None)
        draw_mark(frame, at.mark, choice);
    icon(frame, at.icon, choice.icon, c.action);
    draw_words(frame, at.words, choice);
    frame.note(Role::Option, choice.label);
    if (!choice.help.empty())
        frame.note(Role::Text, choice.help);
    const Node& node = frame.add(
        {.id = std::string{id},
         .role = Role::Option,
         .name = frame.words().text(choice.label),
         .value = choice.help.empty() ? std::string{} : frame.words().text(choice.help),
         .rect = rect,
         .chosen = choice.chosen,
         .foreground = c.ink,
         .background = back,
         .shared = is_same_for_all(choice.label) && !choice.found}
    );
    return frame.pressed(node);
}

} // namespace guichet::ui
