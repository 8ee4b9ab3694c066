// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/scroll.hpp"
#include "ui/screens/flow.hpp"
#include "ui/screens/page.hpp"

#include <algorithm>
#include <chrono>

namespace guichet::ui {

using i18n::tr;
namespace did = visit::did;

Asked draw_idle(Frame& frame, const visit::Visit& visit) {
    Page page{frame, visit, {.progress = false, .language = false, .look = false, .leave = false}};
    const auto left = std::max(
        std::chrono::ceil<std::chrono::seconds>(visit.ends.value_or(frame.now()) - frame.now()),
        std::chrono::seconds{0}
    );
    const auto& m = frame.metrics();
    {
        ScrollArea area{frame, "idle", page.inside()};
        Flow flow{frame, area.content()};
        flow.space(m.low() ? 4.0f : 16.0f);
        flow.title(tr("Êtes-vous toujours là ?"));
        flow.space(5);
        flow.text(
            "say",
            i18n::tr_count(
                "Vos réponses seront effacées dans {n} seconde.",
                "Vos réponses seront effacées dans {n} secondes.",
                static_cast<long>(left.count())
            ),
            TextRole::Heading
        );
        flow.space(4);
        flow.soft("how", tr("Touchez l’écran pour continuer."));
        flow.space(8);
        const auto all = std::max<long>(visit.offer->countdown.count(), 1);
        const float part = static_cast<float>(left.count()) / static_cast<float>(all);
        auto bar = flow.take(m.mm(6.0f));
        frame.fill(bar, frame.colours().line, bar.height / 2);
        bar.width *= std::min(part, 1.0f);
        if (bar.width > bar.height)
            frame.fill(bar, frame.colours().action, bar.height / 2);
        area.end(flow.bottom());
    }
    return page.finish(Action{
        .button = {.label = main_label::still_here(), .look = Look::Main, .icon = Icon::Check},
        .event = did::StillHere{},
        .id = "still-here"});
}

} // namespace guichet::ui
