// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/canary.hpp"
#include "hub/coop_report.hpp"
#include "hub/heard.hpp"
#include "hub/running_hub.hpp"

#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

namespace guichet::hub {
namespace {

const std::string calls = "/api/v1/kiosk/calls";
const std::string typed = "Zoé Kanari, 12 rue du Bac"; // a person's words, never one of ours
const std::string number = "285057511604489";

/// What the hub writes to its log goes to a file meanwhile.
class LoggedTo {
public:
    explicit LoggedTo(const std::string& file) : m_before(::dup(STDERR_FILENO)) {
        const auto log = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        REQUIRE(log >= 0);
        ::dup2(log, STDERR_FILENO);
        ::close(log);
    }
    ~LoggedTo() {
        ::dup2(m_before, STDERR_FILENO);
        ::close(m_before);
    }
    LoggedTo(const LoggedTo&) = delete;
    LoggedTo& operator=(const LoggedTo&) = delete;

private:
    int m_before;
};

/// A body right in every field but for a person's words beside, within and under them.
Json with_secrets(Json body) {
    body["answer"] = typed;
    body["nir"] = number;
    body["answers"] = {{"nom", typed}, {"list", {typed, number}}};
    body[typed] = typed;
    body["__proto__"] = {{"value", typed}};
    return body;
}

Json with(const char* field, const Json& value) {
    Json body{{"id", "w-1"}};
    body[field] = value;
    return body;
}

/// Every field a kiosk may send, with a person's words in it.
struct Abuse {
    std::string path;
    Json body;
};

std::vector<Abuse> abused() {
    std::vector<Abuse> all;
    for (const auto* field : {"id", "procedure", "step", "language", "reason"})
        for (const Json& value : {Json(typed), Json{{"nom", typed}}, Json{typed}})
            all.push_back({calls, with(field, value)});
    all.push_back({calls, Json{{"id", "w-1"}, {"needs", {typed}}}});
    all.push_back({calls, Json{{"id", "w-1"}, {"waited_ms", std::stoll(number)}}});
    all.push_back({calls + "/v-1/reason", Json{{"reason", typed}}});
    all.push_back({calls + "/v-1/here", Json{{"code", typed}}});
    all.push_back({calls + "/v-1/end", Json{{"outcome", typed}}});
    for (const auto* field : {"procedure", "step", "steps", "same_screen_s", "instance"})
        all.push_back({"/api/v1/kiosk/heartbeat", Json{{field, typed}}});
    for (const auto* field : {"step", "steps", "same_screen_s"})
        all.push_back({"/api/v1/kiosk/heartbeat", Json{{field, std::stoll(number)}}});
    for (const auto* field : {"theme", "kind", "outcome", "how", "minutes"})
        all.push_back({"/api/v1/kiosk/activity", Json{{field, typed}}});
    return all;
}

void check_nowhere(const std::string& where, std::string_view bytes) {
    CAPTURE(where);
    CHECK(Canary(typed).found_in(bytes) == "");
    CHECK(Canary(number).found_in(bytes) == "");
}

} // namespace

TEST_CASE("a canary is found however it hides") {
    const Canary canary("Kanari-1789");
    CHECK(canary.found_in("nothing here") == "");
    CHECK(canary.found_in("a KANARI-1789 b") == "in capitals");
    CHECK(canary.found_in("4B616E6172692D31373839") == "in hexadecimal");
    CHECK(canary.found_in("S2FuYXJpLTE3ODk=") == "in base64");
    CHECK(
        canary.found_in(std::string("K\0a\0n\0a\0r\0i\0-\0001\0007\0008\0009\0", 22)) == "as UTF-16"
    );
}

TEST_CASE("nothing a person could have written reaches what the hub keeps, logs, counts or tells") {
    const Site site;
    const auto& folder = site.folder();
    {
        const LoggedTo log(folder.file("log"));
        const auto hub = start_hub(site.settings());
        Asker kiosk(hub->port(), kiosk_key("borne-1"));
        Asker nadia(hub->port());
        nadia.sign_in("nadia");
        Heard console(hub->port(), "/api/v1/console/events?console=page", "", nadia.headers());
        console.wait("board");
        CHECK(kiosk.post(calls, with_secrets({{"id", "v-1"}, {"procedure", "css"}})).status == 201);
        for (const auto& abuse : abused()) {
            CAPTURE(abuse.path);
            CAPTURE(to_text(abuse.body));
            CHECK(kiosk.post(abuse.path, abuse.body).status >= 400);
        }
        CHECK(
            kiosk.post("/api/v1/kiosk/heartbeat", with_secrets({{"in_use", true}})).status == 200
        );
        CHECK(
            kiosk.post("/api/v1/kiosk/activity", with_secrets({{"theme", "logement"}})).status ==
            204
        );
        CHECK(kiosk.get(calls + "?nom=Zo%C3%A9%20Kanari&nir=" + number).status >= 400);
        CHECK(nadia.act("v-1", "claim") == 200);
        for (const auto* path :
             {"/metrics",
              "/healthz",
              "/api/v1/console/board?console=page",
              "/api/v1/console/journal",
              "/api/v1/console/activity.csv",
              "/api/v1/console/colleagues"})
            check_nowhere(path, nadia.get(path).body);
        CHECK(kiosk.post(calls + "/v-1/end", with_secrets({{"outcome", "helped"}})).status == 200);
        console.wait("gone");
        check_nowhere("events", console.everything());
        auto store = Store::open(site.settings().store, read_wall_clock());
        REQUIRE(store);
        check_nowhere("export", to_csv(*store->activities("lilas")));
        check_nowhere("JSON export", to_text(to_coop_json(*store->activities("lilas"))));
        REQUIRE(store->backup(folder.file("copy.db")));
        // While it runs: the write-ahead log is there too.
        CHECK(std::filesystem::file_size(folder.file("hub.db-wal")) > 0);
        for (const auto& canary : {Canary(typed), Canary(number), Canary("borne-1-secret")})
            CHECK(canary.found_under(folder.path()) == std::vector<std::string>{});
    }
    CHECK(std::filesystem::file_size(folder.file("log")) > 0);
    for (const auto& canary : {Canary(typed), Canary(number), Canary("borne-1-secret")})
        CHECK(canary.found_under(folder.path()) == std::vector<std::string>{});
}

} // namespace guichet::hub
