// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/flow.hpp"
#include "visit/visit.hpp"

namespace guichet::ui {

/// Whether somebody would come, before the person calls; when nobody would, when people are there.
/// Nothing as long as it is not known.
void draw_staff(Frame& frame, Flow& flow, const visit::Visit& visit);

} // namespace guichet::ui
