// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/frame.hpp"

#include <chrono>

namespace guichet::ui {

/// How far a press that must last has come.
struct Holding {
    float share{};    ///< 0 to 1
    bool done{false}; ///< true in the one frame in which it has lasted long enough
};

/// The finger, or the key on the focus, is kept down on a target. `rect` and `node` as drawn and as
/// returned by `Frame::add`. Presses less than a second apart add up: a hand that trembles gets
/// there too.
Holding hold(Frame& frame, const Rect& rect, const Node& node, std::chrono::milliseconds wanted);

} // namespace guichet::ui
