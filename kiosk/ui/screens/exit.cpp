// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/scroll.hpp"
#include "ui/screens/contacts.hpp"
#include "ui/screens/flow.hpp"
#include "ui/screens/page.hpp"

namespace guichet::ui {

using i18n::tr;
namespace did = visit::did;

Asked draw_exit(Frame& frame, const visit::Visit& visit) {
    Page page{frame, visit, {.progress = false, .back = did::Back{}}};
    ScrollArea area{frame, "exit", page.inside()};
    Flow flow{frame, area.content()};
    if (visit.route.exit != nullptr) {
        flow.heading(visit.route.exit->title);
        flow.space(3);
        flow.text("why", visit.route.exit->say);
        flow.space(3);
    }
    flow.soft("doubt", tr("Un doute ? Une erreur ? Touchez « Retour » pour changer une réponse."));
    flow.space(6);
    flow.text("people", tr("Des personnes peuvent vous répondre"), TextRole::Heading);
    flow.space(3);
    auto people = site_people(*visit.offer);
    people.insert(people.begin(), procedure_person(*visit.procedure));
    draw_people(frame, flow, "contact", people, frame.metrics().narrow() ? 1 : 2);
    area.end(flow.bottom());
    return page.finish(Action{
        .button = {.label = main_label::finish(), .look = Look::Main, .icon = Icon::Check},
        .event = did::Continue{}});
}

} // namespace guichet::ui
