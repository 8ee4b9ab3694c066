// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "call/pointing.hpp"
#include "ui/display.hpp"
#include "ui/kit/tree.hpp"
#include "visit/visit.hpp"

namespace guichet::app {

/// What somebody who points from a console may see of a screen: titles, questions, boxes, options
/// and buttons, where they lie and what they are called. Never what the person wrote, chose, was
/// read, or what follows from it.
call::Layout labels_of(const ui::Tree& tree, const ui::Display& display, const visit::Visit& visit);

} // namespace guichet::app
