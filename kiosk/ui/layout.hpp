// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "call/pointing.hpp"
#include "ui/display.hpp"
#include "ui/kit/tree.hpp"

namespace guichet::ui {

/// The whole of a display, where its tree lies.
Rect whole(const Display& display);

/// What a mediator elsewhere may see of a screen once the person agreed: titles, help, boxes,
/// options and buttons that are the same for everybody, and where they lie in it. Never a value,
/// typed or read words, what was chosen or found, the name of a list's item, or a picture: a node
/// is left out unless its words are our own (Node::shared).
call::Layout to_layout(const Tree& tree, const Rect& screen);

} // namespace guichet::ui
