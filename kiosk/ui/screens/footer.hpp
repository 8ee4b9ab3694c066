// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/widgets.hpp"

namespace guichet::ui {

/// Where the footer's buttons lie. The same on every screen of one display, text size and language,
/// whatever the screen shows.
struct FooterPlaces {
    Rect bar;
    Rect call;
    Rect back;
    Rect main;            ///< room for the widest main action, at the end side
    Rect free;            ///< what is left of the row of the first two
    bool back_icon_alone; ///< no room for its word
};

FooterPlaces footer_places(Frame& frame);

/// A round button with a symbol only; its words are in the tree.
bool icon_button(Frame& frame, std::string_view id, const Rect& rect, const Button& button);

} // namespace guichet::ui
