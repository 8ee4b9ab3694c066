// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/source/live.hpp"

#include <algorithm>
#include <utility>

namespace guichet::scan {

namespace {

constexpr int preview_side = 640;
constexpr int most_broken = 20;

Picture preview_of(const CameraFrame& frame) {
    const int longest = std::max(width_of(frame.colour), height_of(frame.colour));
    const double scale = std::min(1.0, static_cast<double>(preview_side) / longest);
    return scale < 1 ? to_picture(resized(frame.colour, scale)) : to_picture(frame.colour);
}

} // namespace

Result<Live::View> Live::look(Instant now) {
    const Quiet quiet;
    for (int i = 0; i < most_broken; ++i) {
        auto jpeg = m_frames->next();
        if (!jpeg)
            return tl::unexpected(jpeg.error());
        auto frame = look_at(*jpeg);
        if (!frame.grey)
            continue;
        const auto seen = m_watch.see(measure(frame, m_before), now);
        View view{.picture = preview_of(frame), .sight = seen.sight, .shoot = seen.shoot};
        m_before = std::move(frame);
        m_jpeg = std::move(*jpeg);
        return view;
    }
    return fail(Error::Kind::Unreadable, "camera: no picture can be decoded");
}

Result<PagesPtr> Live::shot(const Limits& limits) const {
    return open_pages(m_jpeg, limits);
}

} // namespace guichet::scan
