// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace e2e {

using Json = nlohmann::json;

/// Something did not go as it must: the test ends with these words.
struct Failure {
    std::string what;
};

/// The visit has ended, or nobody listens.
struct Gone : Failure {};

/// Looks at a running visit through its drive socket.
class Driver {
public:
    /// Waits until the visit opens it. Throws Gone.
    explicit Driver(std::string socket);
    ~Driver();
    Driver(const Driver&) = delete;
    Driver& operator=(const Driver&) = delete;

    /// One request, one reply. Throws Failure on "error" Gone when the visit is.
    Json ask(const Json& request);
    /// The same; false instead of a Failure.
    bool alive(const Json& request);

private:
    std::string m_socket;
    int m_fd{-1};
    std::string m_received{};
};

} // namespace e2e
