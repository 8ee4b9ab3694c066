// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"
#include "hub/http.hpp"

#include <cstdint>
#include <memory>
#include <string>

namespace guichet::hub {

struct ServerSettings {
    std::string address{"127.0.0.1"};
    std::uint16_t port{}; ///< 0: any free one
    /// PEM files; both or none.
    std::string certificate{};
    std::string private_key{};
};

/// Listens on a port, with limits on what it accepts: 64 KiB of body (more is cut off; what is
/// within is the handler's to refuse), 8 KiB of header values, 20 s for a whole request.
/// How many connections there can be is the process's limit of open files.
class Server {
public:
    virtual ~Server() = default;
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// The handler is called from several threads. Fails when the port is taken or a certificate
    /// does not fit.
    static Result<std::unique_ptr<Server>>
    start(const ServerSettings& settings, HttpHandler handler);

    virtual std::uint16_t port() const = 0;
    /// Answers what it has begun, then ends.
    virtual void stop() = 0;

protected:
    Server() = default;
};

} // namespace guichet::hub
