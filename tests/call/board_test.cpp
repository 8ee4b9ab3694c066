// SPDX-License-Identifier: GPL-3.0-or-later
#include "call/room.hpp"

#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace guichet::call {
namespace {

using namespace std::chrono_literals;

std::vector<std::int64_t> ranks(const Board& board) {
    std::vector<std::int64_t> found;
    for (const auto* ticket : board.queue("lilas"))
        found.push_back(ticket->rank);
    return found;
}

} // namespace

TEST_CASE("urgent calls come first, then those that wait longest") {
    Board board(start);
    board.put(make_ticket(3));
    board.put(make_ticket(1));
    board.put(make_ticket(4, true));
    board.put(make_ticket(2));
    CHECK(ranks(board) == std::vector<std::int64_t>{4, 1, 2, 3});
    CHECK(board.queue("elsewhere").empty());
}

TEST_CASE("a call given back has its original place") {
    Board board(start);
    for (int rank = 1; rank <= 3; rank++)
        board.put(make_ticket(rank));
    REQUIRE(claim_as(board, "k-1", "nadia", start) == Verdict::Done);
    change(board, "k-1", [](Ticket& ticket) { return release(ticket, "nadia"); });
    CHECK(ranks(board) == std::vector<std::int64_t>{1, 2, 3});
}

TEST_CASE("a claim is reminded once at two minutes and over at five") {
    Board board(start);
    board.put(make_ticket(1));
    REQUIRE(claim_as(board, "k-1", "nadia", start) == Verdict::Done);
    int reminders = 0;
    for (auto now = start; now < start + 5min; now += 1s) {
        board.heard(make_console("nadia"), now);
        const auto due = board.tick(now);
        if (!due.remind.empty())
            CHECK(now == start + 2min);
        reminders += static_cast<int>(due.remind.size());
        CHECK(due.take_back.empty());
    }
    CHECK(reminders == 1);
    CHECK(board.tick(start + 5min).take_back == std::vector<std::string>{"k-1"});
}

TEST_CASE("a claim is over sixty seconds after its mediator’s last console went silent") {
    Board board(start);
    board.put(make_ticket(1));
    auto phone = make_console("phone");
    auto desk = make_console("desk");
    phone.account = desk.account = "nadia";
    board.heard(phone, start);
    board.heard(desk, start + 20s);
    REQUIRE(claim_as(board, "k-1", "nadia", start) == Verdict::Done);
    CHECK(board.tick(start + 79s).take_back.empty());
    CHECK(board.tick(start + 80s).take_back == std::vector<std::string>{"k-1"});
}

TEST_CASE("a hub that starts again gives consoles the time to come back") {
    const auto restarted = start + 1h;
    Board board(restarted);
    auto ticket = make_ticket(1);
    ticket.claim = Claim{{"nadia", "Nadia"}, restarted - 30s};
    board.put(ticket);
    CHECK(board.tick(restarted + 59s).take_back.empty());
    CHECK(board.tick(restarted + 60s).take_back.size() == 1);
}

TEST_CASE("while no console could be heard no lease ends, nor right after") {
    Board board(start);
    board.put(make_ticket(1));
    board.heard(make_console("nadia"), start);
    REQUIRE(claim_as(board, "k-1", "nadia", start) == Verdict::Done);
    for (auto now = start + 10s; now <= start + 10min; now += 1s) {
        board.could_not_hear(now);
        CHECK(board.tick(now).take_back.empty());
    }
    CHECK(board.tick(start + 10min + 59s).take_back.empty());
    CHECK(board.tick(start + 11min).take_back.size() == 1);
}

TEST_CASE("once somebody is there no lease ends") {
    Board board(start);
    board.put(make_ticket(1));
    REQUIRE(claim_as(board, "k-1", "nadia", start) == Verdict::Done);
    change(board, "k-1", [](Ticket& ticket) { return confirm_here(ticket, start + 10s); });
    CHECK(board.tick(start + 2h).take_back.empty());
}

