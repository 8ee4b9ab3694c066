// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/source/camera.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

namespace guichet::scan {

/// What we need of an opened /dev/videoN; a test puts its own in this place.
class VideoNode {
public:
    virtual ~VideoNode() = default;
    /// ioctl(2): -1 and errno when it fails.
    virtual int ask(unsigned long request, void* what) = 0;
    /// Maps the next buffer; null when it fails. Unmapped with the node.
    virtual const char* map(std::size_t length, long offset) = 0;
    /// Whether something can be read within that time.
    virtual bool wait(std::chrono::milliseconds most) = 0;
};
using VideoNodePtr = std::unique_ptr<VideoNode>;

/// The first USB camera that captures MJPEG, or `scanner.device`. Settings: "focus" and "exposure"
/// fix what the camera otherwise finds by itself. NoDevice, Refused.
Result<FramesPtr> open_video(const Scanner& scanner);

/// The same on the nodes that `open` gives for paths ("/dev/video0"); null: there is none.
Result<FramesPtr> open_video(
    const Scanner& scanner, const std::function<Result<VideoNodePtr>(const std::string&)>& open
);

} // namespace guichet::scan
