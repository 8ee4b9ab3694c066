// SPDX-License-Identifier: GPL-3.0-or-later
#include "call/outbox.hpp"

#include <map>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace guichet::call {
namespace {

using namespace std::chrono_literals;

constexpr Instant start{};

Errand open(const std::string& id) {
    return {id, Errand::Open{{.id = id, .place = "Borne 2"}}};
}
Errand test(const std::string& id) {
    auto errand = open(id);
    std::get<Errand::Open>(errand.what).request.test = true;
    return errand;
}
Errand finish(const std::string& id) {
    return {id, Errand::End{Outcome::Cancelled}};
}

} // namespace

TEST_CASE("what is told leaves at once and in order") {
    Outbox outbox;
    CHECK(outbox.due(start) == nullptr);
    CHECK_FALSE(outbox.next_wake().has_value());
    outbox.add(open("a-1"));
    outbox.add({"a-1", Errand::AddReason{Reason::Document}});
    REQUIRE(outbox.due(start) != nullptr);
    CHECK(std::holds_alternative<Errand::Open>(outbox.due(start)->what));
    outbox.delivered();
    REQUIRE(outbox.due(start) != nullptr);
    CHECK(std::holds_alternative<Errand::AddReason>(outbox.due(start)->what));
    outbox.delivered();
    CHECK(outbox.empty());
}

TEST_CASE("a failed attempt is tried again with the same id, never after more than three seconds") {
    Outbox outbox;
    outbox.add(open("a-1"));
    auto now = start;
    for (int i = 1; i <= 20; i++) {
        CAPTURE(i);
        const auto* errand = outbox.due(now);
        REQUIRE(errand != nullptr);
        CHECK(errand->id == "a-1");
        outbox.failed(now, i % 2 == 0 ? 0.0 : 1.0);
        REQUIRE(outbox.next_wake().has_value());
        const auto pause = *outbox.next_wake() - now;
        CHECK(pause >= 500ms);
        CHECK(pause <= 3s);
        CHECK(outbox.due(now + pause - 1ms) == nullptr);
        now += pause;
    }
}

TEST_CASE("a hub that is back is told at once") {
    Outbox outbox;
    outbox.add(open("a-1"));
    (void)outbox.due(start);
    outbox.failed(start, 0);
    CHECK(outbox.due(start) == nullptr);
    outbox.hurry();
    CHECK(outbox.due(start) != nullptr);
}

TEST_CASE("a call that ends before it left the kiosk is never sent") {
    Outbox outbox;
    outbox.add(open("a-1"));
    outbox.add({"a-1", Errand::AddReason{Reason::Screen}});
    outbox.add(finish("a-1"));
    // Its end is: a line that was killed may have sent it before.
    REQUIRE(outbox.due(start) != nullptr);
    CHECK(std::holds_alternative<Errand::End>(outbox.due(start)->what));
    outbox.delivered();
    CHECK(outbox.empty());
}

TEST_CASE("a call that may have arrived is ended too") {
    Outbox outbox;
    outbox.add(open("a-1"));
    REQUIRE(outbox.due(start) != nullptr);
    outbox.add(finish("a-1"));
    outbox.failed(start, 0);
    REQUIRE(outbox.due(start + 3s) != nullptr);
    outbox.delivered();
    REQUIRE(outbox.due(start + 3s) != nullptr);
    CHECK(std::holds_alternative<Errand::End>(outbox.due(start + 3s)->what));
}

TEST_CASE("a call never waits behind a test call, and one test at most waits") {
    Outbox outbox;
    outbox.add(test("t-1"));
    outbox.add(test("t-2"));
    REQUIRE(outbox.due(start) != nullptr);
    outbox.failed(start, 0); // a full disk
    CHECK(outbox.due(start) == nullptr);
    outbox.add(open("a-1"));
    REQUIRE(outbox.due(start) != nullptr);
    CHECK(outbox.due(start)->id == "a-1");
    outbox.add(finish("a-1"));
    outbox.failed(start, 0);
    for (const auto* id : {"a-1", "a-1", "t-1"}) {
        CAPTURE(id);
        REQUIRE(outbox.due(start + 3s) != nullptr);
        CHECK(outbox.due(start + 3s)->id == id);
        outbox.delivered();
    }
    CHECK(outbox.empty());
}

TEST_CASE("a call pressed while a test call is under way is next, however that goes") {
    for (const bool arrives : {true, false}) {
        CAPTURE(arrives);
        Outbox outbox;
        outbox.add(test("t-1"));
        REQUIRE(outbox.due(start)->id == "t-1");
        outbox.add(open("a-1"));
        outbox.add({"a-1", Errand::AddReason{Reason::Unwell}});
        if (arrives)
            outbox.delivered();
        else
            outbox.failed(start, 0);
        REQUIRE(outbox.due(start) != nullptr);
        CHECK(outbox.due(start)->id == "a-1");
        CHECK(std::holds_alternative<Errand::Open>(outbox.due(start)->what));
        outbox.delivered();
        CHECK(std::holds_alternative<Errand::AddReason>(outbox.due(start)->what));
        outbox.delivered();
        CHECK(outbox.empty() == arrives);
    }
}

namespace {

/// A kiosk, and a hub that hears of its calls over a line that fails.
struct FailingLine {
    std::mt19937& random;
    Outbox outbox{};
    std::map<std::string, bool> kiosk{}; // open calls
    std::map<std::string, bool> hub{};
    int calls{};
    Instant now{start};

    std::string last_call() const { return "a-" + std::to_string(calls); }

    void arrives(const Errand& errand) {
        if (std::holds_alternative<Errand::Open>(errand.what))
            hub.emplace(errand.id, true);
        if (std::holds_alternative<Errand::End>(errand.what))
            hub[errand.id] = false;
    }
    void attempt() {
        const auto* errand = outbox.due(now);
        if (errand == nullptr)
            return;
        const auto luck = random() % 3;
        if (luck != 0) // with luck 1 the answer is lost
            arrives(*errand);
        if (luck == 2)
            outbox.delivered();
        else
            outbox.failed(now, 0.5);
    }
    void step() {
        now += 700ms;
        const auto pick = random() % 5;
        const bool has_open = calls > 0 && kiosk[last_call()];
        if (pick == 0 && !has_open) {
            calls++;
            kiosk[last_call()] = true;
            outbox.add(open(last_call()));
        } else if (pick == 1 && has_open) {
            kiosk[last_call()] = false;
            outbox.add(finish(last_call()));
        } else if (pick == 2) {
            outbox.add(test("t-1"));
        } else {
            attempt();
        }
    }
    bool hub_has(const std::string& id) const { return hub.contains(id) && hub.at(id); }
};

} // namespace

TEST_CASE("over any failures, the hub knows each open call and no ended one") {
    std::mt19937 random{4};
    for (int round = 0; round < 500; round++) {
        FailingLine line{random};
        for (int i = 0; i < 40; i++)
            line.step();
        for (int i = 0; i < 1000 && !line.outbox.empty(); i++) {
            line.now += 3s;
            line.attempt();
        }
        REQUIRE(line.outbox.empty());
        for (const auto& call : line.kiosk) {
            CAPTURE(call.first);
            CHECK(line.hub_has(call.first) == call.second);
        }
    }
}

} // namespace guichet::call
