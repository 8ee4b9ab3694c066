// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/source/video.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <memory>
#include <vector>

#include <doctest/doctest.h>
#include <linux/videodev2.h>

using namespace guichet;

namespace {

/// A camera of the kernel's, as far as we ask.
struct Camera {
    std::uint32_t can{V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING};
    std::vector<std::uint32_t> formats{V4L2_PIX_FMT_YUYV, V4L2_PIX_FMT_MJPEG};
    std::vector<std::pair<unsigned, unsigned>> sizes{{640, 480}, {3264, 2448}, {1920, 1080}};
    std::map<unsigned, int> controls{};    ///< those it has
    std::vector<std::string> pictures{};   ///< by number; then none comes any more
    std::map<std::size_t, int> failures{}; ///< errno instead of that picture
    std::vector<std::size_t> damaged{};    ///< flagged by the kernel itself

    unsigned width{};
    unsigned height{};
    std::size_t next{0};
    bool streaming{false};
    std::vector<std::string> buffers{4, std::string(64, '\0')};
    std::vector<unsigned> queued{};
};

class Node : public scan::VideoNode {
public:
    explicit Node(Camera& camera) : m_camera(camera) {}

    int ask(unsigned long request, void* what) override {
        switch (request) {
        case VIDIOC_QUERYCAP:
            return capabilities(*static_cast<v4l2_capability*>(what));
        case VIDIOC_ENUM_FMT:
            return format(*static_cast<v4l2_fmtdesc*>(what));
        case VIDIOC_ENUM_FRAMESIZES:
            return size(*static_cast<v4l2_frmsizeenum*>(what));
        case VIDIOC_S_FMT:
            m_camera.width = static_cast<v4l2_format*>(what)->fmt.pix.width;
            m_camera.height = static_cast<v4l2_format*>(what)->fmt.pix.height;
            return 0;
        case VIDIOC_QUERYCTRL:
            return m_camera.controls.contains(static_cast<v4l2_queryctrl*>(what)->id) ? 0 : no();
        case VIDIOC_S_CTRL:
            m_camera.controls[static_cast<v4l2_control*>(what)->id] =
                static_cast<v4l2_control*>(what)->value;
            return 0;
        case VIDIOC_QUERYBUF:
            static_cast<v4l2_buffer*>(what)->length = 64;
            static_cast<v4l2_buffer*>(what)->m.offset = static_cast<v4l2_buffer*>(what)->index;
            return 0;
        case VIDIOC_QBUF:
            m_camera.queued.push_back(static_cast<v4l2_buffer*>(what)->index);
            return 0;
        case VIDIOC_DQBUF:
            return picture(*static_cast<v4l2_buffer*>(what));
        case VIDIOC_STREAMON:
        case VIDIOC_STREAMOFF:
            m_camera.streaming = request == VIDIOC_STREAMON;
            return 0;
        default:
            return 0;
        }
    }
    const char* map(std::size_t, long offset) override {
        return m_camera.buffers[static_cast<std::size_t>(offset)].data();
    }
    bool wait(std::chrono::milliseconds most) override {
        // One at a time: the next comes only to somebody who waits for it.
        return most.count() > 0 && m_camera.next < m_camera.pictures.size();
    }

private:
    static int no() {
        errno = EINVAL;
        return -1;
    }
    int capabilities(v4l2_capability& is) const {
        is.capabilities = V4L2_CAP_DEVICE_CAPS | V4L2_CAP_VIDEO_CAPTURE; // of the whole device
        is.device_caps = m_camera.can;                                   // of this node
        return 0;
    }
    int format(v4l2_fmtdesc& is) const {
        if (is.index >= m_camera.formats.size())
            return no();
        is.pixelformat = m_camera.formats[is.index];
        return 0;
    }
    int size(v4l2_frmsizeenum& is) const {
        if (is.index >= m_camera.sizes.size())
            return no();
        is.type = V4L2_FRMSIZE_TYPE_DISCRETE;
        is.discrete = {m_camera.sizes[is.index].first, m_camera.sizes[is.index].second};
        return 0;
    }
    int picture(v4l2_buffer& buffer) {
        const auto number = m_camera.next++;
        if (const auto failure = m_camera.failures.find(number);
            failure != m_camera.failures.end()) {
            errno = failure->second;
            return -1;
        }
        buffer.index = m_camera.queued.front();
        m_camera.queued.erase(m_camera.queued.begin());
        const auto& bytes = m_camera.pictures.at(number);
        std::ranges::copy(bytes, m_camera.buffers[buffer.index].begin());
        buffer.bytesused = static_cast<unsigned>(bytes.size());
        buffer.flags = std::ranges::count(m_camera.damaged, number) > 0 ? V4L2_BUF_FLAG_ERROR : 0U;
        return 0;
    }

