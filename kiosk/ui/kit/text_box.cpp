// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/text_box.hpp"

#include "ui/kit/typing.hpp"
#include "ui/kit/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace guichet::ui {
namespace {

constexpr float tall_lines = 3;
constexpr float most_lines = 5; ///< then the text moves inside its box, with the caret

/// What is typed is French most of the time, whatever the language of the screen; a text in
/// Arabic letters runs from the right.
const i18n::Language& language_of(std::string_view text) {
    static const i18n::Language leftwards{"ar", "", i18n::Direction::RightToLeft};
    if (runs(text) == Runs::Leftwards)
        return leftwards;
    return i18n::french();
}

std::string_view shown_text(const TextBox& box) {
    return box.shown.empty() ? box.text : std::string_view{box.shown};
}

struct Places {
    Rect label;
    Rect box;
    Rect suffix;
    Rect words;
};

float padding_down(const Metrics& m) {
    return m.mm(1.2f);
}

Places places(Frame& frame, const TextBox& box, const Rect& rect) {
    const auto& m = frame.metrics();
    Places at;
    Rect rest = rect;
    if (!box.label.empty()) {
        const float label = label_height(frame, box.label, TextRole::Body, rect.width);
        at.label = take_top(rest, label, m.mm(1.0f));
    }
    at.box = rest;
    at.words = rest.inset(m.mm(m.narrow() ? 3.0f : 4.0f), padding_down(m));
    if (!box.suffix.empty()) {
        const auto words = frame.words().text(box.suffix);
        const float width = frame.measure(words, TextRole::Value, 0).width;
        // What is typed runs from the left even on a mirrored screen, and its unit comes after it.
        at.suffix = frame.mirrored() ? take_start(at.words, width, m.mm(2.0f))
                                     : take_end(at.words, width, m.mm(2.0f));
    }
    return at;
}

WordCache::Words typed_words(Frame& frame, const TextBox& box, float width) {
    return {
        shown_text(box),
        frame.metrics().style(TextRole::Value),
        &language_of(box.text),
        std::max(1.0f, width)};
}

float line_height(Frame& frame) {
    return frame.measure("H", TextRole::Value, 0).height;
}

/// Brings our caret up to date with a text that something else has changed.
void follow(Memory::Caret& caret, std::string_view text) {
    if (caret.text == text)
        return;
    caret.text = text;
    caret.at = text.size();
}

void take_caret(Memory::Caret& caret, std::string_view id, std::string_view text) {
    if (caret.box != id)
        caret = {std::string{id}, text.size(), std::string{text}};
}

struct Typed {
    Rect place; ///< of the whole text, moved so that the caret is in sight
    text::Caret caret;
};

Typed place_text(Frame& frame, const TextBox& box, const Rect& inner) {
    auto& caret = frame.memory().caret();
    const auto words = typed_words(frame, box, inner.width);
    const auto laid = frame.memory().words().lay_out(words);
    const std::size_t at = std::min(caret.at, box.text.size());
    auto place =
        laid.paragraph().caret(box.shown.empty() ? at : shown_caret(box.text, box.shown, at));
    place.x += laid.shift;
    const float height = laid.size().height;
    Typed typed{{inner.x, inner.y, inner.width, height}, place};
    if (height <= inner.height + 1) {
        if (!box.tall)
            typed.place.y += (inner.height - height) / 2;
        return typed;
    }
    const float below = place.top + place.height - inner.height;
    typed.place.y -= std::clamp(below, 0.0f, height - inner.height);
    return typed;
}

void draw_text(Frame& frame, const TextBox& box, const Rect& inner, bool has_caret) {
    const auto& c = frame.colours();
    const auto& m = frame.metrics();
    const Typed typed = place_text(frame, box, inner);
    frame.begin_clip(inner.inset(-m.mm(1.0f), 0));
    frame.draw(typed.place, typed_words(frame, box, inner.width), c.ink);
    if (has_caret) {
        const float width = std::max(2.0f, std::round(m.mm(0.6f)));
        const Rect shown = frame.mirror(typed.place);
        const float air = typed.caret.height * 0.14f;
        const Rect line{
            shown.x + typed.caret.x - width / 2,
            shown.y + typed.caret.top + air,
            width,
            typed.caret.height - 2 * air};
        frame.fill(frame.mirror(line), c.focus);
    }
    frame.end_clip();
}

void draw_edge(Frame& frame, const Rect& rect, const TextBox& box, bool has_caret) {
    const auto& c = frame.colours();
    const auto& m = frame.metrics();
    frame.fill(rect, c.card, m.radius());
    const float strong = std::max(3.0f, std::round(m.mm(0.8f)));
    const float thick = has_caret || box.wrong ? strong : std::max(2.0f, m.border());
    const auto edge = box.wrong ? c.error : has_caret ? c.ink : c.line;
    frame.outline(rect, edge, thick, m.radius());
}

/// The caret goes where the finger came up.
void touch(Frame& frame, const TextBox& box, const Rect& inner) {
    auto& caret = frame.memory().caret();
    const auto& pointer = frame.memory().pointer();
    const Rect shown = frame.mirror(place_text(frame, box, inner).place);
    const auto laid = frame.memory().words().lay_out(typed_words(frame, box, inner.width));
    const float x = pointer.x() - shown.x - laid.shift;
    const std::size_t at = laid.paragraph().index_at(x, pointer.y() - shown.y);
    caret.at =
        box.shown.empty() ? std::min(at, box.text.size()) : text_caret(box.text, box.shown, at);
    frame.memory().ask_another_frame();
}

} // namespace

