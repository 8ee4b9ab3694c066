// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/source/video.hpp"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

#include <linux/videodev2.h>

namespace guichet::scan {

namespace {

using namespace std::chrono_literals;

constexpr int most_nodes = 16;
constexpr unsigned buffer_count = 4;
/// A camera opens its eye: light, colours and focus are wrong in the first pictures.
constexpr int blind_frames = 10;
constexpr auto patience = 3s;
constexpr int most_broken = 20; ///< one after the other

struct Size {
    unsigned width;
    unsigned height;
};

/// Metadata nodes of the same camera, and those that cannot stream, are not it.
bool captures(VideoNode& node) {
    v4l2_capability is{};
    if (node.ask(VIDIOC_QUERYCAP, &is) != 0)
        return false;
    const auto can =
        (is.capabilities & V4L2_CAP_DEVICE_CAPS) != 0 ? is.device_caps : is.capabilities;
    return (can & V4L2_CAP_VIDEO_CAPTURE) != 0 && (can & V4L2_CAP_STREAMING) != 0;
}

bool has_jpeg(VideoNode& node) {
    v4l2_fmtdesc format{};
    format.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    for (; node.ask(VIDIOC_ENUM_FMT, &format) == 0; ++format.index)
        if (format.pixelformat == V4L2_PIX_FMT_MJPEG || format.pixelformat == V4L2_PIX_FMT_JPEG)
            return true;
    return false;
}

/// The most pixels it has: small letters need them.
std::optional<Size> largest_size(VideoNode& node) {
    std::optional<Size> best;
    v4l2_frmsizeenum size{};
    size.pixel_format = V4L2_PIX_FMT_MJPEG;
    for (; node.ask(VIDIOC_ENUM_FRAMESIZES, &size) == 0; ++size.index) {
        const bool discrete = size.type == V4L2_FRMSIZE_TYPE_DISCRETE;
        const Size each = discrete ? Size{size.discrete.width, size.discrete.height}
                                   : Size{size.stepwise.max_width, size.stepwise.max_height};
        if (!best || static_cast<long>(each.width) * each.height >
                         static_cast<long>(best->width) * best->height)
            best = each;
        if (!discrete)
            break;
    }
    return best;
}

void control(VideoNode& node, unsigned id, int value) {
    v4l2_queryctrl is{};
    is.id = id;
    if (node.ask(VIDIOC_QUERYCTRL, &is) != 0 || (is.flags & V4L2_CTRL_FLAG_DISABLED) != 0)
        return;
    v4l2_control wanted{.id = id, .value = value};
    node.ask(VIDIOC_S_CTRL, &wanted);
}

std::optional<int> camera_setting(const Scanner& scanner, const char* name) {
    const auto found = scanner.settings.find(name);
    if (found == scanner.settings.end())
        return std::nullopt;
    return static_cast<int>(std::strtol(found->second.c_str(), nullptr, 10));
}

/// The camera finds light, colours and focus by itself unless the site fixed them; lamps here
/// flicker at 50 Hz.
void choose_controls(VideoNode& node, const Scanner& scanner) {
    control(node, V4L2_CID_POWER_LINE_FREQUENCY, V4L2_CID_POWER_LINE_FREQUENCY_50HZ);
    control(node, V4L2_CID_AUTO_WHITE_BALANCE, 1);
    const auto focus = camera_setting(scanner, "focus");
    control(node, V4L2_CID_FOCUS_AUTO, focus ? 0 : 1);
    if (focus)
        control(node, V4L2_CID_FOCUS_ABSOLUTE, *focus);
    const auto exposure = camera_setting(scanner, "exposure");
    control(
        node,
        V4L2_CID_EXPOSURE_AUTO,
        exposure ? V4L2_EXPOSURE_MANUAL : V4L2_EXPOSURE_APERTURE_PRIORITY
    );
    if (exposure)
        control(node, V4L2_CID_EXPOSURE_ABSOLUTE, *exposure);
}

Error failure(const char* doing) {
    const bool gone = errno == ENODEV || errno == EIO || errno == ENXIO;
    const bool busy = errno == EBUSY;
    const auto kind = gone   ? Error::Kind::NoDevice
                      : busy ? Error::Kind::Refused
                             : Error::Kind::Unreachable;
    return {kind, std::string("camera: ") + doing + ": " + std::strerror(errno)};
}

bool is_jpeg(const std::string& bytes) {
    return bytes.size() > 4 && bytes[0] == '\xff' && bytes[1] == '\xd8';
}

class VideoFrames : public FrameSource {
public:
    explicit VideoFrames(VideoNodePtr node) : m_node(std::move(node)) {}
    ~VideoFrames() override {
        int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        m_node->ask(VIDIOC_STREAMOFF, &type);
    }
    VideoFrames(const VideoFrames&) = delete;
    VideoFrames& operator=(const VideoFrames&) = delete;

