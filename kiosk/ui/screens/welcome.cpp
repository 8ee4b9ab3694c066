// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/scroll.hpp"
#include "ui/screens/flow.hpp"
#include "ui/screens/languages.hpp"
#include "ui/screens/page.hpp"
#include "ui/screens/staff.hpp"

#include <chrono>

namespace guichet::ui {

using i18n::tr;
using i18n::verbatim;

namespace {

i18n::Message site_words(const visit::Offer& offer) {
    return verbatim(offer.place.empty() ? offer.site : offer.site + " · " + offer.place);
}

/// How long inactivity keeps what was written (WCAG 2.2.6).
i18n::Message privacy_words(const visit::Offer& offer) {
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(offer.idle + offer.countdown);
    return i18n::tr_count(
        "Vos réponses sont effacées à la fin. "
        "Sans toucher l’écran, elles sont effacées après {n} minute.",
        "Vos réponses sont effacées à la fin. "
        "Sans toucher l’écran, elles sont effacées après {n} minutes.",
        minutes.count()
    );
}

} // namespace

Asked draw_welcome(Frame& frame, const visit::Visit& visit) {
    Page page{
        frame,
        visit,
        {.title = site_words(*visit.offer), .progress = false, .language = false, .leave = false}};
    ScrollArea area{frame, "welcome", page.inside()};
    Flow flow{frame, area.content()};
    flow.space(frame.metrics().low() ? 1.0f : 8.0f);
    flow.title(tr("Bonjour, bienvenue."));
    flow.space(2);
    flow.text("how", tr("Touchez votre langue pour commencer."));
    draw_staff(frame, flow, visit);
    flow.space(6);
    draw_language_cards(frame, flow, visit, page);
    flow.space(8);
    const auto soft = frame.colours().soft;
    flow.icon_words(
        "promise",
        {tr("Vous avancez une question à la fois, à votre rythme."),
         Icon::Info,
         TextRole::Body,
         soft}
    );
    flow.space(3);
    flow.icon_words("privacy", {privacy_words(*visit.offer), Icon::Lock, TextRole::Body, soft});
    area.end(flow.bottom());
    return page.finish(start());
}

} // namespace guichet::ui
