// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/event_parser.hpp"

#include <algorithm>
#include <utility>

namespace guichet::net {
namespace {

constexpr std::size_t longest = 1024UL * 1024UL;

} // namespace

bool EventParser::feed(std::string_view bytes, const std::function<void(ServerEvent)>& found) {
    return std::ranges::all_of(bytes, [&](char byte) {
        take(byte, found);
        return m_line.size() + m_event.data.size() <= longest;
    });
}

void EventParser::take(char byte, const std::function<void(ServerEvent)>& found) {
    const bool half_of_end = byte == '\n' && std::exchange(m_after_return, false);
    if (half_of_end)
        return;
    m_after_return = byte == '\r';
    if (byte == '\n' || byte == '\r')
        end_line(found);
    else
        m_line += byte;
}

void EventParser::end_line(const std::function<void(ServerEvent)>& found) {
    if (!m_line.empty()) {
        take_field();
        m_line.clear();
        return;
    }
    auto event = std::exchange(m_event, {});
    if (std::exchange(m_has_data, false))
        found(std::move(event));
}

void EventParser::take_field() {
    const std::string_view line = m_line;
    const auto colon = line.find(':');
    const auto name = line.substr(0, colon);
    auto value = colon == std::string_view::npos ? std::string_view{} : line.substr(colon + 1);
    if (value.starts_with(' '))
        value.remove_prefix(1);
    if (name == "event") {
        m_event.name = value;
    } else if (name == "data") {
        if (m_has_data)
            m_event.data += '\n';
        m_event.data += value;
        m_has_data = true;
    }
}

} // namespace guichet::net
