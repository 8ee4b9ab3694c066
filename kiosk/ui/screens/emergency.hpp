// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/flow.hpp"

namespace guichet::ui {

/// The numbers of the emergency services in France, in large figures; `words`: the colour of what
/// stands around them.
void draw_emergency(Frame& frame, Flow& flow, text::Colour words);

} // namespace guichet::ui
