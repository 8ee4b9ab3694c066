#include "base/channel.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace guichet {

namespace {

constexpr std::size_t header_size = 8;
constexpr std::size_t largest_packet = std::size_t{256} << 20;

using Clock = std::chrono::steady_clock;

void put_length(std::string& bytes, std::size_t length) {
    for (int i = 0; i < 4; ++i)
        bytes.push_back(static_cast<char>((length >> (8 * i)) & 0xff));
}

std::size_t take_length(const std::string& bytes, std::size_t at) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4; ++i)
        length |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return length;
}

Result<void> send_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            return fail(Error::Kind::Unreachable, "the other process is gone");
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return {};
}

/// Waits until bytes can be read or `deadline` passes.
Result<void> wait_readable(int fd, std::optional<Clock::time_point> deadline) {
    for (;;) {
        int patience = -1;
        if (deadline) {
            const auto left =
                std::chrono::ceil<std::chrono::milliseconds>(*deadline - Clock::now());
            patience = static_cast<int>(std::max<std::int64_t>(0, left.count()));
        }
        pollfd wanted{fd, POLLIN, 0};
        const int ready = ::poll(&wanted, 1, patience);
        if (ready > 0)
            return {};
        if (ready == 0)
            return fail(Error::Kind::TimedOut, "no answer from the other process");
        if (errno != EINTR)
            return fail(Error::Kind::Unreachable, "poll failed");
    }
}

} // namespace

Channel::Channel(int fd) : m_fd(fd) {}

Channel::~Channel() {
    if (m_fd >= 0)
        ::close(m_fd);
}

Channel::Channel(Channel&& other) noexcept
    : m_fd(std::exchange(other.m_fd, -1)), m_received(std::move(other.m_received)) {}

Channel& Channel::operator=(Channel&& other) noexcept {
    std::swap(m_fd, other.m_fd);
    std::swap(m_received, other.m_received);
    return *this;
}

Result<std::pair<Channel, Channel>> Channel::create() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return fail(Error::Kind::Unreachable, "no socket pair");
    return std::pair{Channel{ends[0]}, Channel{ends[1]}};
}

Result<void> Channel::send(const Packet& packet) {
    if (packet.json.size() + packet.blob.size() > largest_packet)
        return fail(Error::Kind::Invalid, "packet too large");
    std::string head;
    put_length(head, packet.json.size());
    put_length(head, packet.blob.size());
    head += packet.json;
    return send_all(m_fd, head).and_then([&] { return send_all(m_fd, packet.blob); });
}

Result<Packet> Channel::receive(std::optional<std::chrono::milliseconds> patience) {
    const auto deadline = patience ? std::optional(Clock::now() + *patience) : std::nullopt;
    std::array<char, 65536> buffer{};
    for (;;) {
        if (m_received.size() >= header_size) {
            const auto json = take_length(m_received, 0);
            const auto blob = take_length(m_received, 4);
            if (json + blob > largest_packet)
                return fail(Error::Kind::Invalid, "packet too large");
            if (m_received.size() >= header_size + json + blob) {
                Packet packet{
                    m_received.substr(header_size, json),
                    m_received.substr(header_size + json, blob)};
                m_received.erase(0, header_size + json + blob);
                return packet;
            }
        }
        if (auto ready = wait_readable(m_fd, deadline); !ready)
            return tl::unexpected(ready.error());
        const auto got = ::recv(m_fd, buffer.data(), buffer.size(), 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return fail(Error::Kind::Unreachable, "the other process is gone");
        m_received.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

} // namespace guichet
