#include "ui/kit/scroll.hpp"
#include "ui/screens/contacts.hpp"
#include "ui/screens/flow.hpp"
#include "ui/screens/page.hpp"

#include <algorithm>

namespace guichet::ui {

using call::State;
using i18n::tr;
namespace did = visit::did;

namespace {

/// What is true in each state of the call, and nothing more (DESIGN.md section 6).
struct CallWords {
    Icon icon;
    i18n::Message heading;
    i18n::Message say;
};

CallWords words_of(const visit::Visit& visit) {
    const auto& name = visit.call.mediator;
    switch (visit.call.state) {
    case State::Quiet:
        return {
            Icon::Human,
            tr("Quelqu’un peut vous aider"),
            tr("Touchez « Appeler quelqu’un », ou allez voir ces personnes.")};
    case State::Sending:
        return {Icon::Clock, tr("Appel en cours d’envoi"), tr("Attendez quelques secondes.")};
    case State::Received:
        return {
            Icon::Check,
            tr("Votre appel est reçu."),
            tr("Nous cherchons une personne libre. Vous pouvez continuer en attendant.")};
    case State::Claimed:
        return {
            Icon::Human,
            name.empty() ? tr("Quelqu’un arrive.") : tr("{name} arrive.").with("name", name),
            tr("Votre appel a été vu. Restez ici, ou continuez tranquillement.")};
    case State::Here:
        return {
            Icon::People,
            name.empty() ? tr("Quelqu’un est là.") : tr("{name} est là.").with("name", name),
            tr("Vous gardez la main. C’est vous qui écrivez.")};
    case State::Beacon:
        break;
    }
    return {
        Icon::Warning,
        tr("Nous n’avons pas pu prévenir quelqu’un d’ici."),
        tr("Levez la main, ou allez voir ces personnes. Vos réponses restent à l’écran.")};
}

struct CallButton {
    std::string id;
    Button button;
    visit::Event event;
};

std::vector<CallButton> buttons_of(const visit::Visit& visit) {
    std::vector<CallButton> buttons;
    const auto state = visit.call.state;
    if (state == State::Received || state == State::Claimed || state == State::Beacon)
        buttons.push_back(
            {"here",
             {.label = tr("Quelqu’un est avec moi"), .look = Look::Second, .icon = Icon::People},
             did::SomeoneIsHere{}}
        );
    if (state != State::Quiet)
        buttons.push_back(
            {"end-call",
             {.label = state == State::Here ? tr("L’aide est terminée")
                                            : tr("Je n’ai plus besoin d’aide"),
              .look = Look::Quiet,
              .icon = Icon::Close},
             did::EndCall{}}
        );
    return buttons;
}

void draw_call_buttons(Flow& flow, const visit::Visit& visit, Page& page) {
    const auto buttons = buttons_of(visit);
    std::vector<std::pair<std::string, Button>> row;
    for (const auto& one : buttons)
        row.emplace_back(one.id, one.button);
    const int pressed = flow.buttons(row);
    if (pressed >= 0)
        page.ask(buttons[static_cast<std::size_t>(pressed)].event);
}

/// The card of the human colour with the state's icon and words.
void draw_state(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page) {
    const auto& m = frame.metrics();
    const auto& c = frame.colours();
    const auto words = words_of(visit);
    const float pad = m.mm(9.0f);
    const float disc = m.mm(m.narrow() ? 20.0f : 28.0f);
    const float start = pad + disc + m.mm(8.0f);
    const float width = flow.width() - start - pad;
    const auto privacy = tr("Personne ne voit ce que vous avez écrit.");
    const float heading_tall = label_height(frame, words.heading, TextRole::Question, width);
    const float say_tall = label_height(frame, words.say, TextRole::Body, width);
    const float privacy_tall = label_height(frame, privacy, TextRole::Body, width);
    Flow measure{frame, {0, 0, width, 0}};
    std::vector<text::Size> sizes;
    for (const auto& one : buttons_of(visit))
        sizes.push_back(button_size(frame, one.button, width));
    measure.row(sizes);
    const float words_tall = heading_tall + say_tall + privacy_tall + m.mm(5.0f);
    const float tall = std::max(words_tall, disc) + measure.bottom() + m.mm(8.0f) + 2 * pad;
    const auto rect = flow.take(tall);
    frame.fill(rect, c.human_soft, m.radius());
    frame.outline(rect, c.human, m.mm(0.8f), m.radius());
    const Rect mark{rect.x + pad, rect.y + pad, disc, disc};
    frame.fill(mark, c.human, disc / 2);
    icon(frame, mark, words.icon, c.on_human, TextRole::BigIcon);
    Flow inside{frame, {rect.x + start, rect.y + pad, width, 0}};
    inside.heading(words.heading);
    inside.space(2);
    inside.text("say", words.say);
    inside.space(3);
    inside.text("privacy", privacy);
    inside.move_to(std::max(inside.bottom(), mark.bottom()) + m.mm(8.0f));
    draw_call_buttons(inside, visit, page);
}

/// While somebody is on the way the person may go on.
std::optional<Action> go_on_after(const visit::Visit& visit) {
    if (visit.call.state == State::Quiet)
        return std::nullopt;
    auto main = go_on();
    main.event = did::ClosePanel{};
    return main;
}

Asked draw_calm(Frame& frame, const visit::Visit& visit) {
    Page page{frame, visit, {.back = did::ClosePanel{}}};
    {
        ScrollArea area{frame, "call", page.inside()};
        Flow flow{frame, area.content()};
        flow.space(frame.metrics().low() ? 0.0f : 6.0f);
        draw_state(frame, flow, visit, page);
        flow.space(6);
        flow.text("where", tr("Où trouver quelqu’un"), TextRole::Heading);
        flow.space(3);
        const int columns = frame.metrics().narrow() ? 1 : 2;
        draw_people(frame, flow, "contact", site_people(*visit.offer), columns);
        area.end(flow.bottom());
    }
    return page.finish(go_on_after(visit));
}

/// Nobody could be told: the screen itself is the sign, seen from across the room.
Asked draw_beacon(Frame& frame, const visit::Visit& visit) {
    const auto& c = frame.colours();
    const auto& m = frame.metrics();
    Page page{frame, visit, {.back = did::ClosePanel{}, .header = false}};
    frame.fill(page.body(), c.human);
    const auto words = words_of(visit);
    {
        ScrollArea area{frame, "beacon", page.inside()};
        Flow flow{frame, area.content()};
        flow.space(m.low() ? 0.0f : 8.0f);
        auto sign = flow.take(m.mm(20.0f));
        sign.width = m.mm(16.0f);
        icon(frame, sign, Icon::Human, c.on_human, TextRole::BigIcon);
        flow.space(3);
        flow.coloured("heading", words.heading, TextRole::Title, c.on_human);
        flow.space(3);
        flow.coloured("say", words.say, TextRole::Body, c.on_human);
        flow.space(7);
        draw_people(frame, flow, "contact", site_people(*visit.offer), m.narrow() ? 1 : 2);
        flow.space(7);
        draw_call_buttons(flow, visit, page);
        area.end(flow.bottom());
    }
    return page.finish(go_on_after(visit));
}

} // namespace

Asked draw_call_panel(Frame& frame, const visit::Visit& visit) {
    return visit.call.state == State::Beacon ? draw_beacon(frame, visit) : draw_calm(frame, visit);
}

} // namespace guichet::ui
