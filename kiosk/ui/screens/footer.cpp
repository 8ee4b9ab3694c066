// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/footer.hpp"

#include "ui/screens/call_words.hpp"
#include "ui/screens/page.hpp"

#include <algorithm>

namespace guichet::ui {

using i18n::tr;

namespace main_label {

i18n::Message start() {
    return tr("Commencer");
}
i18n::Message go_on() {
    return tr("Continuer");
}
i18n::Message right() {
    return tr("Oui, c’est juste");
}
i18n::Message shoot() {
    return tr("Prendre la photo");
}
i18n::Message take_picture() {
    return tr("Lire mon document");
}
i18n::Message finish() {
    return tr("Terminer");
}
i18n::Message still_here() {
    return tr("Je suis encore là");
}
i18n::Message all_right() {
    return tr("Tout est juste");
}
i18n::Message stay() {
    return tr("Non, je continue");
}
i18n::Message close() {
    return tr("Fermer");
}

i18n::Message keep() {
    return tr("Non, je garde");
}
i18n::Message agree() {
    return tr("Je suis d’accord");
}

} // namespace main_label

namespace {

float widest_main(Frame& frame, float most) {
    float widest = 0;
    for (const auto& label :
         {main_label::start(),
          main_label::go_on(),
          main_label::right(),
          main_label::take_picture(),
          main_label::shoot(),
          main_label::finish(),
          main_label::still_here(),
          main_label::all_right(),
          main_label::stay(),
          main_label::close(),
          main_label::agree(),
          main_label::keep()})
        widest = std::max(
            widest,
            button_size(frame, {.label = label, .look = Look::Main, .icon = Icon::Forward}, most)
                .width
        );
    return widest;
}

text::Size widest_call(Frame& frame, float most) {
    text::Size widest{};
    for (const auto& label : call_labels()) {
        const auto size =
            button_size(frame, {.label = label, .look = Look::Human, .icon = Icon::Human}, most);
        widest.width = std::max(widest.width, size.width);
        widest.height = std::max(widest.height, size.height);
    }
    return widest;
}

} // namespace

FooterPlaces footer_places(Frame& frame) {
    const auto& m = frame.metrics();
    const float inner = frame.screen().width - 2 * m.margin();
    const Button back{.label = tr("Retour"), .look = Look::Second, .icon = Icon::Back};
    const auto call_size = widest_call(frame, inner);
    const auto back_size = button_size(frame, back, inner);
    const float main_width = widest_main(frame, inner);
    const float gap = m.mm(4.0f);
    const float pad = m.mm(m.low() ? 3.0f : 4.5f);
    const float row = std::max({m.main_target(), call_size.height, back_size.height});
    const float beside_back = call_size.width + main_width + 2 * gap;
    const bool icon_fits = m.low() && beside_back + row <= inner;
    const bool two_rows = beside_back + back_size.width > inner && !icon_fits;

    FooterPlaces places{};
    const float height = 2 * pad + row + (two_rows ? row + gap : 0);
    places.bar = {0, frame.screen().height - height, frame.screen().width, height};
    auto rest = places.bar.inset(m.margin(), pad);
    if (two_rows) {
        places.main = take_top(rest, row, gap);
        places.back_icon_alone = call_size.width + back_size.width + gap > inner;
    } else {
        places.main = take_end(rest, main_width, gap);
        places.back_icon_alone = beside_back + back_size.width > inner;
    }
    const float back_width = places.back_icon_alone ? row : back_size.width;
    const float call_width = std::min(call_size.width, inner - back_width - gap);
    places.call = take_start(rest, call_width, gap);
    places.back = take_start(rest, back_width, gap);
    places.free = rest;
    return places;
}

bool icon_button(Frame& frame, std::string_view id, const Rect& rect, const Button& button) {
    const auto& c = frame.colours();
    frame.fill(rect, c.card, rect.height / 2);
    frame.outline(rect, c.line, frame.metrics().border(), rect.height / 2);
    icon(frame, rect, button.icon, button.look == Look::Second ? c.action : c.ink);
    auto& node = frame.add(
        {.id = std::string{id},
         .role = Role::Button,
         .name = frame.words().text(button.label),
         .rect = rect,
         .enabled = button.enabled,
         .foreground = c.ink,
         .background = c.card,
         .shared = is_same_for_all(button.label)}
    );
    return frame.pressed(node);
}

} // namespace guichet::ui
