// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/child/reader_camera.hpp"

#include "base/clock.hpp"
#include "scan/source/live.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace guichet::app {

namespace {

using namespace std::chrono_literals;
using visit::happened::CameraShows;

/// Smooth enough to lay a sheet by it; each picture costs the visit a frame.
constexpr auto pace = 125ms;

/// Sleeps until `end` unless the visit says something. True when it says to take the picture.
Result<bool> hears_shot(const Live& live, Instant end) {
    const auto packet = live.channel.receive(std::max(end - now(), 0ms));
    if (packet)
        return is_shot(*packet) && job_of(*packet) == live.job;
    if (packet.error().kind == Error::Kind::TimedOut)
        return false;
    return tl::unexpected(packet.error());
}

} // namespace

Result<scan::PagesPtr> take_with_camera(const scan::Scanner& scanner, const Live& live) {
    auto frames = scan::open_camera(scanner);
    if (!frames)
        return tl::unexpected(frames.error());
    scan::Live camera(std::move(*frames));
    while (!live.cancelled()) {
        const auto begun = now();
        const auto view = camera.look(begun);
        if (!view)
            return tl::unexpected(view.error());
        live.tell(CameraShows{view->picture, view->sight});
        const auto shot = hears_shot(live, begun + pace);
        if (!shot)
            return tl::unexpected(shot.error());
        if (view->shoot || *shot)
            return camera.shot({});
    }
    return fail(Error::Kind::Cancelled, "cancelled before the picture");
}

} // namespace guichet::app
