// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/client.hpp"

#include <array>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace guichet::net {

/// An HTTP server that does what a test says, with one thread for each connection and one request
/// on each. Connections stay open until the client or the test ends.
class ScriptedServer {
public:
    class Peer {
    public:
        explicit Peer(int socket) : m_socket(socket) {}
        /// "POST /path", without its query.
        std::string request() const {
            std::string text;
            std::array<char, 4096> piece{};
            while (!is_whole(text)) {
                const auto count = ::recv(m_socket, piece.data(), piece.size(), 0);
                if (count <= 0)
                    return {};
                text.append(piece.data(), static_cast<std::size_t>(count));
            }
            return text.substr(0, text.find_first_of(" ?", text.find(' ') + 1));
        }
        void say(std::string_view text) const {
            (void)::send(m_socket, text.data(), text.size(), MSG_NOSIGNAL);
        }
        void answer(int status, const std::string& body) const {
            say("HTTP/1.1 " + std::to_string(status) + " -\r\nConnection: close\r\n" +
                "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
        }
        /// Events may be said from now on.
        void begin_stream() const {
            say("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
        }
        void close() const { ::shutdown(m_socket, SHUT_RDWR); }

    private:
        int m_socket;

        static bool is_whole(const std::string& text) {
            const auto end = text.find("\r\n\r\n");
            if (end == std::string::npos)
                return false;
            const std::string_view length = "Content-Length: ";
            const auto at = text.find(length);
            const auto body = at < end ? std::strtoul(&text[at + length.size()], nullptr, 10) : 0;
            return text.size() >= end + 4 + body;
        }
    };
    using Serve = std::function<void(const Peer&)>;

    explicit ScriptedServer(Serve serve) : m_serve(std::move(serve)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* any = reinterpret_cast<sockaddr*>(&address);
        REQUIRE(::bind(m_socket, any, size) == 0);
        REQUIRE(::listen(m_socket, 8) == 0);
        REQUIRE(::getsockname(m_socket, any, &size) == 0);
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { take(); });
    }
    ~ScriptedServer() {
        ::shutdown(m_socket, SHUT_RDWR);
        m_thread.join();
        for (const int each : m_open)
            ::shutdown(each, SHUT_RDWR);
        for (auto& each : m_peers)
            each.join();
        for (const int each : m_open)
            ::close(each);
        ::close(m_socket);
    }
    ScriptedServer(const ScriptedServer&) = delete;
    ScriptedServer& operator=(const ScriptedServer&) = delete;

    std::uint16_t port() const { return m_port; }
    Endpoint endpoint() const { return {.url = "http://127.0.0.1:" + std::to_string(m_port)}; }
    int connections() const { return m_connections; }

private:
    Serve m_serve;
    int m_socket{::socket(AF_INET, SOCK_STREAM, 0)};
    std::uint16_t m_port{};
    std::atomic<int> m_connections{};
    std::vector<int> m_open{}; ///< of m_thread, then of who destroys
    std::vector<std::thread> m_peers{};
    std::thread m_thread{};

    void take() {
        for (;;) {
            const int socket = ::accept(m_socket, nullptr, nullptr);
            if (socket < 0)
                return;
            ++m_connections;
            m_open.push_back(socket);
            m_peers.emplace_back([this, socket] { m_serve(Peer(socket)); });
        }
    }
};

} // namespace guichet::net
