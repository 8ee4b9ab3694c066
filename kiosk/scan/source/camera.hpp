// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"
#include "scan/source.hpp"

#include <memory>
#include <string>

namespace guichet::scan {

/// A document camera: whole JPEG pictures one after the other.
class FrameSource {
public:
    virtual ~FrameSource() = default;
    /// The newest picture; waits for it. TimedOut (the camera is silent), NoDevice (unplugged).
    virtual Result<std::string> next() = 0;
};
using FramesPtr = std::unique_ptr<FrameSource>;

/// The camera of the site: a folder of JPEG files when it names one (each file once in the order of
/// names, then the last one for ever), else a V4L2 device. NoDevice, Refused, Empty.
Result<FramesPtr> open_camera(const Scanner& scanner);

} // namespace guichet::scan
