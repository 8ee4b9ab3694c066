// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/protocol/protocol.hpp"
#include "base/channel.hpp"
#include "scan/source.hpp"

#include <functional>

namespace guichet::app {

/// A reader's job under way: what it can say, and hear, meanwhile.
struct Live {
    Channel& channel;
    int job;
    std::function<void(const ReaderSays&)> tell;
    std::function<bool()> cancelled;
};

/// Shows what the camera sees, a few times a second, until something lies there still and sharp or
/// the visit says "shoot"; then that picture. Cancelled; NoDevice, TimedOut, Unreadable.
Result<scan::PagesPtr> take_with_camera(const scan::Scanner& scanner, const Live& live);

} // namespace guichet::app
