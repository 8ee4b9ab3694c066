// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/page.hpp"

#include "ui/screens/call_button.hpp"
#include "ui/screens/footer.hpp"
#include "ui/screens/header.hpp"

#include <algorithm>
#include <utility>

namespace guichet::ui {

using i18n::tr;
namespace did = visit::did;

namespace {

/// Where this main action lies in the room for any of them.
Rect place_main(Frame& frame, const Button& main, Rect room) {
    const bool has_row = room.width > frame.screen().width * 0.6f;
    const float width = button_size(frame, main, room.width).width;
    return has_row ? room : take_end(room, std::max(width, frame.metrics().mm(58.0f)), 0);
}

/// What the buttons leave of the footer's row.
Rect free_room(Frame& frame, const Around& around) {
    const auto places = footer_places(frame);
    auto room = places.free;
    if (around.main && places.main.y == room.y)
        room.width += place_main(frame, *around.main, places.main).x - places.main.x;
    return room;
}

/// Whether the main action was pressed.
bool draw_main(Frame& frame, const visit::Visit& visit, const Action& main, const Rect& room) {
    auto wanted = main.button;
    wanted.enabled = wanted.enabled && !visit::waits_for_person(visit);
    return button(frame, main.id, place_main(frame, wanted, room), wanted);
}

} // namespace

Page::Page(Frame& frame, const visit::Visit& visit, const Around& around)
    : m_frame(frame), m_visit(visit), m_around(around), m_body(frame.screen()),
      m_split(split_of(frame, visit)) {
    frame.fill(frame.screen(), frame.colours().paper);
    m_body.height = footer_places(frame).bar.y;
    if (around.header)
        m_asked = draw_header(frame, visit, around, m_body);
    if (auto asked = draw_banners(frame, visit, m_body))
        ask(std::move(*asked));
    m_offer = place_offer(frame, visit, free_room(frame, around), m_body);
    if (!m_offer.in_footer && draw_offer(frame, m_offer))
        ask(did::DeclineHelp{});
    if (m_split == Split::Across || m_split == Split::Down) {
        m_side = take_side(frame, m_split, m_body);
        frame.set_room(m_body.width);
        frame.start_noting();
    }
    frame.set_idle(visit::waits_for_person(visit));
}

Rect Page::inside() const {
    const auto& m = m_frame.metrics();
    return m_body.inset(m.margin(), m.mm(m.low() ? 3.5f : 6.0f));
}

void Page::ask(visit::Event event) {
    if (!m_asked)
        m_asked = std::move(event);
}

Asked Page::finish(const std::optional<Action>& main) {
    m_frame.set_idle(false);
    m_frame.set_room(m_frame.screen().width);
    const auto noted = m_frame.stop_noting();
    if (m_side.width > 0)
        if (auto asked = draw_side(m_frame, m_visit, m_side, noted))
            ask(std::move(*asked));
    const auto& c = m_frame.colours();
    const auto places = footer_places(m_frame);
    m_frame.fill(places.bar, c.card);
    rule(m_frame, places.bar);
    if (const auto called = draw_call_button(m_frame, m_visit, places.call))
        ask(*called);
    if (m_around.back) {
        const Button back{.label = tr("Retour"), .look = Look::Second, .icon = Icon::Back};
        const bool touched = places.back_icon_alone
                                 ? icon_button(m_frame, "back", places.back, back)
                                 : button(m_frame, "back", places.back, back);
        if (touched)
            ask(*m_around.back);
    }
    if (m_offer.in_footer && draw_offer(m_frame, m_offer))
        ask(did::DeclineHelp{});
    if (main && draw_main(m_frame, m_visit, *main, places.main)) {
        m_frame.memory().look_for_alert();
        ask(main->event);
    }
    return m_asked;
}

namespace {

Action forward(i18n::Message label) {
    return {
        .button =
            {.label = std::move(label),
             .look = Look::Main,
             .icon = Icon::Forward,
             .icon_after = true},
        .event = did::Continue{}};
}

} // namespace

Action start() {
    return forward(main_label::start());
}

Action go_on() {
    return forward(main_label::go_on());
}

Action back_to_visit(const visit::Visit& visit) {
    auto main = go_on();
    main.event = did::ClosePanel{};
    if (visit.curtain)
        main.button = {.label = main_label::close(), .look = Look::Main, .icon = Icon::Close};
    return main;
}

} // namespace guichet::ui
