// SPDX-License-Identifier: GPL-3.0-or-later
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

/// Adds what has arrived.
Result<void> read_more(int fd, std::string& received) {
    std::array<char, 65536> buffer{};
    const auto got = ::recv(fd, buffer.data(), buffer.size(), 0);
    if (got < 0 && errno == EINTR)
        return {};
    if (got <= 0)
        return fail(Error::Kind::Unreachable, "the other process is gone");
    received.append(buffer.data(), static_cast<std::size_t>(got));
    return {};
}

/// The first packet, taken away from what was received; nothing while it is not whole.
Result<std::optional<Packet>> take_packet(std::string& received) {
    if (received.size() < header_size)
        return std::nullopt;
    const auto json = take_length(received, 0);
    const auto blob = take_length(received, 4);
    if (json + blob > largest_packet)
        return fail(Error::Kind::Invalid, "packet too large");
    const auto whole = header_size + json + blob;
    if (received.size() < whole)
        return std::nullopt;
    Packet packet{received.substr(header_size, json), received.substr(header_size + json, blob)};
    received.erase(0, whole);
    return packet;
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

Result<void> Channel::send(const Packet& packet) const {
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
    for (;;) {
        auto packet = take_packet(m_received);
        if (!packet)
            return tl::unexpected(packet.error());
        if (*packet)
            return std::move(**packet);
        const auto more =
            wait_readable(m_fd, deadline).and_then([this] { return read_more(m_fd, m_received); });
        if (!more)
            return tl::unexpected(more.error());
    }
}

} // namespace guichet
