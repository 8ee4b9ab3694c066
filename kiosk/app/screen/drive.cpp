// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screen/drive.hpp"

#include "base/files.hpp"

#include <array>
#include <cerrno>
#include <cstring>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace guichet::app {

namespace {

bool send_line(int client, std::string line) {
    line += '\n';
    for (std::size_t sent = 0; sent < line.size();) {
        const auto more = ::send(client, line.data() + sent, line.size() - sent, MSG_NOSIGNAL);
        if (more <= 0)
            return false;
        sent += static_cast<std::size_t>(more);
    }
    return true;
}

} // namespace

Result<std::unique_ptr<Drive>>
Drive::open(const std::filesystem::path& socket, std::function<void()> wake) {
    if (data_folder() == "/usr/share/guichet")
        return fail(Error::Kind::Refused, "an installed kiosk cannot be driven");
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (socket.native().size() >= sizeof address.sun_path)
        return fail(Error::Kind::Unreachable, "the socket's name is too long");
    std::strncpy(address.sun_path, socket.c_str(), sizeof address.sun_path - 1);
    ::unlink(socket.c_str());
    const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto* generic = reinterpret_cast<const sockaddr*>(&address); // NOLINT(*-reinterpret-cast)
    const bool open = listener >= 0 && ::bind(listener, generic, sizeof address) == 0 &&
                      ::chmod(socket.c_str(), 0600) == 0 && ::listen(listener, 1) == 0;
    if (!open)
        return fail(Error::Kind::Unreachable, "cannot open the socket " + socket.string());
    return std::unique_ptr<Drive>(new Drive(listener, socket, std::move(wake)));
}

Drive::Drive(int listener, std::filesystem::path socket, std::function<void()> wake)
    : m_listener(listener), m_socket(std::move(socket)), m_wake(std::move(wake)),
      m_thread([this] { listen(); }) {}

Drive::~Drive() {
    {
        const std::lock_guard lock(m_guard);
        m_over = true;
        for (auto& waiting : m_waiting)
            waiting.reply.set_value({});
        m_waiting.clear();
    }
    ::shutdown(m_listener, SHUT_RDWR);
    if (m_client >= 0)
        ::shutdown(m_client, SHUT_RDWR);
    m_thread.join();
    ::close(m_listener);
    ::unlink(m_socket.c_str());
}

void Drive::listen() {
    for (;;) {
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0 && errno == EINTR)
            continue;
        if (client < 0)
            return;
        m_client = client;
        talk(client);
        m_client = -1;
        ::close(client);
    }
}

void Drive::talk(int client) {
    std::string received;
    std::array<char, 4096> buffer{};
    for (;;) {
        const auto got = ::recv(client, buffer.data(), buffer.size(), 0);
        if (got <= 0)
            return;
        received.append(buffer.data(), static_cast<std::size_t>(got));
        for (auto end = received.find('\n'); end != std::string::npos; end = received.find('\n')) {
            const auto reply = ask(received.substr(0, end));
            received.erase(0, end + 1);
            if (reply.empty() || !send_line(client, reply))
                return;
        }
    }
}

std::string Drive::ask(std::string line) {
    std::future<std::string> reply;
    {
        const std::lock_guard lock(m_guard);
        if (m_over)
            return {};
        m_waiting.push_back({{.line = std::move(line), .since = now()}, {}});
        reply = m_waiting.back().reply.get_future();
    }
    m_wake();
    return reply.get();
}

bool Drive::serve(const Answer& answer) {
    const std::lock_guard lock(m_guard);
    while (!m_waiting.empty()) {
        auto& waiting = m_waiting.front();
        const auto reply = answer(waiting.request);
        if (!reply)
            return true;
        waiting.reply.set_value(*reply);
        m_waiting.pop_front();
    }
    return false;
}

} // namespace guichet::app
