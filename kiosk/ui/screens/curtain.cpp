// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/scroll.hpp"
#include "ui/screens/call_words.hpp"
#include "ui/screens/flow.hpp"
#include "ui/screens/page.hpp"

#include <algorithm>
#include <chrono>

namespace guichet::ui {

using i18n::tr;
namespace did = visit::did;

namespace {

/// What became of the call, to somebody who sees nothing else of their visit.
CallWords words_on_curtain(const visit::Visit& visit) {
    auto words = call_words(visit);
    switch (visit.call.state) {
    case call::State::Sending:
        break;
    case call::State::Received:
        if (visit.call.other_ways)
            words.say =
                tr("Personne n’est encore libre. Touchez « Appel reçu » pour voir qui d’autre "
                   "peut aider.");
        else if (visit.let_go.empty() && !visit.call.request.urgent)
            words.say = tr("Nous cherchons une personne libre. Vous pouvez attendre ici.");
        break;
    case call::State::Claimed:
        words.say = tr("Votre appel a été vu. Vos réponses restent cachées.");
        break;
    case call::State::Here:
        words.say = tr("Vos réponses restent cachées. C’est vous qui les montrez.");
        break;
    case call::State::Beacon:
        words.say = tr("Levez la main, ou touchez « Appel non reçu ».");
        break;
    case call::State::Quiet:
        words.heading = tr("Il n’y a plus d’appel en cours.");
        words.say = tr("Pour avoir de l’aide, touchez « Appeler quelqu’un ».");
    }
    return words;
}

/// Inactivity counts here as on every screen.
i18n::Message how_long_kept(const visit::Visit& visit) {
    const auto patience = visit::patience(visit);
    const auto minutes = std::chrono::floor<std::chrono::minutes>(patience);
    if (minutes.count() == 0)
        return i18n::tr_count(
            "Si personne ne touche l’écran pendant {n} seconde, vos réponses s’effacent.",
            "Si personne ne touche l’écran pendant {n} secondes, vos réponses s’effacent.",
            static_cast<long>(patience.count())
        );
    return i18n::tr_count(
        "Si personne ne touche l’écran pendant {n} minute, vos réponses s’effacent.",
        "Si personne ne touche l’écran pendant {n} minutes, vos réponses s’effacent.",
        static_cast<long>(minutes.count())
    );
}

void draw_what_became(Frame& frame, Flow& flow, const visit::Visit& visit) {
    const auto words = words_on_curtain(visit);
    flow.icon_words(
        "call:state", {words.heading, words.icon, TextRole::Heading, frame.colours().human_ink}
    );
    if (const auto reply = reply_words(visit.call); !reply.empty()) {
        flow.space(2);
        flow.text("reply", reply);
    }
    flow.space(2);
    flow.text("say", words.say);
}

} // namespace

Asked draw_curtain(Frame& frame, const visit::Visit& visit) {
    Page page{frame, visit, {}};
    const auto& m = frame.metrics();
    const float apart = m.low() ? 2.0f : 6.0f; // millimetres
    const Button show{.label = tr("Montrer mon écran"), .look = Look::Main, .icon = Icon::Eye};
    auto inside = page.inside();
    const auto size = button_size(frame, show, inside.width);
    auto foot =
        take_bottom(inside, std::max(size.height, m.mm(m.low() ? 24.0f : 30.0f)), m.mm(4.0f));
    const float width = std::min(foot.width, std::max(size.width, m.mm(180.0f)));
    foot = {foot.x + (foot.width - width) / 2, foot.y, width, foot.height};
    {
        ScrollArea area{frame, "curtain", inside};
        Flow flow{frame, area.content()};
        if (m.low())
            flow.heading(tr("Votre écran est caché."));
        else
            flow.title(tr("Votre écran est caché."));
        flow.space(apart / 2);
        flow.text(
            "kept", tr("Vos réponses sont gardées. Personne ne les voit."), TextRole::Heading
        );
        flow.space(apart);
        draw_what_became(frame, flow, visit);
        flow.space(apart);
        flow.soft("idle", how_long_kept(visit));
        area.end(flow.bottom());
    }
    if (button(frame, "show-screen", foot, show))
        page.ask(did::ShowScreen{});
    return page.finish();
}

} // namespace guichet::ui
