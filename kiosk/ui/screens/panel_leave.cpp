// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/scroll.hpp"
#include "ui/screens/flow.hpp"
#include "ui/screens/page.hpp"
#include "ui/screens/question.hpp"

namespace guichet::ui {

using i18n::tr;
namespace did = visit::did;

namespace {

/// What will be lost, then the two ways: the safe one is the screen's main action.
struct Warning {
    std::string scroll;
    i18n::Message heading;
    i18n::Message say;
    std::string id;
    Button yes;
    visit::Event event;
    i18n::Message no;
};

Asked draw_warning(Frame& frame, const visit::Visit& visit, const Warning& warning) {
    Page page{frame, visit, {.leave = false, .back = did::ClosePanel{}}};
    {
        ScrollArea area{frame, warning.scroll, page.inside()};
        Flow flow{frame, area.content()};
        flow.space(frame.metrics().low() ? 0.0f : 10.0f);
        flow.heading(warning.heading);
        flow.space(3);
        flow.text("say", warning.say);
        flow.space(8);
        if (flow.buttons({{warning.id, warning.yes}}) == 0)
            page.ask(warning.event);
        area.end(flow.bottom());
    }
    return page.finish(Action{
        .button = {.label = warning.no, .look = Look::Main, .icon = Icon::Back},
        .event = did::ClosePanel{}});
}

} // namespace

Asked draw_leave_panel(Frame& frame, const visit::Visit& visit) {
    const bool given = visit.delivery.print == visit::Delivery::State::Done ||
                       visit.delivery.save == visit::Delivery::State::Done;
    return draw_warning(
        frame,
        visit,
        {.scroll = "leave",
         .heading = tr("Voulez-vous terminer ?"),
         .say = given
                    ? tr("Vos réponses vont être effacées de cette machine. Gardez votre feuille.")
                    : tr("Vos réponses vont être effacées. Vous n’avez pas encore de feuille."),
         .id = "confirm-leave",
         .yes =
             {.label = tr("Oui, terminer et effacer"), .look = Look::Danger, .icon = Icon::Erase},
         .event = did::ConfirmLeave{},
         .no = main_label::stay()}
    );
}

Asked draw_remove_panel(Frame& frame, const visit::Visit& visit) {
    const auto title = frame.words().text(item_title(frame, visit, visit.path, visit.removing));
    return draw_warning(
        frame,
        visit,
        {.scroll = "remove",
         .heading = tr("Voulez-vous enlever « {what} » ?").with("what", title),
         .say = tr("Les réponses de cette fiche seront effacées."),
         .id = "confirm-remove",
         .yes = {.label = tr("Oui, enlever"), .look = Look::Danger, .icon = Icon::Delete},
         .event = did::ConfirmRemove{},
         .no = main_label::keep()}
    );
}

} // namespace guichet::ui
