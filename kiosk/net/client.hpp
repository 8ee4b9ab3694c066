// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace guichet::net {

/// Where to ask, and who we are.
struct Endpoint {
    std::string url{};         ///< http://host:port or https://…, without a path
    std::string key{};         ///< sent as a bearer; empty: none
    std::string authorities{}; ///< a PEM file of certificates trusted instead of the system's
};

struct Request {
    std::string method{"GET"};
    std::string path{"/"};
    std::string json{}; ///< the body; empty: none
    std::vector<std::string> headers{};
    std::chrono::milliseconds patience{4000};
};

/// An answer, whatever its status.
struct Reply {
    int status{};
    std::map<std::string, std::string> headers{}; ///< names in small letters
    std::string body{};
};

/// Asks one server, one request at a time, keeping the connection. Never follows a redirection,
/// never reads over 1 MiB. For one thread.
class Client {
public:
    explicit Client(Endpoint endpoint);
    ~Client();
    Client(Client&&) noexcept;
    Client& operator=(Client&&) noexcept;
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    /// Unreachable (nobody answers), TimedOut, Refused (its certificate is not trusted), TooLarge.
    Result<Reply> ask(const Request& request);

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

} // namespace guichet::net