TEST_CASE("a call rings further the longer it waits") {
    struct Row {
        std::chrono::seconds waited;
        bool in_room;
        bool elsewhere;
        bool backup;
    };
    Board board(start);
    board.put(make_ticket(1));
    board.put(make_ticket(2, true));
    auto reserve = make_console("reserve");
    reserve.backup = true;
    for (const auto& row : std::vector<Row>{
             {0s, true, false, false},
             {29s, true, false, false},
             {30s, true, true, false},
             {89s, true, true, false},
             {90s, true, true, true}}) {
        CAPTURE(row.waited.count());
        const auto now = start + row.waited;
        board.heard(make_console("near", {"salle 1"}), now);
        board.heard(make_console("far", {"salle 2"}), now);
        board.heard(reserve, now);
        const auto& call = *board.find("k-1");
        CHECK(board.rings(call, *board.console("near"), now) == row.in_room);
        CHECK(board.rings(call, *board.console("far"), now) == row.elsewhere);
        CHECK(board.rings(call, *board.console("reserve"), now) == row.backup);
        for (const auto* console : {"near", "far", "reserve"})
            CHECK(board.rings(*board.find("k-2"), *board.console(console), now));
    }
}

TEST_CASE("each wider circle is told once") {
    Board board(start);
    board.put(make_ticket(1));
    std::vector<std::chrono::seconds> told;
    for (auto waited = 0s; waited < 200s; waited += 1s) {
        board.heard(make_console("near", {"salle 1"}), start + waited);
        if (!board.tick(start + waited).louder.empty())
            told.push_back(waited);
    }
    CHECK(told == std::vector<std::chrono::seconds>{30s, 90s});
}

TEST_CASE("a site says itself after what times a call rings further") {
    Board board(start, {.site = 10s, .backup = 20s});
    board.put(make_ticket(1));
    board.heard(make_console("near", {"salle 1"}), start);
    const auto ring = [&](std::chrono::seconds waited) {
        return board.ring(*board.find("k-1"), start + waited);
    };
    CHECK(ring(9s) == Ring::Room);
    CHECK(ring(10s) == Ring::Site);
    CHECK(ring(19s) == Ring::Site);
    CHECK(ring(20s) == Ring::Everybody);
}

TEST_CASE("a call nobody near can hear rings further at once") {
    Board board(start);
    board.put(make_ticket(1));
    board.heard(make_console("far", {"salle 2"}), start);
    CHECK(board.ring(*board.find("k-1"), start) == Ring::Site);
    auto away = make_console("far", {"salle 2"});
    away.declared = Declared::Absent;
    board.heard(away, start);
    CHECK(board.ring(*board.find("k-1"), start) == Ring::Everybody);
}

TEST_CASE("muting silences one call at one console, until it becomes urgent") {
    Board board(start);
    board.put(make_ticket(1));
    board.put(make_ticket(2));
    board.heard(make_console("nadia"), start);
    board.heard(make_console("omar"), start);
    board.mute("nadia", "k-1");
    board.mute("nadia", "unheard-of");
    CHECK_FALSE(board.is_muted("nadia", "unheard-of"));
    CHECK_FALSE(board.rings(*board.find("k-1"), *board.console("nadia"), start));
    CHECK(board.rings(*board.find("k-2"), *board.console("nadia"), start));
    CHECK(board.rings(*board.find("k-1"), *board.console("omar"), start));
    CHECK(board.queue("lilas").size() == 2);
    change(board, "k-1", [](Ticket& ticket) { return add_reason(ticket, Reason::Unwell); });
    CHECK(board.rings(*board.find("k-1"), *board.console("nadia"), start));
}

