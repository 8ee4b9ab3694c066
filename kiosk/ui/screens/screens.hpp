// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/frame.hpp"
#include "visit/visit.hpp"

#include <optional>

/// Every screen and panel of a visit: reads the visit, draws, and returns what the person asked
/// for.
namespace guichet::ui {

using Asked = std::optional<visit::Event>;

Asked draw_welcome(Frame& frame, const visit::Visit& visit);
Asked draw_catalogue(Frame& frame, const visit::Visit& visit);
Asked draw_need(Frame& frame, const visit::Visit& visit);
Asked draw_question(Frame& frame, const visit::Visit& visit);
Asked draw_scan(Frame& frame, const visit::Visit& visit);
Asked draw_confirm(Frame& frame, const visit::Visit& visit);
Asked draw_check(Frame& frame, const visit::Visit& visit);
Asked draw_exit(Frame& frame, const visit::Visit& visit);
Asked draw_done(Frame& frame, const visit::Visit& visit);

/// Panels take the whole screen between header and footer: nothing under them is seen or touched.
Asked draw_language_panel(Frame& frame, const visit::Visit& visit);
Asked draw_look_panel(Frame& frame, const visit::Visit& visit);
Asked draw_leave_panel(Frame& frame, const visit::Visit& visit);
Asked draw_remove_panel(Frame& frame, const visit::Visit& visit);
Asked draw_call_panel(Frame& frame, const visit::Visit& visit);
Asked draw_ways_panel(Frame& frame, const visit::Visit& visit);
/// The code of whoever is there.
Asked draw_code_panel(Frame& frame, const visit::Visit& visit);
/// Somebody elsewhere would like to point at this page.
Asked draw_point_panel(Frame& frame, const visit::Visit& visit);

/// Hides the screen while somebody is waited for: says what became of the call, nothing of what was
/// written, nor of which procedure it is.
Asked draw_curtain(Frame& frame, const visit::Visit& visit);

/// "Êtes-vous toujours là ?" with the seconds left; over everything else.
Asked draw_idle(Frame& frame, const visit::Visit& visit);

} // namespace guichet::ui
