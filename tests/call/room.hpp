// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "call/board.hpp"

#include <string>
#include <utility>
#include <vector>

/// A room with its kiosk and its mediators, for tests of the board.
namespace guichet::call {

inline constexpr Instant start{};

inline Ticket make_ticket(int rank, bool urgent = false) {
    Ticket ticket;
    ticket.request = {.id = "k-" + std::to_string(rank), .place = "Borne 2", .urgent = urgent};
    ticket.kiosk = "k";
    ticket.site = "lilas";
    ticket.room = "salle 1";
    ticket.rank = rank;
    ticket.opened = start;
    ticket.version = 1;
    return ticket;
}

inline Console make_console(const std::string& id, std::vector<std::string> rooms = {}) {
    return {
        .id = id,
        .account = id,
        .name = id,
        .site = "lilas",
        .rooms = std::move(rooms),
        .declared = Declared::Present};
}

/// Applies to a copy and puts it back, as a hub does when the store accepted it.
template <typename Change>
Verdict change(Board& board, const std::string& id, Change apply) {
    auto ticket = *board.find(id);
    const auto verdict = apply(ticket);
    ticket.version++;
    if (verdict == Verdict::Done)
        board.put(ticket);
    return verdict;
}

inline Verdict claim_as(Board& board, const std::string& id, const std::string& who, Instant now) {
    return change(board, id, [&](Ticket& ticket) { return claim(ticket, {who, who}, now); });
}

} // namespace guichet::call
