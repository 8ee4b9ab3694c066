// SPDX-License-Identifier: GPL-3.0-or-later
#include "driver.hpp"

#include <array>
#include <chrono>
#include <cstring>
#include <thread>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace e2e {

namespace {

int connect_to(const std::string& socket) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, socket.c_str(), sizeof address.sun_path - 1);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
        return fd;
    ::close(fd);
    return -1;
}

} // namespace

Driver::Driver(std::string socket) : m_socket(std::move(socket)) {
    for (int i = 0; i < 1500 && m_fd < 0; ++i) {
        m_fd = connect_to(m_socket);
        if (m_fd < 0)
            std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    if (m_fd < 0)
        throw Gone{{"the visit did not open " + m_socket}};
}

Driver::~Driver() {
    if (m_fd >= 0)
        ::close(m_fd);
}

Json Driver::ask(const Json& request) {
    const auto line = request.dump() + "\n";
    if (::send(m_fd, line.data(), line.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(line.size()))
        throw Gone{{"the visit is gone"}};
    std::array<char, 65536> buffer{};
    auto end = m_received.find('\n');
    while (end == std::string::npos) {
        const auto got = ::recv(m_fd, buffer.data(), buffer.size(), 0);
        if (got <= 0)
            throw Gone{{"the visit is gone"}};
        m_received.append(buffer.data(), static_cast<std::size_t>(got));
        end = m_received.find('\n');
    }
    auto reply = Json::parse(m_received.substr(0, end));
    m_received.erase(0, end + 1);
    if (reply.contains("error"))
        throw Failure{request.dump() + ": " + reply["error"].get<std::string>()};
    return reply;
}

bool Driver::alive(const Json& request) {
    try {
        ask(request);
        return true;
    } catch (const Failure&) {
        return false;
    }
}

} // namespace e2e
