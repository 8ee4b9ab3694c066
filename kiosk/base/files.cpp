// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.hpp"

#include <cerrno>
#include <chrono>
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

constexpr std::string_view part_suffix = ".guichet-part";
constexpr std::chrono::minutes part_age{1}; ///< by then nobody writes it any more

Result<void> give_up(const std::filesystem::path& part, Result<void> why) {
    std::error_code ignored;
    std::filesystem::remove(part, ignored);
    return why;
}

Result<void> put_in_place(const std::filesystem::path& part, const std::filesystem::path& file) {
    std::error_code error;
    std::filesystem::rename(part, file, error);
    if (error)
        return give_up(part, fail(Error::Kind::Unreadable, "cannot rename the file"));
    return {};
}

/// What processes killed while they wrote have left in that folder.
void forget_leftovers(const std::filesystem::path& folder) {
    const auto old = std::filesystem::file_time_type::clock::now() - part_age;
    std::error_code error;
    std::filesystem::directory_iterator entries(folder, error);
    for (; !error && entries != std::filesystem::directory_iterator(); entries.increment(error)) {
        const auto& part = entries->path();
        std::error_code gone;
        if (part.filename().string().ends_with(part_suffix) &&
            std::filesystem::last_write_time(part, gone) < old && !gone)
            std::filesystem::remove(part, gone);
    }
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
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    const auto beside = folder / ("." + file.filename().string() + std::string(part_suffix));
    forget_leftovers(folder);
    // Without a name it is gone with the process that writes it.
    const Descriptor unnamed(::open(folder.c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0600));
    if (unnamed.get() < 0) { // a file system that has no such files: a USB stick
        const Descriptor named(
            ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)
        );
        if (named.get() < 0)
            return write_failure();
        auto written = write_all(named.get(), bytes);
        return written ? put_in_place(beside, file) : give_up(beside, std::move(written));
    }
    if (auto written = write_all(unnamed.get(), bytes); !written)
        return written;
    std::error_code gone;
    std::filesystem::remove(beside, gone);
    const auto source = "/proc/self/fd/" + std::to_string(unnamed.get());
    if (::linkat(AT_FDCWD, source.c_str(), AT_FDCWD, beside.c_str(), AT_SYMLINK_FOLLOW) != 0)
        return write_failure();
    return put_in_place(beside, file);
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