    Camera& m_camera;
};

/// Opens those cameras as /dev/video0, /dev/video1…
Result<scan::FramesPtr> open(std::vector<Camera*> cameras, const scan::Scanner& scanner = {}) {
    return scan::open_video(scanner, [&](const std::string& path) -> Result<scan::VideoNodePtr> {
        const auto number = static_cast<std::size_t>(std::stoi(path.substr(10)));
        if (number >= cameras.size() || cameras[number] == nullptr)
            return fail(Error::Kind::NoDevice, "none");
        return std::make_unique<Node>(*cameras[number]);
    });
}

std::string picture(int number) {
    return "\xff\xd8 picture " + std::to_string(number);
}

std::vector<std::string> pictures(int count) {
    std::vector<std::string> all(static_cast<std::size_t>(count));
    std::ranges::generate(all, [number = 0]() mutable { return picture(number++); });
    return all;
}

} // namespace

TEST_CASE("nodes that only carry metadata, or no MJPEG, are not the camera") {
    Camera metadata{.can = V4L2_CAP_META_CAPTURE | V4L2_CAP_STREAMING};
    Camera raw{.formats = {V4L2_PIX_FMT_YUYV}};
    Camera good{.pictures = pictures(11)};
    CHECK(open({&metadata, &raw, nullptr, &good}).has_value());
    CHECK(good.streaming == false); // let go with the source
    const auto none = open({&metadata, &raw});
    REQUIRE_FALSE(none);
    CHECK(none.error().kind == Error::Kind::NoDevice);
}

TEST_CASE("a camera gives its largest pictures, the first ten left out") {
    Camera camera{.pictures = pictures(12)};
    auto frames = open({&camera});
    REQUIRE(frames);
    CHECK(camera.streaming);
    CHECK(camera.width == 3264);
    CHECK(camera.height == 2448);
    CHECK((*frames)->next() == Result<std::string>(picture(10)));
    CHECK((*frames)->next() == Result<std::string>(picture(11)));
    frames->reset();
    CHECK_FALSE(camera.streaming);
}

TEST_CASE("light and focus are the camera's own unless the site fixes them") {
    const std::map<unsigned, int> has{
        {V4L2_CID_FOCUS_AUTO, 0},
        {V4L2_CID_FOCUS_ABSOLUTE, -1},
        {V4L2_CID_EXPOSURE_AUTO, V4L2_EXPOSURE_MANUAL}};
    Camera camera{.controls = has, .pictures = pictures(1)};
    REQUIRE(open({&camera}));
    CHECK(camera.controls[V4L2_CID_FOCUS_AUTO] == 1);
    CHECK(camera.controls[V4L2_CID_FOCUS_ABSOLUTE] == -1);
    CHECK(camera.controls[V4L2_CID_EXPOSURE_AUTO] == V4L2_EXPOSURE_APERTURE_PRIORITY);
    CHECK(camera.controls.count(V4L2_CID_EXPOSURE_ABSOLUTE) == 0); // it has none: not asked
    Camera fixed{.controls = has, .pictures = pictures(1)};
    REQUIRE(open({&fixed}, {.settings = {{"focus", "120"}}}));
    CHECK(fixed.controls[V4L2_CID_FOCUS_AUTO] == 0);
    CHECK(fixed.controls[V4L2_CID_FOCUS_ABSOLUTE] == 120);
}

TEST_CASE("damaged pictures are passed over; one after the other they are said") {
    Camera camera{.pictures = pictures(13), .damaged = {10, 11}};
    auto frames = open({&camera});
    REQUIRE(frames);
    CHECK((*frames)->next() == Result<std::string>(picture(12)));
    Camera broken{.pictures = std::vector<std::string>(40, "no picture")};
    auto never = open({&broken});
    REQUIRE(never);
    const auto frame = (*never)->next();
    REQUIRE_FALSE(frame);
    CHECK(frame.error().kind == Error::Kind::Unreadable);
}

TEST_CASE("a camera that goes away or falls silent in the middle is said") {
    Camera unplugged{.pictures = pictures(20), .failures = {{11, ENODEV}}};
    auto frames = open({&unplugged});
    REQUIRE(frames);
    CHECK((*frames)->next().has_value());
    const auto gone = (*frames)->next();
    REQUIRE_FALSE(gone);
    CHECK(gone.error().kind == Error::Kind::NoDevice);
    Camera silent{.pictures = pictures(4)};
    auto waiting = open({&silent});
    REQUIRE(waiting);
    const auto nothing = (*waiting)->next();
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().kind == Error::Kind::TimedOut);
}

TEST_CASE("a camera somebody else holds is refused, not missing") {
    const auto busy = scan::open_video({}, [](const std::string&) -> Result<scan::VideoNodePtr> {
        return fail(Error::Kind::Refused, "busy");
    });
    REQUIRE_FALSE(busy);
    CHECK(busy.error().kind == Error::Kind::Refused);
}
