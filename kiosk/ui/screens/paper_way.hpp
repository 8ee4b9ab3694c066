// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/flow.hpp"
#include "ui/screens/trouble.hpp"
#include "visit/visit.hpp"

#include <string>

namespace guichet::ui {

/// One way a paper or file goes out: its state in words, and its button.
struct PaperWay {
    std::string id;
    visit::Delivery::State state{};
    Error::Kind why{}; ///< Failed
    Doing doing{};
    visit::Event event;
    Icon icon{};
    i18n::Message first{};   ///< the button before
    i18n::Message working{}; ///< what is said meanwhile
    i18n::Message done{};
    i18n::Message again{}; ///< the button after
};

Button paper_button(const PaperWay& way);
/// Nothing before the button was pressed.
void say_paper(Frame& frame, Flow& flow, const PaperWay& way);

} // namespace guichet::ui
