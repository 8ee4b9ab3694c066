// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/paper_way.hpp"

namespace guichet::ui {

using i18n::tr;
using State = visit::Delivery::State;

Button paper_button(const PaperWay& way) {
    Button button{.label = way.first, .look = Look::Second, .icon = way.icon};
    if (way.state == State::Working)
        button.enabled = false;
    if (way.state == State::Done)
        button.label = way.again;
    if (way.state == State::Failed) {
        button.label = tr("Recommencer");
        button.icon = Icon::Retry;
    }
    return button;
}

void say_paper(Frame& frame, Flow& flow, const PaperWay& way) {
    const auto& c = frame.colours();
    const auto id = way.id + ":state";
    if (way.state == State::Working)
        flow.icon_words(id, {way.working, Icon::Clock, TextRole::Body, c.ink});
    if (way.state == State::Done)
        flow.icon_words(id, {way.done, Icon::Check, TextRole::Body, c.ok});
    if (way.state == State::Failed) {
        flow.alert(id, trouble(way.doing, way.why));
        flow.space(2);
        flow.text(way.id + ":remedy", remedy(way.doing, way.why));
    }
    if (way.state != State::No)
        flow.space(3);
}

} // namespace guichet::ui
