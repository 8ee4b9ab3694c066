// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace guichet::net {

/// One server-sent event.
struct ServerEvent {
    std::string name{"message"};
    std::string data{};

    bool operator==(const ServerEvent&) const = default;
};

/// Reads `text/event-stream` (WHATWG HTML, "Server-sent events") as it comes, in any pieces.
class EventParser {
public:
    /// False: a line or event over 1 MiB; the stream cannot be trusted any more.
    bool feed(std::string_view bytes, const std::function<void(ServerEvent)>& found);

private:
    std::string m_line{};
    ServerEvent m_event{};
    bool m_has_data{};
    bool m_after_return{};

    void take(char byte, const std::function<void(ServerEvent)>& found);
    void end_line(const std::function<void(ServerEvent)>& found);
    void take_field();
};

} // namespace guichet::net
