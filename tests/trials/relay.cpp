// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay.hpp"

#include <array>
#include <cerrno>
#include <vector>

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace guichet::trials {
namespace {

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

/// Broken off, not said goodbye to.
void reset(int end) {
    const linger at_once{1, 0};
    ::setsockopt(end, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    ::close(end);
}

} // namespace

Relay::Relay(std::uint16_t hub)
    : m_hub(hub), m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    auto address = loopback(0);
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    socklen_t size = sizeof address;
    REQUIRE(::bind(m_listener, plain, size) == 0);
    REQUIRE(::listen(m_listener, 64) == 0);
    REQUIRE(::getsockname(m_listener, plain, &size) == 0);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

Relay::~Relay() {
    m_over = true;
    m_thread.join();
    cut();
    ::close(m_listener);
}

void Relay::cut() {
    m_is_cut = true;
    const std::lock_guard lock(m_guard);
    for (const auto& pair : m_pairs)
        reset(pair.first);
    m_pairs.clear();
}

void Relay::run() {
    while (!m_over) {
        std::vector<pollfd> watched{{m_listener, POLLIN, 0}};
        {
            const std::lock_guard lock(m_guard);
            for (const auto& pair : m_pairs)
                watched.push_back({pair.first, POLLIN, 0});
        }
        ::poll(watched.data(), watched.size(), 20);
        if (watched.front().revents != 0)
            accept_one();
        const std::lock_guard lock(m_guard);
        for (std::size_t each = 1; each < watched.size(); each++)
            if (watched[each].revents != 0 && m_pairs.contains(watched[each].fd))
                pass_on(watched[each].fd);
    }
}

void Relay::accept_one() {
    const auto kiosk = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (kiosk < 0)
        return;
    const auto hub = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = loopback(m_hub);
    const std::lock_guard lock(m_guard);
    if (m_is_cut ||
        ::connect(hub, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        reset(kiosk);
        ::close(hub);
        return;
    }
    m_pairs[kiosk] = hub;
    m_pairs[hub] = kiosk;
}

void Relay::pass_on(int from) {
    std::array<char, 16384> bytes{};
    const auto count = ::recv(from, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (count < 0 && errno == EAGAIN)
        return; // another connection has this number by now
    if (count <= 0)
        return drop(from);
    const auto all = static_cast<std::size_t>(count);
    if (::send(m_pairs.at(from), bytes.data(), all, MSG_NOSIGNAL) != count)
        drop(from);
}

void Relay::drop(int end) {
    const auto other = m_pairs.at(end);
    m_pairs.erase(end);
    m_pairs.erase(other);
    ::close(end);
    ::close(other);
}

} // namespace guichet::trials
