// SPDX-License-Identifier: GPL-3.0-or-later
// Server-sent events as they come to a kiosk: cut into any pieces they are the same events.
#include "net/event_parser.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace {

using namespace guichet::net;

std::vector<ServerEvent> read(std::string_view bytes, std::size_t piece) {
    std::vector<ServerEvent> events;
    EventParser parser;
    for (std::size_t at = 0; at < bytes.size(); at += piece)
        if (!parser.feed(bytes.substr(at, piece), [&](ServerEvent event) {
                events.push_back(std::move(event));
            }))
            break;
    return events;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto whole = read(bytes, bytes.size());
    if (read(bytes, 1 + data[0] % 16U) != whole)
        std::abort();
    for (const auto& event : whole)
        if (event.data.find('\r') != std::string::npos ||
            event.name.find('\n') != std::string::npos)
            std::abort();
    return 0;
}
