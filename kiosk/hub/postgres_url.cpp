// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/postgres_url.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace guichet::hub {
namespace {

/// libpq's parameters (PostgreSQL 15, 34.1.2) with what counts unless the URL says otherwise.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> patience{{
    {"connect_timeout", "3"},
    {"tcp_user_timeout", "10000"}, // ms
    {"keepalives_idle", "10"},
    {"keepalives_interval", "5"},
    {"keepalives_count", "2"},
    {"options", "-c%20statement_timeout%3D5000"}, // ms
}};

} // namespace

bool is_postgres(const std::string& where) {
    return where.starts_with("postgresql://") || where.starts_with("postgres://");
}

std::string with_patience(std::string url) {
    const auto question = url.find('?');
    const auto given = question == std::string::npos ? std::string{} : url.substr(question);
    char before = given.empty() ? '?' : '&';
    for (const auto& [name, value] : patience) {
        const auto key = std::string(name) + "=";
        if (given.find("?" + key) != std::string::npos ||
            given.find("&" + key) != std::string::npos)
            continue;
        url += std::exchange(before, '&') + key + std::string(value);
    }
    return url;
}

} // namespace guichet::hub
