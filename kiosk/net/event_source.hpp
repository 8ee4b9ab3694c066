// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/client.hpp"
#include "net/event_parser.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace guichet::net {

/// Whether events reach us.
enum class Line {
    Open,    ///< the server answered 200 and its events come
    Cut,     ///< lost, silent for 25 s, or never reached: tried again by itself
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

    /// `headers`: beside the key.
    EventSource(
        Endpoint endpoint, std::string path, Tell tell, std::vector<std::string> headers = {}
    );
    /// At once, whatever the network does.
    ~EventSource();
    EventSource(const EventSource&) = delete;
    EventSource& operator=(const EventSource&) = delete;

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

} // namespace guichet::net