TEST_CASE("somebody unwell after the claim rings everywhere, also at who claimed it") {
    Board board(start);
    board.put(make_ticket(1));
    auto reserve = make_console("reserve");
    reserve.backup = true;
    board.heard(reserve, start);
    board.heard(make_console("nadia", {"salle 1"}), start);
    board.heard(make_console("far", {"salle 2"}), start);
    const auto ring = [&](const char* console) {
        return board.rings(*board.find("k-1"), *board.console(console), start);
    };
    REQUIRE(claim_as(board, "k-1", "nadia", start) == Verdict::Done);
    board.mute("far", "k-1");
    for (const auto* console : {"nadia", "far", "reserve"})
        CHECK_FALSE(ring(console));
    change(board, "k-1", [](Ticket& ticket) { return add_reason(ticket, Reason::Unwell); });
    for (const auto* console : {"nadia", "far", "reserve"})
        CHECK(ring(console));
    CHECK(board.find("k-1")->claim->who.account == "nadia"); // they still come
    board.mute("far", "k-1");
    CHECK_FALSE(ring("far"));
    CHECK(ring("reserve"));
    change(board, "k-1", [](Ticket& ticket) { return answer(ticket, "nadia", Reply::Coming); });
    for (const auto* console : {"nadia", "far", "reserve"})
        CHECK_FALSE(ring(console));
}

TEST_CASE("a call passed on rings at the colleague’s, wherever they are") {
    Board board(start);
    board.put(make_ticket(1));
    board.heard(make_console("near", {"salle 1"}), start);
    board.heard(make_console("far", {"salle 2"}), start);
    CHECK_FALSE(board.rings(*board.find("k-1"), *board.console("far"), start));
    change(board, "k-1", [](Ticket& ticket) { return pass(ticket, "near", {"far", "far"}); });
    CHECK(board.rings(*board.find("k-1"), *board.console("far"), start));
}

TEST_CASE("who has not said whether they are there is counted on by nobody") {
    Board board(start);
    auto silent = make_console("nadia");
    silent.declared.reset();
    board.heard(silent, start);
    board.put(make_ticket(1));
    CHECK(board.staff("lilas") == Staff::Nobody);
    CHECK(board.ring(*board.find("k-1"), start) == Ring::Everybody);
    board.heard(make_console("nadia"), start);
    CHECK(board.staff("lilas") == Staff::Present);
    CHECK(board.ring(*board.find("k-1"), start) == Ring::Room);
}

TEST_CASE("presence is what was measured") {
    Board board(start);
    CHECK(board.staff("lilas") == Staff::Nobody);
    CHECK(board.heard(make_console("nadia"), start));
    CHECK_FALSE(board.heard(make_console("nadia"), start + 15s));
    CHECK(board.staff("lilas") == Staff::Present);
    auto busy = make_console("nadia");
    busy.declared = Declared::Busy;
    CHECK(board.heard(busy, start + 20s));
    CHECK(board.staff("lilas") == Staff::Busy);
    CHECK(board.tick(start + 64s).sites.empty());
    CHECK(board.tick(start + 65s).sites == std::set<std::string>{"lilas"});
    CHECK(board.staff("lilas") == Staff::Nobody);
    CHECK(board.heard(busy, start + 70s));
    CHECK(board.gone("nadia"));
    CHECK(board.staff("lilas") == Staff::Nobody);
}

TEST_CASE("a kiosk that fell silent is said so once, before twenty seconds") {
    Board board(start);
    const Kiosk kiosk{.id = "k", .site = "lilas", .place = "Borne 2"};
    CHECK(board.heard(kiosk, start));
    CHECK_FALSE(board.heard(kiosk, start + 5s));
    int said = 0;
    for (auto now = start + 5s; now <= start + 25s; now += 1s) {
        const auto lost = board.tick(now).kiosks;
        said += static_cast<int>(lost.size());
    }
    CHECK(said == 1);
    CHECK_FALSE(board.kiosk("k")->reachable);
    CHECK(board.heard(kiosk, start + 30s));
    CHECK(board.kiosk("k")->reachable);
}

TEST_CASE("an older version of a call never overwrites a newer one") {
    Board board(start);
    board.put(make_ticket(1));
    auto newer = make_ticket(1);
    newer.version = 5;
    newer.request.reason = Reason::Rights;
    board.put(newer);
    board.put(make_ticket(1));
    CHECK(board.find("k-1")->request.reason == Reason::Rights);
}

} // namespace guichet::call
