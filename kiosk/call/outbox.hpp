// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "call/call.hpp"

#include <deque>
#include <optional>
#include <string>
#include <variant>

namespace guichet::call {

/// One thing a kiosk tells the hub about a call.
struct Errand {
    struct Open {
        Request request;
        std::optional<Instant> pressed{}; ///< when, should the hub be reached later
        bool operator==(const Open&) const = default;
    };
    struct AddReason {
        Reason reason;
        bool operator==(const AddReason&) const = default;
    };
    struct Here {
        std::string code{}; ///< the mediator's, when they gave it
        bool operator==(const Here&) const = default;
    };
    struct End {
        Outcome outcome;
        bool operator==(const End&) const = default;
    };
    std::string id; ///< of the call
    std::variant<Open, AddReason, Here, End> what;

    bool operator==(const Errand&) const = default;
};

/// What a kiosk still has to tell, in order. Everything is tried again until it is delivered, with
/// the same id; delivering twice is the same as once. Of a call that ends before it was sent, only
/// the end is. A test call never stands before anything else, and at most one waits.
class Outbox {
public:
    void add(Errand errand);
    /// What to send now; null: nothing is due. From here on it may have arrived: the caller sends
    /// it, then says how it went.
    const Errand* due(Instant now);
    /// The hub has it. No-op when empty.
    void delivered();
    /// Nobody answered: tried again after a pause that grows to 3 s, shortened by `chance` in [0,
    /// 1] so that many kiosks do not come back in the same instant.
    void failed(Instant now, double chance);
    /// The hub is there again: what waits is due now.
    void hurry();
    std::optional<Instant> next_wake() const;
    bool empty() const { return m_waiting.empty(); }
    /// What opens that call still waits.
    bool opens(const std::string& id) const;

private:
    std::deque<Errand> m_waiting{};
    Instant m_next{};
    int m_failures{};
    bool m_first_may_have_arrived{};

    void drop(const std::string& id);
    void put(Errand errand);
};

} // namespace guichet::call
