// SPDX-License-Identifier: GPL-3.0-or-later
#include "own_hub.hpp"

#include "driver.hpp"
#include "net/client.hpp"
#include "program.hpp"
#include "watch.hpp"

#include <csignal>
#include <fstream>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace e2e {

std::uint16_t free_port() {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool bound = ::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    socklen_t length = sizeof address;
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length);
    ::close(socket);
    must(bound, "no port is free");
    return ntohs(address.sin_port);
}

bool answers(std::uint16_t port) {
    guichet::net::Client client({.url = "http://127.0.0.1:" + std::to_string(port)});
    const auto reply = client.ask({.path = "/healthz"});
    return reply && reply->status == 200;
}

OwnHub::OwnHub(std::string guichet, const std::filesystem::path& folder)
    : m_guichet(std::move(guichet)), m_folder(folder), m_port(free_port()) {
    std::filesystem::create_directories(folder);
    std::ofstream(site()) << "name: Mairie\nhub:\n  port: " << m_port << "\n  store: " << store()
                          << "\n  site: mairie\n";
    output_of(
        std::string("printf '") + mediator_password + "\\n' | '" + m_guichet + "' hub --config '" +
        site().string() + "' adduser nadia --shown Nadia --role administrator"
    );
    m_key = run("addkiosk poste --place 'Poste 1'");
    m_key = m_key.substr(0, m_key.find('\n'));
}

std::string OwnHub::run(const std::string& words) const {
    return output_of("'" + m_guichet + "' hub --config '" + site().string() + "' " + words);
}

void OwnHub::start() {
    m_process = std::make_unique<Process>(std::vector<std::string>{
        "sh",
        "-c",
        R"(exec "$1" hub --config "$2" 2>>"$0")",
        log().string(),
        m_guichet,
        site().string()});
    if (!comes_true([&] { return answers(m_port); }))
        throw Failure{"the hub does not answer"};
}

void OwnHub::kill() {
    ::kill(m_process->pid(), SIGKILL);
    m_process.reset();
}

} // namespace e2e
