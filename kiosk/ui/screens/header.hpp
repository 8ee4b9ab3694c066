// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/page.hpp"

namespace guichet::ui {

/// Draws the header at the top of `body`, which it shortens. What was asked by its buttons.
Asked draw_header(Frame& frame, const visit::Visit& visit, const Around& around, Rect& body);

} // namespace guichet::ui
