// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/frame.hpp"
#include "ui/screens/screens.hpp"

#include <vector>

namespace guichet::ui {

/// How the screen is shared with somebody who came (DESIGN.md section 6, "Side by side").
enum class Split {
    No,
    Across, ///< the mediator's side at the end side
    Down,   ///< under the person's, on an upright screen
    Alone   ///< one side at a time: no room for both
};

/// Call it before anything is drawn in less room.
Split split_of(const Frame& frame, const visit::Visit& visit);
/// No: this screen has no room for the mediator's side.
Split split_when_open(const Frame& frame, const visit::Visit& visit);

/// Cuts the mediator's side off what a page shows.
Rect take_side(const Frame& frame, Split split, Rect& body);

/// The mediator's side, in their language and its direction: what the screen says (`noted`), and
/// the notes of the procedure's file.
Asked draw_side(
    Frame& frame,
    const visit::Visit& visit,
    const Rect& area,
    const std::vector<Frame::Noted>& noted
);

/// The whole screen for the mediator's side, and the way back.
Asked draw_side_alone(Frame& frame, const visit::Visit& visit);

/// What is true of a person's helpers now, on every screen, with the button that ends it: somebody
/// is there, somebody writes, somebody points. Cuts the room off the body.
Asked draw_banners(Frame& frame, const visit::Visit& visit, Rect& body);

/// `named` with {name}, or `unnamed` where no name is known.
i18n::Message
with_name(const std::string& name, const i18n::Message& named, const i18n::Message& unnamed);

} // namespace guichet::ui
