// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/scroll.hpp"
#include "ui/screens/flow.hpp"
#include "ui/screens/languages.hpp"
#include "ui/screens/page.hpp"

namespace guichet::ui {

using i18n::tr;
namespace did = visit::did;

Asked draw_language_panel(Frame& frame, const visit::Visit& visit) {
    Page page{frame, visit, {.language = false, .back = did::ClosePanel{}}};
    ScrollArea area{frame, "language", page.inside()};
    Flow flow{frame, area.content()};
    flow.heading(tr("Choisissez votre langue"));
    flow.space(2);
    flow.soft("help", tr("Vos réponses sont gardées."));
    flow.space(6);
    draw_language_cards(frame, flow, visit, page);
    area.end(flow.bottom());
    return page.finish();
}

} // namespace guichet::ui