float text_box_height(Frame& frame, const TextBox& box, float width) {
    const auto& m = frame.metrics();
    const auto at = places(frame, box, {0, 0, width, 1000});
    const float line = line_height(frame);
    const float least = box.tall ? tall_lines * line : line;
    const float typed =
        frame.memory().words().lay_out(typed_words(frame, box, at.words.width)).size().height;
    const float text = std::clamp(typed, least, std::max(least, most_lines * line));
    const float above = at.box.y; // the label's part
    return std::ceil(above + std::max(m.target(), text + 2 * padding_down(m)));
}

bool text_box(Frame& frame, std::string_view id, const Rect& rect, const TextBox& box) {
    auto& caret = frame.memory().caret();
    const auto& c = frame.colours();
    const auto at = places(frame, box, rect);
    if (caret.box == id)
        follow(caret, box.text);
    const bool has_caret = caret.box == id;
    const std::string name = frame.words().text(box.label.empty() ? box.name : box.label);
    if (!box.label.empty())
        frame.words_at(at.label, name, TextRole::Body, c.ink);
    draw_edge(frame, at.box, box, has_caret);
    draw_text(frame, box, at.words, has_caret);
    if (!box.suffix.empty())
        frame.words_centred(
            at.suffix, frame.words().text(box.suffix), TextRole::Value, c.soft, text::Align::End
        );
    if (!box.label.empty())
        frame.note(Role::TextBox, box.label);
    const Node& node = frame.add(
        {.id = std::string{id},
         .role = Role::TextBox,
         .name = name,
         .value = std::string{shown_text(box)},
         .rect = at.box,
         .chosen = has_caret,
         .secret = box.secret,
         .foreground = c.ink,
         .background = c.card,
         .shared = is_same_for_all(box.label.empty() ? box.name : box.label)}
    );
    if (frame.pressed(node)) {
        take_caret(caret, id, box.text);
        if (frame.memory().pointer().went_up())
            touch(frame, box, at.words);
    }
    return caret.box == id;
}

void give_caret(Frame& frame, std::string_view id) {
    auto& caret = frame.memory().caret();
    if (caret.box == id)
        return;
    // A box that has gone keeps no caret.
    const bool there = find(frame.memory().tree(), caret.box) != nullptr ||
                       find(frame.tree(), caret.box) != nullptr;
    if (caret.box.empty() || !there)
        caret = {std::string{id}, std::string::npos, {}};
}

} // namespace guichet::ui
