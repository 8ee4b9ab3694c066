// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.hpp"
#include "hub/claim_race.hpp"
#include "hub/store.hpp"
#include "temporary_folder.hpp"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

namespace guichet::hub {
namespace {

using namespace std::chrono_literals;

Store open_store(const std::string& where) {
    auto store = Store::open(where, read_wall_clock());
    REQUIRE_MESSAGE(store, store.error().detail);
    return std::move(*store);
}

call::Ticket make_ticket(const std::string& id) {
    call::Ticket ticket;
    ticket.request = {
        .id = id,
        .place = "Borne 2",
        .procedure = "complementaire-sante-solidaire",
        .step = "foyer",
        .language = "ar",
        .needs = {"large-text", "read-aloud"},
        .reason = call::Reason::Document,
        .urgent = true};
    ticket.kiosk = "borne-2";
    ticket.site = "lilas";
    ticket.room = "salle 1";
    ticket.opened = now();
    return ticket;
}

} // namespace

TEST_CASE("a call comes back from the file as it was") {
    const TemporaryFolder folder;
    call::Ticket kept;
    {
        auto store = open_store(folder.file("hub.db"));
        auto ticket = make_ticket("a-1");
        ticket.acknowledged = ticket.opened + 1s;
        ticket.claim = call::Claim{{"nadia", "Nadia"}, ticket.opened + 2s};
        ticket.alarm = true;
        ticket.secret = "secret";
        ticket.passed_to = call::Who{"omar", "Omar"};
        ticket.reply = call::Reply::SitDown;
        ticket.here = ticket.opened + 3s;
        const auto inserted = store.insert(ticket);
        REQUIRE(inserted);
        kept = *inserted;
        ticket.rank = 1;
        ticket.version = 1;
        CHECK(kept == ticket);
    }
    const auto clock = WallClock{now() + 5h, read_wall_clock().to_wall(now())};
    auto store = Store::open(folder.file("hub.db"), clock); // as another process would measure it
    REQUIRE(store);
    const auto again = store->open_calls();
    REQUIRE(again);
    REQUIRE(again->size() == 1);
    CHECK(again->front().request == kept.request);
    CHECK(again->front().claim->who == kept.claim->who);
    CHECK(again->front().secret == kept.secret);
    const auto apart = again->front().opened - (kept.opened + 5h);
    CHECK(std::chrono::abs(apart) < 1s);
}

TEST_CASE("the same id is the same call, and ranks follow the arrival") {
    const TemporaryFolder folder;
    auto store = open_store(folder.file("hub.db"));
    CHECK(store.insert(make_ticket("a-1"))->rank == 1);
    CHECK(store.insert(make_ticket("a-2"))->rank == 2);
    auto other = make_ticket("a-1");
    other.kiosk = "borne-9";
    const auto again = store.insert(other);
    REQUIRE(again);
    CHECK(again->rank == 1);
    CHECK(again->kiosk == "borne-2");
    CHECK(store.open_calls()->size() == 2);
}

TEST_CASE("of an ended call only its id is left, and a repetition opens nothing") {
    const TemporaryFolder folder;
    auto store = open_store(folder.file("hub.db"));
    auto ticket = *store.insert(make_ticket("a-1"));
    ticket.ended = call::Outcome::Helped;
    REQUIRE(store.save(ticket)->has_value());
    CHECK(store.open_calls()->empty());
    const auto again = store.insert(make_ticket("a-1"));
    REQUIRE(again);
    CHECK(again->ended == call::Outcome::Helped);
    CHECK(again->request.procedure.empty());
    CHECK(again->request.language.empty());
    CHECK(again->request.needs.empty());
    REQUIRE(store.forget_ended(now() + 23h));
    CHECK(store.find("a-1")->has_value());
    REQUIRE(store.forget_ended(now() + 25h));
    CHECK_FALSE(store.find("a-1")->has_value());
}

TEST_CASE("of claims at the same instant from two processes’ stores exactly one wins") {
    const TemporaryFolder folder;
    auto one = open_store(folder.file("hub.db"));
    auto other = open_store(folder.file("hub.db"));
    for (int call = 0; call < 40; call++) {
        const auto fresh = *one.insert(make_ticket("a-" + std::to_string(call)));
        const ClaimRace race(one, other, fresh);
        CHECK(race.winners == 1);
        CHECK(race.errors == 0);
        CHECK(one.find(fresh.request.id)->value().version == 2);
    }
}

TEST_CASE("a damaged file is refused with what to do") {
    const TemporaryFolder folder;
    const auto file = folder.file("hub.db");
    REQUIRE(write_file(file, std::string(8192, 'x')));
    auto refused = Store::open(file, read_wall_clock());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::Unreadable);
    CHECK(refused.error().detail.find("put the last backup in its place") != std::string::npos);
    std::filesystem::remove(file);
    {
        auto store = open_store(file);
        for (int i = 0; i < 300; i++)
            REQUIRE(store.insert(make_ticket("a-" + std::to_string(i))));
        REQUIRE(store.backup(folder.file("copy.db")));
        CHECK_FALSE(store.backup(folder.file("copy.db")));
    }
    auto bytes = *read_file(file, 100'000'000);
    REQUIRE(bytes.size() > 20000);
    std::fill(bytes.begin() + 5000, bytes.begin() + 16000, '\x5a');
    REQUIRE(write_file(file, bytes));
    CHECK_FALSE(Store::open(file, read_wall_clock()));
    CHECK(open_store(folder.file("copy.db")).open_calls()->size() == 300);
}

