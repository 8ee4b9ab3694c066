// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/ways.hpp"

#include "ui/screens/contacts.hpp"
#include "ui/screens/paper_way.hpp"

namespace guichet::ui {

using i18n::tr;
namespace did = visit::did;

namespace {

PaperWay on_paper(const visit::Visit& visit) {
    return {
        .id = "print-ways",
        .state = visit.ways,
        .why = visit.ways_why,
        .doing = Doing::Print,
        .event = did::PrintWays{},
        .icon = Icon::Print,
        .first = tr("Imprimer ces adresses"),
        .working = tr("L’imprimante travaille."),
        .done = tr("C’est imprimé. Prenez votre feuille."),
        .again = tr("Imprimer encore")};
}

} // namespace

void draw_ways(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page) {
    auto people = site_people(*visit.offer);
    if (visit.procedure != nullptr && !visit.curtain) // its people tell which one it is
        people.push_back(procedure_person(*visit.procedure));
    draw_people(frame, flow, "contact", people, frame.metrics().narrow() ? 1 : 2);
    if (!visit.offer->can_print)
        return;
    flow.space(5);
    const auto paper = on_paper(visit);
    say_paper(frame, flow, paper);
    if (flow.buttons({{paper.id, paper_button(paper)}}) == 0)
        page.ask(paper.event);
}

} // namespace guichet::ui
