// SPDX-License-Identifier: GPL-3.0-or-later
#include "call/ticket.hpp"

#include <random>

#include <doctest/doctest.h>

namespace guichet::call {
namespace {

using namespace std::chrono_literals;

constexpr Instant start{};
const Who nadia{"nadia", "Nadia"};
const Who omar{"omar", "Omar"};

Ticket make_ticket() {
    Ticket ticket;
    ticket.request = {.id = "a-1", .place = "Borne 2"};
    ticket.opened = start;
    return ticket;
}

} // namespace

TEST_CASE("of two mediators one wins, and asking again is the same claim") {
    auto ticket = make_ticket();
    CHECK(claim(ticket, nadia, start + 1s) == Verdict::Done);
    CHECK(claim(ticket, omar, start + 1s) == Verdict::Taken);
    CHECK(claim(ticket, nadia, start + 9s) == Verdict::Already);
    CHECK(ticket.claim == Claim{nadia, start + 1s});
    CHECK(ticket.acknowledged == start + 1s);
}

TEST_CASE("only the holder releases, and not once somebody is there") {
    auto ticket = make_ticket();
    CHECK(release(ticket, "nadia") == Verdict::Already);
    REQUIRE(claim(ticket, nadia, start) == Verdict::Done);
    CHECK(release(ticket, "omar") == Verdict::NotYours);
    REQUIRE(answer(ticket, "nadia", Reply::SitDown) == Verdict::Done);
    CHECK(release(ticket, "nadia") == Verdict::Done);
    CHECK_FALSE(ticket.claim.has_value());
    CHECK_FALSE(ticket.reply.has_value());
    REQUIRE(claim(ticket, omar, start) == Verdict::Done);
    REQUIRE(confirm_here(ticket, start + 5s) == Verdict::Done);
    CHECK(release(ticket, "omar") == Verdict::TooLate);
    CHECK(take_back(ticket) == Verdict::TooLate);
    CHECK(pass(ticket, "omar", nadia) == Verdict::TooLate);
}

TEST_CASE("passing a call on claims nothing in the colleague’s name") {
    auto ticket = make_ticket();
    REQUIRE(claim(ticket, nadia, start) == Verdict::Done);
    CHECK(pass(ticket, "omar", omar) == Verdict::NotYours);
    CHECK(pass(ticket, "nadia", nadia) == Verdict::Already);
    CHECK(pass(ticket, "nadia", omar) == Verdict::Done);
    CHECK_FALSE(ticket.claim.has_value());
    CHECK(ticket.passed_to == omar);
    CHECK(pass(ticket, "nadia", omar) == Verdict::Already);
    CHECK(claim(ticket, omar, start + 1s) == Verdict::Done);
    CHECK_FALSE(ticket.passed_to.has_value());
}

TEST_CASE("only who comes may answer") {
    auto ticket = make_ticket();
    CHECK(answer(ticket, "nadia", Reply::Coming) == Verdict::NotYours);
    REQUIRE(claim(ticket, nadia, start) == Verdict::Done);
    CHECK(answer(ticket, "omar", Reply::Coming) == Verdict::NotYours);
    CHECK(answer(ticket, "nadia", Reply::Coming) == Verdict::Done);
    CHECK(answer(ticket, "nadia", Reply::Coming) == Verdict::Already);
    CHECK(answer(ticket, "nadia", Reply::TwoMinutes) == Verdict::Done);
}

TEST_CASE("somebody unwell makes it urgent, and no other reason takes that back") {
    auto ticket = make_ticket();
    CHECK(add_reason(ticket, Reason::Unwell) == Verdict::Done);
    CHECK(add_reason(ticket, Reason::Unwell) == Verdict::Already);
    CHECK(add_reason(ticket, Reason::Screen) == Verdict::Done);
    CHECK(ticket.request.urgent);
}

TEST_CASE("what becomes urgent after the claim is an alarm until who claimed it answers") {
    auto ticket = make_ticket();
    REQUIRE(claim(ticket, nadia, start) == Verdict::Done);
    REQUIRE(answer(ticket, "nadia", Reply::TwoMinutes) == Verdict::Done);
    CHECK_FALSE(ticket.alarm);
    REQUIRE(add_reason(ticket, Reason::Unwell) == Verdict::Done);
    CHECK(ticket.alarm);
    CHECK(answer(ticket, "omar", Reply::Coming) == Verdict::NotYours);
    CHECK(ticket.alarm);
    CHECK(answer(ticket, "nadia", Reply::TwoMinutes) == Verdict::Done); // the same words again
    CHECK_FALSE(ticket.alarm);
    CHECK(answer(ticket, "nadia", Reply::TwoMinutes) == Verdict::Already);
}

TEST_CASE("whoever claims an urgent call knows that it is") {
    auto ticket = make_ticket();
    REQUIRE(add_reason(ticket, Reason::Unwell) == Verdict::Done);
    REQUIRE(claim(ticket, nadia, start) == Verdict::Done);
    CHECK_FALSE(ticket.alarm);
    REQUIRE(release(ticket, "nadia") == Verdict::Done);
    auto other = make_ticket();
    REQUIRE(claim(other, nadia, start) == Verdict::Done);
    REQUIRE(add_reason(other, Reason::Unwell) == Verdict::Done);
    REQUIRE(take_back(other) == Verdict::Done);
    REQUIRE(claim(other, omar, start + 1s) == Verdict::Done);
    CHECK_FALSE(other.alarm);
}

TEST_CASE("an ended call stays ended, whatever comes late") {
    auto ticket = make_ticket();
    REQUIRE(claim(ticket, nadia, start) == Verdict::Done);
    REQUIRE(end(ticket, Outcome::Cancelled) == Verdict::Done);
    const auto before = ticket;
    CHECK(end(ticket, Outcome::Helped) == Verdict::Already);
    CHECK(acknowledge(ticket, start) == Verdict::TooLate);
    CHECK(claim(ticket, omar, start) == Verdict::TooLate);
    CHECK(release(ticket, "nadia") == Verdict::TooLate);
    CHECK(pass(ticket, "nadia", omar) == Verdict::TooLate);
    CHECK(answer(ticket, "nadia", Reply::Coming) == Verdict::TooLate);
    CHECK(take_back(ticket) == Verdict::TooLate);
    CHECK(add_reason(ticket, Reason::Unwell) == Verdict::TooLate);
    CHECK(confirm_here(ticket, start) == Verdict::TooLate);
    CHECK(ticket == before);
}

namespace {

/// What one console may ask, any of it.
Verdict ask_anything(std::mt19937& random, Ticket& ticket, Instant at) {
    const auto& who = random() % 2 == 0 ? nadia : omar;
    const auto& other = who == nadia ? omar : nadia;
    switch (random() % 6) {
    case 0:
        return acknowledge(ticket, at);
    case 1:
        return claim(ticket, who, at);
    case 2:
        return release(ticket, who.account);
    case 3:
        return pass(ticket, who.account, other);
    case 4:
        return answer(ticket, who.account, Reply::Coming);
    default:
        return take_back(ticket);
    }
}

} // namespace

TEST_CASE("over any sequence from consoles a call is never ended and has at most one holder") {
    std::mt19937 random{7};
    for (int round = 0; round < 3000; round++) {
        auto ticket = make_ticket();
        for (int i = 0; i < 20; i++) {
            const auto before = ticket;
            const auto verdict = ask_anything(random, ticket, start + i * 1s);
            CHECK_FALSE(ticket.ended.has_value());
            CHECK((verdict == Verdict::Done) == (ticket != before));
            CHECK((!ticket.reply || ticket.claim));
            CHECK((!ticket.claim || !ticket.passed_to));
            if (before.claim && ticket.claim)
                CHECK(before.claim == ticket.claim); // never from hand to hand
        }
    }
}

} // namespace guichet::call
