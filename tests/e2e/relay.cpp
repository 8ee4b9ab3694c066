// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay.hpp"

#include "driver.hpp"

#include <array>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace e2e {

namespace {

constexpr int look_ms = 200; ///< how often the threads see that it is over

sockaddr_in here(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

int open_socket() {
    return ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
}

} // namespace

Relay::Relay(std::uint16_t server) : m_server(server), m_listening(open_socket()) {
    auto address = here(0);
    socklen_t length = sizeof address;
    if (::bind(m_listening, reinterpret_cast<sockaddr*>(&address), length) != 0 ||
        ::listen(m_listening, 16) != 0)
        throw Failure{"the relay cannot listen"};
    ::getsockname(m_listening, reinterpret_cast<sockaddr*>(&address), &length);
    m_port = ntohs(address.sin_port);
    m_threads.emplace_back([this] { listen(); });
}

Relay::~Relay() {
    m_over = true;
    m_threads.front().join(); // no thread is added from here on
    for (std::size_t i = 1; i < m_threads.size(); ++i)
        m_threads[i].join();
    ::close(m_listening);
}

std::string Relay::traffic() {
    const std::lock_guard lock(m_guard);
    return m_traffic;
}

void Relay::listen() {
    while (!m_over) {
        pollfd source{m_listening, POLLIN, 0};
        if (::poll(&source, 1, look_ms) <= 0)
            continue;
        const int client = ::accept4(m_listening, nullptr, nullptr, SOCK_CLOEXEC);
        if (client >= 0)
            m_threads.emplace_back([this, client] { pass(client); });
    }
}

bool Relay::carry(int from, int to) {
    std::array<char, 4096> bytes{};
    const auto got = ::recv(from, bytes.data(), bytes.size(), 0);
    if (got <= 0)
        return false;
    {
        const std::lock_guard lock(m_guard);
        m_traffic.append(bytes.data(), static_cast<std::size_t>(got));
    }
    return ::send(to, bytes.data(), static_cast<std::size_t>(got), MSG_NOSIGNAL) == got;
}

void Relay::pass(int client) {
    const int server = open_socket();
    const auto address = here(m_server);
    bool open = ::connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    while (open && !m_over) {
        std::array<pollfd, 2> sources{{{client, POLLIN, 0}, {server, POLLIN, 0}}};
        if (::poll(sources.data(), sources.size(), look_ms) <= 0)
            continue;
        if (sources[0].revents != 0)
            open = carry(client, server);
        if (open && sources[1].revents != 0)
            open = carry(server, client);
    }
    ::close(client);
    ::close(server);
}

} // namespace e2e