TEST_CASE("accounts, kiosks and sessions are kept and replaced") {
    const TemporaryFolder folder;
    auto store = open_store(folder.file("hub.db"));
    Account nadia{
        .name = "nadia",
        .shown = "Nadia",
        .role = Role::Librarian,
        .site = "lilas",
        .rooms = {"salle 1", "salle 2"},
        .backup = true,
        .password = "hash"};
    REQUIRE(store.put(nadia));
    nadia.shown = "L’accueil";
    REQUIRE(store.put(nadia));
    const auto found = *store.account("nadia");
    REQUIRE(found);
    CHECK(found->shown == "L’accueil");
    CHECK(found->role == Role::Librarian);
    CHECK(found->rooms == nadia.rooms);
    CHECK(found->backup);
    CHECK_FALSE(store.account("' OR 1=1 --")->has_value());
    CHECK(store.accounts("lilas")->size() == 1);
    CHECK(store.accounts("other")->empty());

    REQUIRE(store.put(KioskEntry{"borne-2", "Borne 2", "salle 1", "lilas", "print"}));
    REQUIRE(store.put(KioskEntry{"borne-2", "Borne deux", "salle 1", "lilas", "print2"}));
    REQUIRE(store.kiosks()->size() == 1);
    CHECK(store.kiosks()->front().place == "Borne deux");

    const auto begin = now();
    REQUIRE(store.put(Session{"token", "nadia", begin, begin}));
    REQUIRE(store.put(Session{"token", "nadia", begin + 1h, begin + 1h}));
    const auto session = *store.session("token");
    REQUIRE(session);
    CHECK(session->started == begin);
    CHECK(session->used == begin + 1h);
    REQUIRE(store.drop_session("token"));
    CHECK_FALSE(store.session("token")->has_value());
}

TEST_CASE("a link signs in once, and in time") {
    const TemporaryFolder folder;
    auto store = open_store(folder.file("hub.db"));
    REQUIRE(store.put_link("print", "accueil", now() + 10min));
    REQUIRE(store.put_link("late", "accueil", now() - 1s));
    CHECK(store.take_link("print", now())->value() == "accueil");
    CHECK_FALSE(store.take_link("print", now())->has_value());
    CHECK_FALSE(store.take_link("late", now())->has_value());
    CHECK_FALSE(store.take_link("unheard-of", now())->has_value());
}

TEST_CASE("a link nobody used leaves when its time is over") {
    const TemporaryFolder folder;
    auto store = open_store(folder.file("hub.db"));
    const auto until = now() + 10min;
    REQUIRE(store.put_link("print", "accueil", until));
    REQUIRE(store.forget_sessions(until - 1s));
    CHECK_FALSE(store.put_link("print", "accueil", until)); // it is there still
    REQUIRE(store.forget_sessions(until));
    CHECK(store.put_link("print", "accueil", until));
}

TEST_CASE("counts add up and acts are listed, the last first") {
    const TemporaryFolder folder;
    auto store = open_store(folder.file("hub.db"));
    const Activity helped{
        .day = "2026-11-22", .half = "pm", .site = "lilas", .kind = "individuel", .minutes = 30};
    for (int i = 0; i < 3; i++)
        REQUIRE(store.count(helped));
    auto other = helped;
    other.minutes = 45;
    REQUIRE(store.count(other));
    const auto counts = *store.activities("lilas");
    REQUIRE(counts.size() == 2);
    CHECK(counts[0].count == 3);
    CHECK(counts[1].minutes == 45);
    for (int i = 0; i < 5; i++)
        REQUIRE(store.note({now() + i * 1s, "lilas", "nadia", "claim " + std::to_string(i)}));
    const auto acts = *store.acts("lilas", 2);
    REQUIRE(acts.size() == 2);
    CHECK(acts[0].what == "claim 4");
    REQUIRE(store.note({now() - 24h * 91, "lilas", "nadia", "sign-in"}));
    REQUIRE(store.forget_acts(now()));
    CHECK(store.acts("lilas", 10)->size() == 5);
    REQUIRE(store.forget_acts(now() + 24h * 91));
    CHECK(store.acts("lilas", 10)->empty());
}

} // namespace guichet::hub
