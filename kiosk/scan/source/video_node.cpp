// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/source/video.hpp"

#include <cerrno>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace guichet::scan {

namespace {

class KernelNode : public VideoNode {
public:
    explicit KernelNode(int descriptor) : m_descriptor(descriptor) {}
    ~KernelNode() override {
        for (const auto& [start, length] : m_maps)
            ::munmap(start, length);
        ::close(m_descriptor);
    }
    KernelNode(const KernelNode&) = delete;
    KernelNode& operator=(const KernelNode&) = delete;

    int ask(unsigned long request, void* what) override {
        int result = 0;
        do {
            result = ::ioctl(m_descriptor, request, what);
        } while (result < 0 && errno == EINTR);
        return result;
    }

    const char* map(std::size_t length, long offset) override {
        void* start = ::mmap(nullptr, length, PROT_READ, MAP_SHARED, m_descriptor, offset);
        if (start == MAP_FAILED) // NOLINT(*-no-int-to-ptr, *-cstyle-cast): the system's own word
            return nullptr;
        m_maps.emplace_back(start, length);
        return static_cast<const char*>(start);
    }

    bool wait(std::chrono::milliseconds most) override {
        pollfd readable{.fd = m_descriptor, .events = POLLIN, .revents = 0};
        return ::poll(&readable, 1, static_cast<int>(most.count())) > 0;
    }

private:
    int m_descriptor;
    std::vector<std::pair<void*, std::size_t>> m_maps{};
};

Result<VideoNodePtr> open_node(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK);
    if (descriptor >= 0)
        return std::make_unique<KernelNode>(descriptor);
    const bool forbidden = errno == EACCES || errno == EPERM || errno == EBUSY;
    return fail(
        forbidden ? Error::Kind::Refused : Error::Kind::NoDevice, "camera: cannot be opened"
    );
}

} // namespace

Result<FramesPtr> open_video(const Scanner& scanner) {
    return open_video(scanner, open_node);
}

} // namespace guichet::scan
