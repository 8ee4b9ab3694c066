// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/beside.hpp"

#include "i18n/language.hpp"
#include "procedure/type.hpp"
#include "ui/kit/scroll.hpp"
#include "ui/screens/flow.hpp"
#include "ui/screens/page.hpp"

#include <algorithm>
#include <utility>

namespace guichet::ui {

using i18n::tr;
using i18n::verbatim;
namespace did = visit::did;

namespace {

/// The languages a mediator can choose: those this kiosk has.
std::vector<const i18n::Language*> languages_of(const visit::Visit& visit) {
    std::vector<const i18n::Language*> all;
    for (const auto& language : i18n::languages())
        if (language == i18n::french() || visit.offer->words.contains(language.code))
            all.push_back(&language);
    return all;
}

/// What the screen says, in the order of the screen.
void draw_noted(Frame& frame, Flow& flow, const std::vector<Frame::Noted>& noted) {
    const auto& c = frame.colours();
    int number = 0;
    for (const auto& one : noted) {
        const auto id = "beside:" + std::to_string(number++);
        const auto words = frame.words().text(one.words);
        switch (one.role) {
        case Role::Heading:
            flow.text(id, one.words, TextRole::Heading);
            flow.space(2);
            break;
        case Role::Alert:
            flow.icon_words(id, {one.words, Icon::Warning, TextRole::Body, c.ink});
            flow.space(2);
            break;
        case Role::Option:
            flow.text(id, verbatim("• " + words), TextRole::Small);
            flow.space(1);
            break;
        default:
            flow.text(id, one.words, TextRole::Small);
            flow.space(2);
        }
    }
}

/// Of a question that is not drawn itself.
std::vector<Frame::Noted> words_of(const visit::Visit& visit, const procedure::Question& question) {
    std::vector<Frame::Noted> all{{Role::Heading, question.label}};
    if (!question.help.empty())
        all.push_back({Role::Text, question.help});
    for (const auto& finding : visit.findings)
        all.push_back({Role::Alert, finding.say});
    for (const auto& option : question.options) {
        all.push_back({Role::Option, option.label});
        if (!option.help.empty())
            all.push_back({Role::Text, option.help});
    }
    return all;
}

void draw_notes(Frame& frame, Flow& flow, const visit::Visit& visit) {
    const auto* question = visit.question();
    if (question == nullptr)
        return;
    const auto& c = frame.colours();
    flow.space(2);
    frame.fill(flow.take(std::max(1.0f, frame.metrics().mm(0.5f))), c.human);
    flow.space(3);
    if (question->notes.empty())
        return flow.text("beside:no-note", tr("Il n’y a pas de note ici."), TextRole::Small);
    flow.icon_words(
        "beside:explain", {tr("Pour bien expliquer"), Icon::Info, TextRole::Body, c.human_ink}
    );
    flow.space(1);
    flow.text("beside:notes", question->notes, TextRole::Small);
}

/// What the mediator can change of their side: its language, their code, and closing it.
Asked draw_side_buttons(Flow& flow, const visit::Visit& visit) {
    std::vector<std::pair<std::string, Button>> buttons;
    std::vector<visit::Event> events;
    const auto add = [&](std::string id, i18n::Message label, Icon icon, visit::Event event) {
        buttons.emplace_back(
            std::move(id), Button{.label = std::move(label), .look = Look::Quiet, .icon = icon}
        );
        events.push_back(std::move(event));
    };
    for (const auto* language : languages_of(visit))
        if (language->code != visit.beside->language)
            add("beside:language:" + language->code,
                verbatim(language->native_name),
                Icon::Language,
                did::ChooseBesideLanguage{language->code});
    if (!visit.beside->proven)
        add("beside:code", tr("Écrire mon code"), Icon::Lock, did::OpenPanel{visit::Panel::Code});
    add("beside:close", tr("Fermer ce côté"), Icon::Close, did::CloseBeside{});
    flow.space(5);
    const int pressed = flow.buttons(buttons);
    if (pressed < 0)
        return std::nullopt;
    return events[static_cast<std::size_t>(pressed)];
}

} // namespace

Split split_when_open(const Frame& frame, const visit::Visit& visit) {
    if (visit.curtain)
        return Split::No;
    if (!frame.metrics().narrow())
        return Split::Across;
    // The largest words leave no room for a second side.
    if (frame.screen().height > frame.screen().width && visit.size != visit::TextSize::Largest)
        return Split::Down;
    // Nor may it cover what only the person can answer.
    return visit.question() != nullptr && !visit::waits_for_person(visit) ? Split::Alone
                                                                          : Split::No;
}

Split split_of(const Frame& frame, const visit::Visit& visit) {
    const bool is_open = visit.beside && visit.beside->open;
    if (!is_open || visit.panel != visit::Panel::None || visit.ends)
        return Split::No;
    return split_when_open(frame, visit);
}

Rect take_side(const Frame& frame, Split split, Rect& body) {
    const auto& m = frame.metrics();
    const float down = m.mm(m.low() ? 3.5f : 6.0f);
    if (split == Split::Down)
        return take_bottom(body, body.height * 0.36f, 0).inset(m.margin(), down / 2);
    auto side = take_end(body, body.width * 0.38f, 0).inset(0, down);
    side.width -= m.margin();
    return side;
}

Asked draw_side(
    Frame& frame,
    const visit::Visit& visit,
    const Rect& area,
    const std::vector<Frame::Noted>& noted
) {
    const auto& m = frame.metrics();
    const auto& c = frame.colours();
    frame.fill(area, c.human_soft, m.radius());
    frame.outline(area, c.human, m.mm(0.8f), m.radius());
    frame.set_room(area.width);
    Asked asked;
    {
        const auto inner = frame.begin_side(area.inset(m.mm(4.0f)));
        ScrollArea scroll{frame, "beside", inner};
        Flow flow{frame, scroll.content()};
        flow.icon_words(
            "beside:with",
            {with_name(visit.beside->mediator, tr("Avec {name}"), tr("Avec la personne qui aide")),
             Icon::People,
             TextRole::Body,
             c.human_ink}
        );
        flow.space(3);
        if (frame.beside_words().language().code != visit.language)
            draw_noted(frame, flow, noted);
        draw_notes(frame, flow, visit);
        asked = draw_side_buttons(flow, visit);
        scroll.end(flow.bottom());
    }
    frame.end_side();
    frame.set_room(frame.screen().width);
    return asked;
}

Asked draw_side_alone(Frame& frame, const visit::Visit& visit) {
    Page page{frame, visit, {.back = did::CloseBeside{}}};
    if (auto asked = draw_side(frame, visit, page.inside(), words_of(visit, *visit.question())))
        page.ask(std::move(*asked));
    auto main = go_on();
    main.event = did::CloseBeside{};
    return page.finish(main);
}

} // namespace guichet::ui
