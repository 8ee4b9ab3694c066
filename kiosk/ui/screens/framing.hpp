// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/flow.hpp"
#include "ui/screens/page.hpp"

namespace guichet::ui {

/// The picture as it was taken, with the corners of the sheet as handles that follow the finger.
void draw_corners(Frame& frame, const Rect& rect, const visit::Scanning& scanning, Page& page);

/// Beside it: what to do, and the same without dragging.
void draw_framing(Frame& frame, Flow& flow, const visit::Scanning& scanning, Page& page);

/// "La page est mal cadrée", where there is a picture that can be framed.
bool can_be_framed(const visit::Scanning& scanning);
std::pair<std::string, Button> frame_button();

} // namespace guichet::ui
