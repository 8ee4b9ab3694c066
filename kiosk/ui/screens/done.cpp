// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/scroll.hpp"
#include "ui/screens/contacts.hpp"
#include "ui/screens/feedback.hpp"
#include "ui/screens/flow.hpp"
#include "ui/screens/page.hpp"
#include "ui/screens/paper_way.hpp"
#include "ui/screens/scan_drawing.hpp"
#include "ui/screens/trouble.hpp"

#include <algorithm>

namespace guichet::ui {

using i18n::tr;
using State = visit::Delivery::State;
namespace did = visit::did;

namespace {

/// The ways the sheet goes out here.
std::vector<PaperWay> ways(const visit::Visit& visit) {
    std::vector<PaperWay> all;
    if (visit.offer->can_print)
        all.push_back(
            {"print",
             visit.delivery.print,
             visit.delivery.why,
             Doing::Print,
             did::Print{},
             Icon::Print,
             tr("Imprimer ma feuille"),
             tr("L’imprimante travaille."),
             tr("C’est imprimé. Prenez votre feuille."),
             tr("Imprimer encore")}
        );
    if (visit.offer->can_save)
        all.push_back(
            {"save",
             visit.delivery.save,
             visit.delivery.why,
             Doing::Save,
             did::Save{},
             Icon::Save,
             tr("Enregistrer ma feuille"),
             tr("La machine enregistre."),
             tr("C’est enregistré."),
             tr("Enregistrer encore")}
        );
    return all;
}

void say_sheet(Frame& frame, Flow& flow, const visit::Visit& visit) {
    const auto& c = frame.colours();
    switch (visit.delivery.sheet) {
    case State::No:
    case State::Working:
        flow.icon_words(
            "sheet", {tr("Votre feuille se prépare."), Icon::Clock, TextRole::Body, c.ink}
        );
        break;
    case State::Done:
        flow.icon_words(
            "sheet", {tr("Votre feuille est prête."), Icon::Check, TextRole::Body, c.ok}
        );
        break;
    case State::Failed:
        flow.alert("sheet", trouble(Doing::Sheet, visit.delivery.why));
        flow.space(2);
        flow.text("sheet:remedy", remedy(Doing::Sheet, visit.delivery.why));
        break;
    }
}

/// The state of the sheet, then the buttons to print and save it.
void draw_sheet(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page) {
    say_sheet(frame, flow, visit);
    flow.space(4);
    const auto all = ways(visit);
    const bool sheet_failed = visit.delivery.sheet == State::Failed;
    std::vector<std::pair<std::string, Button>> buttons;
    for (const auto& way : all) {
        if (!sheet_failed)
            say_paper(frame, flow, way);
        buttons.emplace_back(way.id, paper_button(way));
    }
    const int pressed = flow.buttons(buttons);
    if (pressed >= 0)
        page.ask(all[static_cast<std::size_t>(pressed)].event);
    if (all.empty())
        flow.text("no-way", tr("Demandez votre feuille à quelqu’un d’ici."));
}

void draw_next(Frame& frame, Flow& flow, const procedure::Procedure& procedure) {
    flow.text("next", tr("Et maintenant"), TextRole::Heading);
    int number = 1;
    for (const auto& next : procedure.next) {
        flow.space(3);
        draw_numbered(frame, flow, number++, next.say);
    }
    if (procedure.send_to.empty())
        return;
    flow.space(5);
    flow.icon_words(
        "send-to",
        {tr("Envoyez à : {address}").with("address", frame.words().text(procedure.send_to)),
         Icon::Place,
         TextRole::Body,
         frame.colours().ink}
    );
}

void draw_help(Frame& frame, Flow& flow, const visit::Visit& visit) {
    flow.text("people", tr("Si vous avez une question"), TextRole::Heading);
    flow.space(3);
    draw_people(frame, flow, "contact", {procedure_person(*visit.procedure)}, 1);
}

} // namespace

Asked draw_done(Frame& frame, const visit::Visit& visit) {
    Page page{frame, visit, {.leave = false, .back = did::Back{}}};
    const bool narrow = frame.metrics().narrow();
    {
        ScrollArea area{frame, "done", page.inside()};
        const auto content = area.content();
        Flow flow{frame, content};
        flow.heading(tr("Il reste à envoyer votre demande"));
        flow.space(4);
        auto left = Rect{content.x, flow.bottom(), content.width, 0};
        auto right = left;
        if (!narrow) {
            const float gap = frame.metrics().mm(12.0f);
            left.width = (content.width - gap) * 0.54f;
            right = {left.right() + gap, left.y, content.width - gap - left.width, 0};
        }
        Flow first{frame, left};
        draw_sheet(frame, first, visit, page);
        first.space(7);
        draw_next(frame, first, *visit.procedure);
        if (narrow) {
            first.space(7);
            right.y = first.bottom();
        }
        Flow second{frame, right};
        draw_help(frame, second, visit);
        second.space(5);
        second.icon_words(
            "erased",
            {tr("Vos réponses sont effacées quand vous touchez « Terminer »."),
             Icon::Lock,
             TextRole::Small,
             frame.colours().soft}
        );
        second.space(8);
        draw_feedback(frame, second, visit, page);
        area.end(std::max(first.bottom(), second.bottom()));
    }
    return page.finish(Action{
        .button = {.label = main_label::finish(), .look = Look::Main, .icon = Icon::Check},
        .event = did::Continue{}});
}

} // namespace guichet::ui
