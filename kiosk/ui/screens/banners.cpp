// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/beside.hpp"
#include "ui/screens/flow.hpp"

#include <algorithm>
#include <utility>

namespace guichet::ui {

using i18n::tr;
namespace did = visit::did;

namespace {

struct BannerButton {
    std::string id;
    Button button;
    visit::Event event;
};

struct Banner {
    std::string id;
    Icon icon{};
    i18n::Message words;
    i18n::Message more{}; ///< a smaller second line
    std::vector<BannerButton> buttons{};
};

BannerButton banner_button(const char* id, i18n::Message label, Icon icon, visit::Event event) {
    return {id, {.label = std::move(label), .look = Look::Quiet, .icon = icon}, std::move(event)};
}

/// What stands in the log of whoever writes.
i18n::Message log_line(Frame& frame, const visit::Visit& visit) {
    const auto& written = visit.beside->written;
    if (visit::waits_for_person(visit))
        return tr("Ici, c’est vous qui répondez. Reprenez le clavier.");
    if (written.empty())
        return tr("Signer, envoyer et terminer restent à vous.");
    const auto* question = procedure::find_question(*visit.procedure, written.back());
    if (question == nullptr)
        return {};
    const auto& name = visit.beside->mediator;
    return with_name(
               name,
               tr("{name} a écrit dans « {what} »."),
               tr("Cette personne a écrit dans « {what} ».")
    )
        .with("what", frame.words().text(question->short_name()));
}

Banner lent_banner(Frame& frame, const visit::Visit& visit) {
    const auto& name = visit.beside->mediator;
    Banner banner{
        .id = "lent",
        .icon = Icon::Edit,
        .words = with_name(
            name, tr("{name} écrit à votre demande."), tr("Cette personne écrit à votre demande.")
        ),
        .more = log_line(frame, visit)};
    banner.buttons.push_back(banner_button(
        "take-back", tr("Je reprends le clavier"), Icon::Retry, did::TakeBackKeyboard{}
    ));
    return banner;
}

Banner beside_banner(const Frame& frame, const visit::Visit& visit) {
    const auto& name = visit.beside->mediator;
    Banner banner{
        .id = "here",
        .icon = Icon::People,
        .words = with_name(name, tr("{name} est à vos côtés."), tr("Quelqu’un est à vos côtés."))};
    auto& buttons = banner.buttons;
    if (visit.panel == visit::Panel::None && visit::can_lend(visit))
        buttons.push_back(banner_button(
            "lend",
            with_name(name, tr("Je laisse {name} écrire"), tr("Je laisse cette personne écrire")),
            Icon::Edit,
            did::LendKeyboard{}
        ));
    if (visit.panel == visit::Panel::None && !visit.beside->open &&
        split_when_open(frame, visit) != Split::No)
        buttons.push_back(
            banner_button("open-side", tr("Lire à deux"), Icon::Language, did::OpenBeside{})
        );
    buttons.push_back(
        banner_button("end-help", tr("L’aide est terminée"), Icon::Check, did::EndCall{})
    );
    return banner;
}

Banner pointing_banner(const visit::Visit& visit) {
    Banner banner{
        .id = "pointing",
        .icon = Icon::Eye,
        .words = with_name(
            visit.pointing->mediator,
            tr("{name} voit les titres de cette page."),
            tr("Quelqu’un voit les titres de cette page.")
        )};
    banner.buttons.push_back(
        banner_button("stop-pointing", tr("Arrêter"), Icon::Close, did::StopPointing{})
    );
    return banner;
}

/// Words and buttons beside one another where there is room, else the buttons under the words.
Asked draw_banner(Frame& frame, Rect& body, const Banner& banner) {
    const auto& m = frame.metrics();
    const auto& c = frame.colours();
    const float width = body.width - 2 * m.margin();
    std::vector<text::Size> sizes;
    float across = 0;
    for (const auto& one : banner.buttons) {
        sizes.push_back(button_size(frame, one.button, width));
        across += sizes.back().width + m.mm(4.0f);
    }
    const bool beside = across + m.mm(90.0f) <= width;
    Flow measure{frame, {0, 0, beside ? width - across : width, 0}};
    const Flow::IconWords line{banner.words, banner.icon, TextRole::Button, c.human_ink};
    const float first = measure.icon_words_height(line);
    const float second = banner.more.empty()
                             ? 0
                             : label_height(frame, banner.more, TextRole::Small, measure.width());
    Flow rows{frame, {0, 0, width, 0}};
    rows.row(sizes);
    const float pad = m.mm(m.low() ? 1.6f : 2.0f);
    const float words = first + second;
    const float tall = beside ? std::max(words, rows.bottom()) : words + pad + rows.bottom();
    const auto strip = take_top(body, tall + 2 * pad, 0);
    frame.fill(strip, c.human_soft);
    frame.fill({strip.x, strip.bottom() - m.mm(0.8f), strip.width, m.mm(0.8f)}, c.human);
    auto rest = strip.inset(m.margin(), pad);
    const auto place = !beside ? take_bottom(rest, rows.bottom(), pad)
                               : take_end(rest, across - m.mm(4.0f), m.mm(4.0f));
    Flow text{frame, {rest.x, rest.y + (rest.height - words) / 2, rest.width, 0}};
    text.icon_words("banner:" + banner.id, line);
    if (!banner.more.empty())
        text.text("banner:" + banner.id + ":more", banner.more, TextRole::Small);
    Flow row{
        frame,
        {place.x, place.y + (beside ? (place.height - rows.bottom()) / 2 : 0), place.width + 1, 0}};
    const auto rects = row.row(sizes);
    Asked asked;
    for (std::size_t i = 0; i < rects.size(); ++i)
        if (button(frame, banner.buttons[i].id, rects[i], banner.buttons[i].button))
            asked = banner.buttons[i].event;
    return asked;
}

} // namespace

i18n::Message
with_name(const std::string& name, const i18n::Message& named, const i18n::Message& unnamed) {
    return name.empty() ? unnamed : named.with("name", name);
}

Asked draw_banners(Frame& frame, const visit::Visit& visit, Rect& body) {
    Asked asked;
    const bool says_it = visit.panel == visit::Panel::Call; // the panel of the call does
    if (visit.beside && visit.beside->holds)
        asked = draw_banner(frame, body, lent_banner(frame, visit));
    else if (visit.beside && !says_it)
        asked = draw_banner(frame, body, beside_banner(frame, visit));
    if (!visit.pointing || !visit.pointing->allowed)
        return asked;
    auto stopped = draw_banner(frame, body, pointing_banner(visit));
    if (stopped)
        asked = std::move(stopped);
    return asked;
}

} // namespace guichet::ui
