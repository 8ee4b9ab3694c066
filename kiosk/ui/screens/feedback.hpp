// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/flow.hpp"
#include "ui/screens/page.hpp"

namespace guichet::ui {

/// How it went and who did it, if the person likes to say; "ça n’a pas marché" leads to a human.
void draw_feedback(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page);

} // namespace guichet::ui
