// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/log.hpp"

#include "base/json.hpp"

#include <array>
#include <cstdio>
#include <ctime>

#include <nlohmann/json.hpp>

namespace guichet::hub {

void log_event(
    std::string_view event, std::initializer_list<std::pair<std::string_view, std::string>> details
) {
    const auto now = std::time(nullptr);
    std::tm utc{};
    ::gmtime_r(&now, &utc);
    std::array<char, 32> at{};
    (void)std::strftime(at.data(), at.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
    nlohmann::ordered_json line{{"at", at.data()}, {"event", std::string(event)}};
    for (const auto& [name, value] : details)
        line[std::string(name)] = value;
    const auto text =
        line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
    (void)std::fwrite(text.data(), 1, text.size(), stderr);
}

} // namespace guichet::hub