    Result<void> start() {
        v4l2_requestbuffers wanted{};
        wanted.count = buffer_count;
        wanted.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        wanted.memory = V4L2_MEMORY_MMAP;
        if (m_node->ask(VIDIOC_REQBUFS, &wanted) != 0 || wanted.count == 0)
            return tl::unexpected(failure("buffers"));
        for (unsigned i = 0; i < wanted.count; ++i) {
            auto buffer = make_buffer(i);
            if (m_node->ask(VIDIOC_QUERYBUF, &buffer) != 0)
                return tl::unexpected(failure("buffer"));
            const auto* data = m_node->map(buffer.length, static_cast<long>(buffer.m.offset));
            if (data == nullptr || m_node->ask(VIDIOC_QBUF, &buffer) != 0)
                return tl::unexpected(failure("map"));
            m_buffers.push_back({data, buffer.length});
        }
        int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        if (m_node->ask(VIDIOC_STREAMON, &type) != 0)
            return tl::unexpected(failure("start"));
        return {};
    }

    Result<std::string> next() override {
        for (; m_blind > 0; --m_blind)
            if (auto frame = take(); !frame)
                return frame;
        for (int i = 0; i < most_broken; ++i) {
            auto frame = newest();
            if (!frame || is_jpeg(*frame))
                return frame;
        }
        return fail(Error::Kind::Unreadable, "camera: no picture is whole");
    }

private:
    struct Buffer {
        const char* data;
        std::size_t length;
    };

    static v4l2_buffer make_buffer(unsigned index) {
        v4l2_buffer buffer{};
        buffer.index = index;
        buffer.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        buffer.memory = V4L2_MEMORY_MMAP;
        return buffer;
    }

    /// What has waited meanwhile is old.
    Result<std::string> newest() {
        auto frame = take();
        for (unsigned i = 0; frame && i < buffer_count && m_node->wait(0ms); ++i)
            frame = take();
        return frame;
    }

    /// Empty for a picture that the camera itself calls broken.
    Result<std::string> take() {
        if (!m_node->wait(patience))
            return fail(Error::Kind::TimedOut, "camera: silent");
        auto buffer = make_buffer(0);
        if (m_node->ask(VIDIOC_DQBUF, &buffer) != 0)
            return tl::unexpected(failure("picture"));
        std::string bytes;
        const bool whole = (buffer.flags & V4L2_BUF_FLAG_ERROR) == 0;
        if (whole && buffer.index < m_buffers.size() &&
            buffer.bytesused <= m_buffers[buffer.index].length)
            bytes.assign(m_buffers[buffer.index].data, buffer.bytesused);
        if (m_node->ask(VIDIOC_QBUF, &buffer) != 0)
            return tl::unexpected(failure("buffer"));
        return bytes;
    }

    VideoNodePtr m_node;
    std::vector<Buffer> m_buffers{};
    int m_blind{blind_frames};
};

Result<FramesPtr> start(VideoNodePtr node, const Scanner& scanner) {
    v4l2_format format{};
    format.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    node->ask(VIDIOC_G_FMT, &format);
    format.fmt.pix.pixelformat = V4L2_PIX_FMT_MJPEG;
    format.fmt.pix.field = V4L2_FIELD_ANY;
    if (const auto size = largest_size(*node)) {
        format.fmt.pix.width = size->width;
        format.fmt.pix.height = size->height;
    }
    if (node->ask(VIDIOC_S_FMT, &format) != 0)
        return tl::unexpected(failure("format"));
    choose_controls(*node, scanner);
    auto frames = std::make_unique<VideoFrames>(std::move(node));
    if (auto started = frames->start(); !started)
        return tl::unexpected(started.error());
    return frames;
}

} // namespace

Result<FramesPtr> open_video(
    const Scanner& scanner, const std::function<Result<VideoNodePtr>(const std::string&)>& open
) {
    std::vector<std::string> paths{scanner.device};
    if (scanner.device.empty()) {
        paths.clear();
        for (int i = 0; i < most_nodes; ++i)
            paths.push_back("/dev/video" + std::to_string(i));
    }
    Error why{Error::Kind::NoDevice, "no camera is connected"};
    for (const auto& path : paths) {
        auto node = open(path);
        if (!node) {
            if (node.error().kind != Error::Kind::NoDevice)
                why = node.error();
            continue;
        }
        if (captures(**node) && has_jpeg(**node))
            return start(std::move(*node), scanner);
    }
    return tl::unexpected(why);
}

} // namespace guichet::scan
