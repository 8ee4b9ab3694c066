// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/frame.hpp"
#include "visit/visit.hpp"

namespace guichet::ui {

/// "Voulez-vous de l’aide ?", to somebody who seems stuck: in the footer where it has room, else
/// under the header, so that nothing a finger aims at moves up or down.
struct HelpOffer {
    Rect rect{}; ///< empty: nothing is offered
    bool in_footer{false};
};

/// Takes the room it needs from the top of `body` when `footer`, what is free of it, is too small.
HelpOffer place_offer(Frame& frame, const visit::Visit& visit, const Rect& footer, Rect& body);
/// True when the person wants none.
bool draw_offer(Frame& frame, const HelpOffer& offer);

} // namespace guichet::ui
