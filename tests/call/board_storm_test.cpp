// SPDX-License-Identifier: GPL-3.0-or-later
#include "call/room.hpp"

#include <map>
#include <random>

#include <doctest/doctest.h>

namespace guichet::call {
namespace {

/// Twenty minutes of a busy room, drawn by lot.
struct Storm {
    std::mt19937 random;
    Board board{start};
    std::map<std::string, bool> open{}; ///< by the kiosk
    int calls{};
    Instant now{start};

    explicit Storm(unsigned seed) : random(seed) {}

    std::string any_call() {
        return calls == 0 ? "" : "k-" + std::to_string(1 + random() % static_cast<unsigned>(calls));
    }
    std::string any_mediator() { return {static_cast<char>('a' + random() % 4)}; }

    void from_a_console(const std::string& id) {
        const auto who = any_mediator();
        switch (random() % 5) {
        case 0:
            change(board, id, [&](Ticket& t) { return acknowledge(t, now); });
            break;
        case 1:
            claim_as(board, id, who, now);
            break;
        case 2:
            change(board, id, [&](Ticket& t) { return release(t, who); });
            break;
        case 3:
            change(board, id, [&](Ticket& t) { return pass(t, who, {any_mediator(), "x"}); });
            break;
        default:
            board.mute(who, id);
            break;
        }
    }
    void from_the_kiosk(const std::string& id) {
        switch (random() % 3) {
        case 0:
            change(board, id, [&](Ticket& t) { return confirm_here(t, now); });
            break;
        case 1:
            change(board, id, [&](Ticket& t) { return add_reason(t, Reason::Unwell); });
            break;
        default:
            change(board, id, [&](Ticket& t) { return end(t, Outcome::Cancelled); });
            open[id] = false;
        }
    }
    void step() {
        now += std::chrono::milliseconds(random() % 3000);
        for (const auto& id : board.tick(now).take_back)
            change(board, id, [](Ticket& ticket) { return take_back(ticket); });
        const auto pick = random() % 10;
        const auto id = any_call();
        if (pick < 2) {
            auto ticket = make_ticket(++calls);
            ticket.opened = now;
            open[ticket.request.id] = true;
            board.put(ticket);
        } else if (pick < 4) {
            board.heard(make_console(any_mediator()), now);
        } else if (board.find(id) != nullptr) {
            if (pick == 4)
                from_the_kiosk(id);
            else
                from_a_console(id);
        }
    }
};

/// As many as are open at the kiosk, each on the board; the ended ones gone from it.
std::size_t check_open(const Storm& storm) {
    std::size_t still_open = 0;
    for (const auto& [id, is_open] : storm.open) {
        CHECK((storm.board.find(id) != nullptr) == is_open);
        still_open += is_open ? 1 : 0;
    }
    return still_open;
}

/// Urgent ones first, then as they came.
void check_order(const Ticket& one, const Ticket& next) {
    CHECK(one.request.urgent >= next.request.urgent);
    if (one.request.urgent == next.request.urgent)
        CHECK(one.rank < next.rank);
}

} // namespace

TEST_CASE("over any storm no call is lost, and only the kiosk ends one") {
    for (unsigned seed = 0; seed < 60; seed++) {
        CAPTURE(seed);
        Storm storm(seed);
        for (int i = 0; i < 600; i++) {
            storm.step();
            const auto queue = storm.board.queue("lilas");
            REQUIRE(queue.size() == check_open(storm));
            for (std::size_t each = 1; each < queue.size(); each++)
                check_order(*queue[each - 1], *queue[each]);
        }
    }
}

} // namespace guichet::call
