// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/hold.hpp"

#include <algorithm>

namespace guichet::ui {
namespace {

constexpr std::chrono::milliseconds longest_gap{1000};

} // namespace

Holding hold(Frame& frame, const Rect& rect, const Node& node, std::chrono::milliseconds wanted) {
    auto& memory = frame.memory();
    auto& so_far = memory.hold();
    const auto now = frame.now();
    const bool by_key = node.focused && memory.key_down();
    const bool down = node.touchable() && (by_key || frame.held(rect));
    if (so_far.id != node.id || now - so_far.seen > longest_gap)
        so_far = {.id = node.id, .seen = now};
    if (down && so_far.down)
        so_far.lasted += now - so_far.seen;
    if (down)
        so_far.seen = now;
    so_far.down = down;
    if (so_far.lasted >= wanted) {
        so_far = {};
        return {.share = 1.0f, .done = true};
    }
    if (down || so_far.lasted.count() > 0)
        memory.ask_another_frame();
    const auto part = static_cast<float>(so_far.lasted.count());
    return {.share = part / static_cast<float>(std::max<long>(wanted.count(), 1)), .done = false};
}

} // namespace guichet::ui
