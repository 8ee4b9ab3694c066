#include "base/files.hpp"

#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

namespace guichet {

namespace {

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor() {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return m_fd; }

private:
    int m_fd;
};

auto write_failure() {
    const bool full = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
    return fail(full ? Error::Kind::Full : Error::Kind::Unreadable, "cannot write the file");
}

Result<void> write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return write_failure();
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(fd) != 0)
        return write_failure();
    return {};
}

} // namespace

Result<std::string> read_file(const std::filesystem::path& file, std::size_t limit) {
    const Descriptor source(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (source.get() < 0)
        return fail(
            errno == ENOENT ? Error::Kind::NotFound : Error::Kind::Unreadable, "cannot open"
        );
    std::string bytes;
    std::string buffer(65536, 0);
    for (;;) {
        const auto got = ::read(source.get(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(Error::Kind::Unreadable, "cannot read");
        if (got == 0)
            break;
        bytes.append(buffer.data(), static_cast<std::size_t>(got));
        if (bytes.size() > limit)
            return fail(Error::Kind::TooLarge, "over the size limit");
    }
    if (bytes.empty())
        return fail(Error::Kind::Empty, "the file is empty");
    return bytes;
}

Result<void> write_file(const std::filesystem::path& file, std::string_view bytes) {
    auto beside = file;
    beside += ".part";
    auto written = [&]() -> Result<void> {
        const Descriptor target(
            ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)
        );
        if (target.get() < 0)
            return write_failure();
        return write_all(target.get(), bytes);
    }();
    std::error_code error;
    if (written)
        std::filesystem::rename(beside, file, error);
    if (!written || error) {
        std::filesystem::remove(beside, error);
        return written ? fail(Error::Kind::Unreadable, "cannot rename the file") : written;
    }
    return {};
}

std::filesystem::path data_folder() {
    if (const char* chosen = std::getenv("GUICHET_DATA"))
        return chosen;
    std::filesystem::path source = GUICHET_SOURCE_FOLDER;
    if (std::filesystem::exists(source / "forms"))
        return source;
    return "/usr/share/guichet";
}

} // namespace guichet
