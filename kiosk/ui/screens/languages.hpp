// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/page.hpp"

namespace guichet::ui {

class Flow;

/// One card for each language, in its own words; touching one asks for it.
void draw_language_cards(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page);

} // namespace guichet::ui
