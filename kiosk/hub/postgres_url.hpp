// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

namespace guichet::hub {

/// Whether a store is at a PostgreSQL server.
bool is_postgres(const std::string& where);

/// The URL, with an end to how long a server that says nothing is waited for, where it names none
/// itself: 3 s to connect, 5 s for a statement, 10 s for what was sent and not acknowledged.
std::string with_patience(std::string url);

/// For an answer; more than statement_timeout, by which a server that works ends a statement
/// itself.
constexpr std::chrono::seconds answer_patience{10};

} // namespace guichet::hub
