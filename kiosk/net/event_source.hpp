// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/client.hpp"
#include "net/event_parser.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace guichet::net {

/// Whether events reach us.
enum class Line {
    Open,    ///< the server answered 200 and its events come
    Cut,     ///< lost, silent for too long, or never reached: tried again by itself
    Refused, ///< it answered that we may not: tried again, more slowly
};

/// Listens to a server's events in a thread of its own until it is destroyed, and comes back by
/// itself after every loss. The functions are called in that thread.
class EventSource {
public:
    struct Tell {
        std::function<void(ServerEvent)> event;
        std::function<void(Line)> line; ///< at each change
    };

    /// `headers`: beside the key. `patience`: for how long nothing at all may come, not even a
    /// comment; a server that is there gives a sign more often.
    EventSource(
        Endpoint endpoint,
        std::string path,
        Tell tell,
        std::vector<std::string> headers = {},
        std::chrono::milliseconds patience = std::chrono::seconds{25}
    );
    /// At once, whatever the network does.
    ~EventSource();
    EventSource(const EventSource&) = delete;
    EventSource& operator=(const EventSource&) = delete;

    /// Lets the connection go and makes another at once, for what a server tells whoever comes. The
    /// line is Cut only if that fails.
    void again();

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

} // namespace guichet::net
