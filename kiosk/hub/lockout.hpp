// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"

#include <chrono>
#include <map>
#include <string>
#include <utility>

namespace guichet::hub {

/// Slows down who guesses passwords. After five failures of one account from one address, that
/// address waits for that account, twice as long each time and never over a minute; after thirty
/// for any accounts, for all of them. Colleagues at other addresses are never held up, and ten
/// quiet minutes forget everything.
class Lockout {
public:
    /// How long to wait before a password is even looked at; zero: now.
    std::chrono::seconds wait(const std::string& account, const std::string& address, Instant now);
    void failed(const std::string& account, const std::string& address, Instant now);
    void succeeded(const std::string& account, const std::string& address);

private:
    struct Attempts {
        int failures{};
        Instant last{};
    };
    std::map<std::pair<std::string, std::string>, Attempts> m_pairs{};
    std::map<std::string, Attempts> m_addresses{};

    void forget(Instant now);
};

} // namespace guichet::hub
