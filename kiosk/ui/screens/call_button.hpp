// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/screens.hpp"

namespace guichet::ui {

/// "Appeler quelqu’un", at the same place on every screen. While a call is open it says how far it
/// is, and touching it shows the call. After several calls taken back it must be kept pressed for
/// a moment, which it shows; it never refuses.
Asked draw_call_button(Frame& frame, const visit::Visit& visit, const Rect& rect);

} // namespace guichet::ui
