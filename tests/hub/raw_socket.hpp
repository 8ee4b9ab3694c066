// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace guichet::hub {

/// A client that sends what it likes, as slowly as it likes.
class RawSocket {
public:
    explicit RawSocket(std::uint16_t port) : m_socket(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(port);
        const timeval patience{5, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        REQUIRE(::connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    }
    ~RawSocket() { ::close(m_socket); }
    RawSocket(const RawSocket&) = delete;
    RawSocket& operator=(const RawSocket&) = delete;

    /// False: the other end is gone.
    bool send(std::string_view bytes) const {
        return ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
               static_cast<ssize_t>(bytes.size());
    }
    /// What comes until the other end hangs up, or until it was silent for `patience`.
    std::string read_all(std::chrono::milliseconds patience, bool& hung_up) const {
        std::string all;
        std::array<char, 4096> bytes{};
        pollfd watched{m_socket, POLLIN, 0};
        hung_up = false;
        while (::poll(&watched, 1, static_cast<int>(patience.count())) > 0) {
            const auto count = ::recv(m_socket, bytes.data(), bytes.size(), 0);
            if (count <= 0) {
                hung_up = true;
                break;
            }
            all.append(bytes.data(), static_cast<std::size_t>(count));
        }
        return all;
    }

private:
    int m_socket;
};

} // namespace guichet::hub
