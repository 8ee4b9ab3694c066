// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/source/camera.hpp"
#include "scan/source/watch.hpp"

#include <string>
#include <utility>

namespace guichet::scan {

/// A camera being looked through: a small picture for the screen with each frame, and the moment to
/// take the large one.
class Live {
public:
    explicit Live(FramesPtr frames) : m_frames(std::move(frames)) {}

    struct View {
        Picture picture; ///< at most 640 pixels long
        procedure::CameraSight sight{};
        bool shoot{false};
    };
    /// The next frame. A few broken ones are passed over; then Unreadable. And FrameSource's
    /// errors.
    Result<View> look(Instant now);

    /// The last frame, whole, by the decoding of all JPEG files.
    Result<PagesPtr> shot(const Limits& limits) const;

private:
    FramesPtr m_frames;
    std::string m_jpeg{};
    CameraFrame m_before{};
    Watch m_watch{};
};

} // namespace guichet::scan
