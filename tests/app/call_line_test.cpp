// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calls/call_line.hpp"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>
#include <unistd.h>

namespace guichet::app {
namespace {

using namespace std::chrono_literals;
using visit::happened::CallReported;

SiteHub some_hub() {
    SiteHub hub;
    hub.kind = SiteHub::Kind::Elsewhere;
    hub.endpoint = {.url = "http://127.0.0.1:9", .key = "poste.secret"};
    return hub;
}

call::Errand opening(const std::string& id) {
    call::Request request{.id = id, .place = "Poste 1"};
    return {id, call::Errand::Open{request}};
}

/// A visit's line with a courier that only writes down what it is told.
class Written {
public:
    explicit Written(SiteHub hub = some_hub())
        : m_line(std::move(hub), {"word", true}, m_courier, m_inbox),
          m_courier({GUICHET_SOURCE "/tests/fakes/courier_that_writes_down.sh", m_file.string()}) {
        std::filesystem::remove(m_file);
    }
    ~Written() { std::filesystem::remove(m_file); }
    Written(const Written&) = delete;
    Written& operator=(const Written&) = delete;

    CallLine& line() { return m_line; }
    Inbox& inbox() { return m_inbox; }
    std::string text() const {
        std::ifstream file(m_file, std::ios::binary);
        std::stringstream all;
        all << file.rdbuf();
        return all.str();
    }
    int count(const std::string& word) const {
        int found = 0;
        const auto all = text();
        for (auto at = all.find(word); at != std::string::npos; at = all.find(word, at + 1))
            ++found;
        return found;
    }
    /// Looks for at most half a minute.
    static bool comes_true(const std::function<bool()>& condition) {
        for (int i = 0; i < 3000 && !condition(); ++i)
            std::this_thread::sleep_for(10ms);
        return condition();
    }
    bool has(const std::string& word, int times = 1) const {
        return comes_true([&] { return count(word) >= times; });
    }
    void kill_courier() {
        const pid_t before = m_courier.pid();
        REQUIRE(before > 0);
        ::kill(before, SIGKILL);
        REQUIRE(comes_true([&] { return m_courier.pid() > 0 && m_courier.pid() != before; }));
    }

private:
    std::filesystem::path m_file{
        std::filesystem::temp_directory_path() / ("guichet-line-" + std::to_string(::getpid()))};
    Inbox m_inbox{[] {}};
    CallLine m_line;
    Helper m_courier;
};

} // namespace

TEST_CASE("without a hub a call has reached nobody, at once") {
    SiteHub none;
    none.kind = SiteHub::Kind::None;
    SiteHub no_key = some_hub();
    no_key.endpoint.key.clear();
    no_key.key_file = "/nowhere/kiosk.key";
    for (const auto& hub : {none, no_key}) {
        Written written(hub);
        written.line().open();
        written.line().tell(opening("v-1"));
        const auto news = written.inbox().take();
        REQUIRE(news.size() == 1);
        const auto* report = std::get_if<CallReported>(&news.front());
        REQUIRE(report != nullptr);
        CHECK(report->id == "v-1");
        CHECK(std::holds_alternative<call::Unreachable>(report->report));
        written.line().tell({"v-1", call::Errand::End{call::Outcome::Cancelled}});
        written.line().count({});
        written.line().show({});
        CHECK(written.inbox().take().empty());
        CHECK(written.text().empty());
    }
}

TEST_CASE("what a visit tells goes to its courier in order") {
    Written written;
    written.line().open();
    REQUIRE(written.has("\"do\":\"line\""));
    CHECK(written.has("\"opening\":true"));
    CHECK(written.has("poste.secret"));
    written.line().tell(opening("v-1"));
    written.line().tell({"v-1", call::Errand::AddReason{call::Reason::Screen}});
    REQUIRE(written.has("\"reason\":\"screen\""));
    const auto text = written.text();
    CHECK(text.find("\"what\":\"open\"") < text.find("\"reason\":\"screen\""));
}

TEST_CASE("a courier that dies is followed by one that is told what is open") {
    Written written;
    written.line().open();
    written.line().tell(opening("v-1"));
    written.line().show({.in_use = true, .procedure = "essai"});
    REQUIRE(written.has("v-1"));
    written.kill_courier();
    REQUIRE(written.has("\"do\":\"line\"", 2));
    const auto text = written.text();
    const auto second = text.substr(text.rfind(R"("do":"line")") - 1);
    CHECK(second.find("\"what\":\"open\"") != std::string::npos);
    CHECK(written.has("\"procedure\":\"essai\"", 2));
    CHECK(written.count("\"opening\":true") == 1); // the way was proven already
    written.line().tell({"v-1", call::Errand::End{call::Outcome::Cancelled}});
    CHECK(written.has("\"outcome\":\"cancelled\""));
}

} // namespace guichet::app
