// SPDX-License-Identifier: GPL-3.0-or-later
#include "call/board.hpp"

#include <doctest/doctest.h>

namespace guichet::call {
namespace {

using namespace std::chrono_literals;

constexpr Instant start{};

Board make_board() {
    Board board(start);
    board.add({.id = "one", .site = "lilas"});
    board.add({.id = "two", .site = "lilas"});
    board.add({.id = "far", .site = "ailleurs"});
    return board;
}

Ticket make_test(const std::string& kiosk) {
    Ticket ticket;
    ticket.request = {.id = "t-" + kiosk, .place = "Borne 2", .test = true};
    ticket.kiosk = kiosk;
    ticket.site = "lilas";
    ticket.opened = start;
    ticket.version = 1;
    return ticket;
}

Proof failed_test(Proof proof, Instant when) {
    test_began(proof, when);
    test_failed(proof, true);
    return proof;
}

} // namespace

TEST_CASE("a kiosk tries when somebody is there and it is not proven for a day") {
    Proof proof;
    CHECK_FALSE(is_test_due(proof, false, start));
    CHECK(is_test_due(proof, true, start));
    test_began(proof, start);
    CHECK_FALSE(is_test_due(proof, true, start + 59s)); // it is on its way
    test_arrived(proof, start + 1s);
    CHECK_FALSE(is_test_due(proof, true, start + 2min));
    CHECK_FALSE(is_test_due(proof, true, start + 24h));
    CHECK(is_test_due(proof, true, start + 24h + 1s));
}

TEST_CASE("after a test that did not arrive the kiosk tries again, once a minute") {
    Proof proof;
    test_began(proof, start);
    test_arrived(proof, start + 1s);
    test_began(proof, start + 1h);
    CHECK_FALSE(is_test_due(proof, true, start + 1h + 30s));
    test_failed(proof, true);
    CHECK(is_test_due(proof, true, start + 1h + 60s));
    CHECK(proof.failures == 1);
    test_arrived(proof, start + 1h + 61s);
    CHECK(proof.failures == 0);
}

TEST_CASE("a test that nobody was there to hear counts against nobody") {
    Proof proof;
    test_began(proof, start);
    test_failed(proof, false);
    CHECK(proof.failures == 0);
    CHECK_FALSE(is_test_due(proof, false, start + 1h));
    CHECK(is_test_due(proof, true, start + 1h)); // somebody came
}

TEST_CASE("two tests in a row that did not arrive put the staff of the site out of reach") {
    auto board = make_board();
    REQUIRE(board.heard(
        Console{.id = "a", .account = "a", .site = "lilas", .declared = Declared::Present}, start
    ));
    board.put("one", failed_test({}, start));
    CHECK(board.calls_arrive("lilas"));
    CHECK(board.staff_in_reach("lilas") == Staff::Present);
    SUBCASE("of one kiosk") {
        board.put("one", failed_test(board.proof("one"), start + 1min));
    }
    SUBCASE("of two kiosks") {
        board.put("two", failed_test({}, start + 1min));
    }
    CHECK_FALSE(board.calls_arrive("lilas"));
    CHECK(board.staff("lilas") == Staff::Present); // they are there
    CHECK(board.staff_in_reach("lilas") == Staff::Nobody);
    CHECK(board.calls_arrive("ailleurs"));
    auto proof = board.proof("two");
    test_began(proof, start + 2min);
    test_arrived(proof, start + 2min + 1s);
    board.put("two", proof);
    CHECK(board.calls_arrive("lilas")); // one that arrives is enough
}

TEST_CASE("a test call is listed nowhere, rings nowhere, and is over after thirty seconds") {
    auto board = make_board();
    board.heard(
        Console{.id = "a", .account = "a", .site = "lilas", .declared = Declared::Present}, start
    );
    board.put(make_test("one"));
    CHECK(board.queue("lilas").empty());
    CHECK_FALSE(board.rings(*board.find("t-one"), *board.console("a"), start));
    auto due = board.tick(start + 29s);
    CHECK(due.tests.empty());
    due = board.tick(start + 30s);
    CHECK(due.tests == std::vector<std::string>{"t-one"});
    CHECK(due.louder.empty());
    CHECK(board.tick(start + 10min).louder.empty());
}

TEST_CASE("a test call can be received and nothing else") {
    auto test = make_test("one");
    CHECK(claim(test, {"nadia", "Nadia"}, start) == Verdict::Unknown);
    CHECK(pass(test, "nadia", {"omar", "Omar"}) == Verdict::Unknown);
    CHECK(acknowledge(test, start) == Verdict::Done);
    CHECK(end(test, Outcome::Abandoned) == Verdict::Done);
}

} // namespace guichet::call
