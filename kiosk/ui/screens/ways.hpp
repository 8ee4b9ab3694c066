// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/flow.hpp"
#include "ui/screens/page.hpp"

namespace guichet::ui {

/// Everybody who can help elsewhere, and the same on paper where there is a printer.
void draw_ways(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page);

} // namespace guichet::ui
