// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/scroll.hpp"
#include "ui/screens/call_words.hpp"
#include "ui/screens/contacts.hpp"
#include "ui/screens/emergency.hpp"
#include "ui/screens/flow.hpp"
#include "ui/screens/page.hpp"
#include "ui/screens/staff.hpp"
#include "ui/screens/ways.hpp"

#include <algorithm>

namespace guichet::ui {

using call::State;
using i18n::tr;
namespace did = visit::did;

namespace {

struct CallButton {
    std::string id;
    Button button;
    visit::Event event;
};

std::vector<CallButton> buttons_of(const visit::Visit& visit) {
    const auto state = visit.call.state;
    std::vector<CallButton> buttons;
    const auto add = [&](const char* id, i18n::Message label, Icon icon, visit::Event event) {
        const Look look = buttons.empty() ? Look::Second : Look::Quiet;
        buttons.push_back(
            {id, {.label = std::move(label), .look = look, .icon = icon}, std::move(event)}
        );
    };
    const bool waits =
        state == State::Received || state == State::Claimed || state == State::Beacon;
    if (waits)
        add("here", tr("Quelqu’un est avec moi"), Icon::People, did::SomeoneIsHere{});
    if (visit::can_hide(visit))
        add("hide-screen", tr("Cacher mon écran"), Icon::Hidden, did::HideScreen{});
    if (state == State::Here)
        add("end-call", tr("L’aide est terminée"), Icon::Check, did::EndCall{});
    else if (state != State::Quiet)
        add("end-call", tr("Je n’ai plus besoin d’aide"), Icon::Close, did::EndCall{});
    if (waits)
        add("leave-call", tr("J’y vais sans attendre"), Icon::Walk, did::LeaveCall{});
    return buttons;
}

void draw_call_buttons(Flow& flow, const visit::Visit& visit, Page& page) {
    const auto buttons = buttons_of(visit);
    std::vector<std::pair<std::string, Button>> row;
    row.reserve(buttons.size());
    for (const auto& one : buttons)
        row.emplace_back(one.id, one.button);
    const int pressed = flow.buttons(row);
    if (pressed >= 0)
        page.ask(buttons[static_cast<std::size_t>(pressed)].event);
}

/// How high the buttons are in that width.
float buttons_height(Frame& frame, const visit::Visit& visit, float width) {
    Flow measure{frame, {0, 0, width, 0}};
    std::vector<text::Size> sizes;
    float tall = 0;
    for (const auto& one : buttons_of(visit)) {
        sizes.push_back(button_size(frame, one.button, width));
        tall = std::max(tall, sizes.back().height);
    }
    for (auto& size : sizes)
        size.height = tall;
    measure.row(sizes);
    return measure.bottom();
}

/// What the card says, under one another.
struct Said {
    const char* id;
    i18n::Message words;
    TextRole role;
    float above; ///< millimetres
};

std::vector<Said> said(const visit::Visit& visit) {
    const auto words = call_words(visit);
    std::vector<Said> all{{"heading", words.heading, TextRole::Question, 0.0f}};
    if (const auto reply = reply_words(visit.call); !reply.empty())
        all.push_back({"reply", reply, TextRole::Heading, 2.0f});
    all.push_back({"say", words.say, TextRole::Body, 2.0f});
    const bool alone = visit.call.state != State::Here; // who sits beside reads the screen
    if (visit.call.state != State::Quiet && alone)
        all.push_back(
            {"privacy", tr("Personne ne voit ce que vous avez écrit."), TextRole::Body, 3.0f}
        );
    return all;
}

float said_height(Frame& frame, const std::vector<Said>& all, float width) {
    float height = 0;
    for (const auto& one : all)
        height += label_height(frame, one.words, one.role, width) + frame.metrics().mm(one.above);
    return height;
}

/// The card of the human colour with the state's icon and words.
void draw_state(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page) {
    const auto& m = frame.metrics();
    const auto& c = frame.colours();
    const float pad = m.mm(m.low() ? 5.0f : 9.0f);
    const float disc = m.mm(m.narrow() || m.low() ? 20.0f : 28.0f);
    const float start = pad + disc + m.mm(8.0f);
    const float width = flow.width() - start - pad;
    const auto words = said(visit);
    const float above = std::max(said_height(frame, words, width), disc);
    const float below = buttons_height(frame, visit, flow.width() - 2 * pad);
    const float between = below > 0 ? m.mm(6.0f) : 0.0f;
    const auto rect = flow.take(above + between + below + 2 * pad);
    frame.fill(rect, c.human_soft, m.radius());
    frame.outline(rect, c.human, m.mm(0.8f), m.radius());
    const Rect mark{rect.x + pad, rect.y + pad, disc, disc};
    frame.fill(mark, c.human, disc / 2);
    icon(frame, mark, call_words(visit).icon, c.on_human, TextRole::BigIcon);
    Flow inside{frame, {rect.x + start, rect.y + pad, width, 0}};
    for (const auto& one : words) {
        inside.space(one.above);
        inside.text(one.id, one.words, one.role);
    }
    Flow foot{frame, {rect.x + pad, mark.y + above + between, flow.width() - 2 * pad, 0}};
    draw_call_buttons(foot, visit, page);
}

/// Why somebody is called: after the press, and never required.
void draw_reasons(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page) {
    flow.text("reasons", tr("Vous pouvez dire pourquoi, si vous voulez"), TextRole::Heading);
    flow.space(3);
    const int columns = frame.metrics().narrow() ? 2 : 3;
    std::vector<Choice> choices;
    std::vector<float> heights;
    for (const auto& one : reasons()) {
        choices.push_back(
            {.label = one.words,
             .icon = one.icon,
             .mark = Choice::Mark::Round,
             .chosen = visit.call.request.reason == one.reason}
        );
        heights.push_back(choice_height(frame, choices.back(), flow.cell_width(columns)));
    }
    const auto cells = flow.cells(heights, columns);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const auto reason = reasons().at(i).reason;
        const auto id = "reason:" + std::string{call::to_name(reason)};
        if (choice(frame, id, cells[i], choices[i]))
            page.ask(did::GiveReason{reason});
    }
}

/// While somebody is on the way the person may go on, or back to the screen they hid.
std::optional<Action> go_on_after(const visit::Visit& visit) {
    if (visit.call.state == State::Quiet)
        return std::nullopt;
    return back_to_visit(visit);
}

void draw_people_here(Frame& frame, Flow& flow, const visit::Visit& visit) {
    flow.text("where", tr("Où trouver quelqu’un"), TextRole::Heading);
    flow.space(3);
    const int columns = frame.metrics().narrow() ? 1 : 2;
    draw_people(frame, flow, "contact", site_people(*visit.offer), columns);
}

/// Nobody has taken the call for long: it stays open, and here is what else there is.
void draw_other_ways(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page) {
    flow.text("where", tr("Vous pouvez aussi aller voir ces personnes"), TextRole::Heading);
    flow.space(3);
    draw_ways(frame, flow, visit, page);
}

Asked draw_calm(Frame& frame, const visit::Visit& visit) {
    Page page{frame, visit, {.back = did::ClosePanel{}}};
    const auto& call = visit.call;
    const bool may_say_why = call.state == State::Sending || call.state == State::Received ||
                             call.state == State::Claimed;
    {
        ScrollArea area{frame, "call", page.inside()};
        Flow flow{frame, area.content()};
        draw_state(frame, flow, visit, page);
        draw_staff(frame, flow, visit);
        flow.space(6);
        if (call.request.urgent) {
            draw_emergency(frame, flow, frame.colours().ink);
            flow.space(6);
        }
        if (call.other_ways) {
            draw_other_ways(frame, flow, visit, page);
            flow.space(6);
        }
        if (may_say_why) {
            draw_reasons(frame, flow, visit, page);
            flow.space(6);
        }
        if (!call.other_ways)
            draw_people_here(frame, flow, visit);
        area.end(flow.bottom());
    }
    return page.finish(go_on_after(visit));
}

/// Somebody unwell says so even here: the numbers to dial come at once.
void draw_danger(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page) {
    if (visit.call.request.urgent)
        return draw_emergency(frame, flow, frame.colours().on_human);
    const auto unwell = reasons().back();
    const Button button{.label = unwell.words, .look = Look::Danger, .icon = unwell.icon};
    if (flow.buttons({{"reason:unwell", button}}) == 0)
        page.ask(did::GiveReason{unwell.reason});
}

/// Nobody could be told: the screen itself is the sign, seen from across the room.
Asked draw_beacon(Frame& frame, const visit::Visit& visit) {
    const auto& c = frame.colours();
    const auto& m = frame.metrics();
    Page page{frame, visit, {.back = did::ClosePanel{}, .header = false}};
    frame.fill(page.body(), c.human);
    const auto words = call_words(visit);
    {
        ScrollArea area{frame, "beacon", page.inside()};
        Flow flow{frame, area.content()};
        flow.space(m.low() ? 0.0f : 6.0f);
        auto sign = flow.take(m.mm(20.0f));
        sign.width = m.mm(16.0f);
        icon(frame, sign, Icon::Human, c.on_human, TextRole::BigIcon);
        flow.space(2);
        flow.coloured("heading", words.heading, TextRole::Title, c.on_human);
        flow.space(3);
        flow.coloured("say", words.say, TextRole::Body, c.on_human);
        flow.space(1);
        flow.coloured("again", tr("La machine réessaie toute seule."), TextRole::Body, c.on_human);
        flow.space(5);
        draw_people(frame, flow, "contact", site_people(*visit.offer), m.narrow() ? 1 : 2);
        flow.space(5);
        draw_call_buttons(flow, visit, page);
        flow.space(5);
        draw_danger(frame, flow, visit, page);
        area.end(flow.bottom());
    }
    return page.finish(go_on_after(visit));
}

} // namespace

Asked draw_call_panel(Frame& frame, const visit::Visit& visit) {
    return visit.call.state == State::Beacon ? draw_beacon(frame, visit) : draw_calm(frame, visit);
}

} // namespace guichet::ui
