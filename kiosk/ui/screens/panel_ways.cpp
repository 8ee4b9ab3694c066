// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/scroll.hpp"
#include "ui/screens/contacts.hpp"
#include "ui/screens/flow.hpp"
#include "ui/screens/page.hpp"
#include "ui/screens/ways.hpp"

namespace guichet::ui {

using i18n::tr;
namespace did = visit::did;

Asked draw_ways_panel(Frame& frame, const visit::Visit& visit) {
    Page page{frame, visit, {.back = did::ClosePanel{}}};
    {
        ScrollArea area{frame, "ways", page.inside()};
        Flow flow{frame, area.content()};
        flow.heading(tr("D’autres façons d’avoir de l’aide"));
        flow.space(3);
        flow.text("say", tr("Votre appel est arrêté. Voici où trouver quelqu’un."));
        flow.space(5);
        draw_ways(frame, flow, visit, page);
        flow.space(6);
        flow.icon_words(
            "erase",
            {tr("Avant de partir, touchez « Terminer » : tout est effacé."),
             Icon::Lock,
             TextRole::Body,
             frame.colours().soft}
        );
        area.end(flow.bottom());
    }
    return page.finish(back_to_visit(visit));
}

} // namespace guichet::ui
