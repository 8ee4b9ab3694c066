// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/activity.hpp"
#include "hub/migrations.hpp"
#include "hub/store.hpp"
#include "temporary_folder.hpp"

#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace guichet::hub {
namespace {

std::optional<Activity> read(const std::string& json, Teller teller) {
    Body body(json);
    return read_activity(body, teller);
}

/// A hub's database as the first version made it, with one count of each teller.
void make_first_version(const std::string& file) {
    soci::session sql(soci::sqlite3, "db=" + file);
    for (const auto& statement : migrations().front())
        sql << statement;
    sql << "CREATE TABLE schema_version (version BIGINT NOT NULL)";
    sql << "INSERT INTO schema_version (version) VALUES (1)";
    sql << "INSERT INTO activity (day, half, site, kind, theme, minutes, autonomy, redirected, "
           "outcome, how, times) VALUES ('2026-11-02', 'am', 'lilas', 'individuel', 'logement', "
           "30, '', '', 'finished', 'alone', 3)";
    sql << "INSERT INTO activity (day, half, site, kind, theme, minutes, autonomy, redirected, "
           "outcome, how, times) VALUES ('2026-11-03', 'pm', 'lilas', 'individuel', 'justice', "
           "15, 'autonome', '', '', 'helped', 2)";
}

} // namespace

TEST_CASE("a kiosk tells of a visit in known words only, and of none it need not") {
    const auto nothing = read("{}", Teller::Kiosk);
    REQUIRE(nothing);
    CHECK(nothing->kind == "individuel");
    CHECK(nothing->minutes == 0);
    CHECK(nothing->mood.empty());
    CHECK(nothing->day.size() == 10);
    CHECK((nothing->half == "am" || nothing->half == "pm"));
    const auto all = read(
        R"({"theme":"social_sante","minutes":16,"outcome":"finished","how":"in-my-place","mood":"bad"})",
        Teller::Kiosk
    );
    REQUIRE(all);
    CHECK(all->teller == Teller::Kiosk);
    CHECK(all->minutes == 30);
    CHECK(all->how == "in-my-place");
    CHECK(all->mood == "bad");
    for (const auto* wrong :
         {R"({"mood":"angry"})",
          R"({"how":"by-karim"})",
          R"({"theme":"aide_aux_demarches_administratives"})",
          R"({"minutes":1440})",
          R"({"minutes":-1})",
          R"({"minutes":"15"})",
          R"({"outcome":1})"}) {
        CAPTURE(wrong);
        CHECK_FALSE(read(wrong, Teller::Kiosk));
    }
}

TEST_CASE("a mediator tells nothing in the person’s place") {
    const auto told = read(
        R"({"theme":"logement","mood":"good","how":"alone","outcome":"finished","autonomy":"autonome"})",
        Teller::Mediator
    );
    REQUIRE(told);
    CHECK(told->teller == Teller::Mediator);
    CHECK(told->mood.empty());
    CHECK(told->how == "helped");
    CHECK(told->outcome.empty());
    CHECK(told->autonomy == "autonome");
}

TEST_CASE("counts of the first version stay, and are told apart by who told them") {
    const TemporaryFolder folder;
    make_first_version(folder.file("hub.db"));
    auto store = Store::open(folder.file("hub.db"), read_wall_clock());
    REQUIRE_MESSAGE(store, store.error().detail);
    auto kept = store->activities("lilas");
    REQUIRE(kept);
    REQUIRE(kept->size() == 2);
    CHECK(kept->front().teller == Teller::Kiosk);
    CHECK(kept->front().count == 3);
    CHECK(kept->back().teller == Teller::Mediator);
    CHECK(kept->back().theme == "justice");

    auto again = kept->front();
    again.mood = "good";
    REQUIRE(store->count(again));
    REQUIRE(store->count(again));
    REQUIRE(store->count(kept->front()));
    kept = store->activities("lilas");
    REQUIRE(kept->size() == 3);
    int faces = 0;
    for (const auto& each : *kept)
        faces += each.mood == "good" ? each.count : 0;
    CHECK(faces == 2);
}

} // namespace guichet::hub
