// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/call_button.hpp"

#include "ui/kit/hold.hpp"
#include "ui/screens/call_words.hpp"

#include <algorithm>
#include <cmath>

namespace guichet::ui {

namespace did = visit::did;

namespace {

struct Paint {
    text::Colour fill;
    text::Colour edge;
    text::Colour label;
};

/// The words as they are shown, and how wide they are.
struct Shown {
    std::string label;
    std::string more{};
    float width{};
    bool fits{true};
};

/// Of one line set close to another: capitals, accents and tails, without the air around them.
float close_line(const Metrics& m, TextRole role) {
    return m.style(role).cap_height * 1.8f;
}

/// Between the icon and the words, and least at both sides.
float icon_gap(const Metrics& m) {
    return m.mm(m.narrow() ? 1.5f : 2.5f);
}

Rect room_for_words(Frame& frame, const Rect& rect) {
    const auto& m = frame.metrics();
    const float before = m.style(TextRole::Icon).cap_height + icon_gap(m);
    const float least = m.mm(1.5f);
    return {rect.x + before + least, rect.y, rect.width - before - 2 * least, rect.height};
}

/// The label in as many lines as it takes; the second line only where it fits below.
Shown fit(Frame& frame, const CallLabel& label, const Rect& room) {
    const auto& m = frame.metrics();
    Shown shown{.label = frame.words().text(label.label)};
    const auto more = frame.words().text(label.more);
    const float both = std::max(
        frame.measure(shown.label, TextRole::Button, 0).width,
        frame.measure(more, TextRole::Small, 0).width
    );
    const float tall = close_line(m, TextRole::Button) + close_line(m, TextRole::Small);
    if (!more.empty() && both <= room.width && tall <= room.height) {
        shown.more = more;
        shown.width = both;
        return shown;
    }
    if (label.more_counts)
        shown.label = more;
    const auto size = frame.measure(shown.label, TextRole::Button, room.width);
    shown.width = size.width;
    shown.fits = size.width <= room.width && size.height <= room.height;
    return shown;
}

void draw_words(Frame& frame, const Rect& rect, const Shown& shown, text::Colour colour) {
    constexpr auto start = text::Align::Start;
    if (shown.more.empty())
        return frame.words_centred(rect, shown.label, TextRole::Button, colour, start);
    const float first = close_line(frame.metrics(), TextRole::Button);
    const float second = close_line(frame.metrics(), TextRole::Small);
    const float top = rect.y + (rect.height - first - second) / 2;
    frame.words_centred(
        {rect.x, top, rect.width, first}, shown.label, TextRole::Button, colour, start
    );
    frame.words_centred(
        {rect.x, top + first, rect.width, second}, shown.more, TextRole::Small, colour, start
    );
}

void draw_face(Frame& frame, const Rect& rect, Icon sign, const Shown& shown, const Paint& paint) {
    const auto& m = frame.metrics();
    const float side = m.style(TextRole::Icon).cap_height;
    const float all = side + icon_gap(m) + shown.width;
    Rect group{rect.x + (rect.width - all) / 2, rect.y, all, rect.height};
    icon(frame, take_start(group, side, icon_gap(m)), sign, paint.label);
    draw_words(frame, group, shown, paint.label);
}

void draw_pressed(Frame& frame, const Rect& rect, const Paint& paint) {
    const auto& m = frame.metrics();
    const float thick = std::max(3.0f, std::round(m.mm(1.0f)));
    frame.outline(rect.inset(thick), paint.label, thick, std::max(0.0f, m.radius() - thick));
}

/// How much longer to press: a bar that fills along the button's foot.
void draw_share(Frame& frame, const Rect& rect, float share, const Paint& paint) {
    const float tall = frame.metrics().mm(3.0f);
    Rect bar{rect.x, rect.bottom() - tall, rect.width * std::clamp(share, 0.0f, 1.0f), tall};
    frame.fill(bar, paint.label, std::min(frame.metrics().radius(), bar.width / 2));
}

Shown words_that_fit(Frame& frame, const visit::Visit& visit, const Rect& room) {
    auto shown = fit(frame, call_label(visit, frame.now()), room);
    if (!shown.fits)
        shown = fit(frame, call_label_without_name(visit, frame.now()), room);
    return shown;
}

} // namespace

Asked draw_call_button(Frame& frame, const visit::Visit& visit, const Rect& rect) {
    const auto& c = frame.colours();
    const auto& m = frame.metrics();
    const auto state = visit.call.state;
    const bool calls = state == call::State::Quiet || state == call::State::Beacon;
    const bool enabled = calls || visit.panel != visit::Panel::Call;
    const Paint paint =
        enabled ? Paint{c.human, c.human_ink, c.on_human} : Paint{c.card, c.hairline, c.soft};
    frame.fill(rect, paint.fill, m.radius());
    frame.outline(rect, paint.edge, std::max(2.0f, std::round(m.mm(0.5f))), m.radius());
    if (enabled && frame.held(rect))
        draw_pressed(frame, rect, paint);
    const auto shown = words_that_fit(frame, visit, room_for_words(frame, rect));
    draw_face(frame, rect, call_label(visit, frame.now()).icon, shown, paint);
    const Node node = frame.add(
        {.id = "call",
         .role = Role::Button,
         .name = shown.label,
         .value = shown.more,
         .rect = rect,
         .enabled = enabled,
         .foreground = paint.label,
         .background = paint.fill}
    );
    const auto wanted = visit.habit.hold(frame.now());
    if (state != call::State::Quiet || wanted.count() == 0)
        return frame.pressed(node) ? Asked{did::CallSomeone{}} : std::nullopt;
    const auto holding = hold(frame, rect, node, wanted);
    draw_share(frame, rect, holding.share, paint);
    if (frame.pressed(node)) // too short: only a sign that somebody is there
        return did::Touch{};
    return holding.done ? Asked{did::CallSomeone{}} : std::nullopt;
}

} // namespace guichet::ui
