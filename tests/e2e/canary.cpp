// SPDX-License-Identifier: GPL-3.0-or-later
// A whole visit with words that exist nowhere else, read on a paper and typed, while a mediator is
// called, comes and points. Then they are looked for in all that the hub keeps, says, exports and
// sent. Must be found: nowhere.
#include "hand.hpp"
#include "mediator.hpp"
#include "own_hub.hpp"
#include "pressing.hpp"
#include "program.hpp"
#include "relay.hpp"
#include "short_kiosk.hpp"
#include "watch.hpp"

#include <algorithm>
#include <cctype>
#include <future>
#include <iostream>
#include <map>
#include <thread>

namespace {

using namespace e2e; // NOLINT(google-build-using-namespace)
using namespace std::chrono_literals;
namespace fs = std::filesystem;

/// Typed as the name; and what is printed on the sample card (tests/samples).
constexpr const char* typed = "WYZQKJORD";
const std::vector<std::string> canaries{typed, "BENALI", "DUREL"};

std::string in_capitals(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char letter) {
        return static_cast<char>(std::toupper(letter));
    });
    return text;
}

/// A mediator is called in the middle of it and comes.
void call_somebody(Hand& hand, Mediator& nadia) {
    hand.tap("call");
    const auto call = nadia.wait_for_call(is_any);
    must(nadia.act(call["id"], "claim") == 200, "the claim is refused");
    must_become(hand, "claimed");
    hand.tap("continue");
}

/// True: the hub and the kiosk let a console see the labels of this screen.
bool point(Hand& hand, Mediator& nadia) {
    const auto call = nadia.call();
    const auto path =
        "/api/v1/console/calls/" + call["id"].get<std::string>() + "/point?console=page";
    if (nadia.post(path, Json::object()) != 200)
        return false;
    const bool asked = comes_true([&] { return hand.screen()["panel"] == "point"; });
    must(asked, "the person is not asked");
    hand.tap("continue");
    return comes_true([&] { return nadia.last("point").contains("layout"); });
}

/// The console is told at once (reach: 200 ms).
void stop_pointing(Hand& hand, Mediator& nadia) {
    hand.wait_for("stop-pointing");
    std::this_thread::sleep_for(300ms); // later than what a press right after a change is
    const auto start = Clock::now();
    auto finger = std::async(std::launch::async, [&] { hand.press("stop-pointing"); });
    const bool over = comes_true([&] { return nadia.last("point").value("state", "") == "over"; });
    report("pointing stopped → the console is told", start);
    finger.get();
    must(over, "the console still points");
}

void type_name(Hand& hand) {
    hand.wait_for("part:0");
    while (!hand.words("part:0").empty() && hand.sees("key:backspace") &&
           hand.words("part:0").find(typed) == std::string::npos &&
           hand.words("part:0").size() > 40)
        hand.tap("key:backspace");
    for (const char letter : std::string(typed))
        hand.tap(std::string("key:") + letter);
    must(in_capitals(hand.all_words()).find(typed) != std::string::npos, "nothing was typed");
}

void whole_visit(Hand& hand, Mediator& nadia) {
    hand.go_to(Step::Confirming);
    const auto read = in_capitals(hand.all_words());
    must(
        read.find("BENALI") != std::string::npos || read.find("DUREL") != std::string::npos,
        "nothing was read on the card"
    );
    call_somebody(hand, nadia);
    hand.go_on_to(Step::Name);
    if (!hand.sees("part:0")) { // agreed to beside its document: changed from the check page
        hand.wait_for("option:no");
        hand.tap("option:no");
        if (hand.screen()["screen"] == "question")
            hand.tap("continue");
        hand.wait_for_screen("check");
        hand.tap("change:nom_naissance");
    }
    type_name(hand);
    must(point(hand, nadia), "the labels of the screen did not reach the console");
    stop_pointing(hand, nadia);
    hand.tap("continue");
    if (hand.screen()["screen"] != "check") {
        hand.wait_for("option:no");
        hand.tap("option:no");
        if (hand.screen()["screen"] == "question")
            hand.tap("continue");
    }
    hand.wait_for_screen("check");
    must(in_capitals(hand.all_words()).find(typed) != std::string::npos, "the name is not kept");
    hand.go_on_to(Step::Done);
    hand.tap("continue"); // nothing was printed or kept: the kiosk asks once more
    hand.wait_for("confirm-leave");
    hand.tap_and_leave("confirm-leave");
    nadia.wait_for_no_call();
}

std::map<std::string, std::string>
everything(const OwnHub& hub, Mediator& nadia, Relay& relay, const fs::path& log) {
    std::map<std::string, std::string> all{
        {"the hub’s log", content_of(hub.log())},
        {"the kiosk’s log", content_of(log)},
        {"the metrics", nadia.get("/metrics").body},
        {"the export of counts", hub.run("export")},
        {"the console’s counts", nadia.get("/api/v1/console/activity.csv").body},
        {"the journal", nadia.get("/api/v1/console/journal").body},
        {"the traffic of the console", nadia.traffic()},
        {"the traffic of the kiosk", relay.traffic()}};
    for (const auto& entry : fs::directory_iterator(hub.store().parent_path()))
        if (entry.path().filename().string().starts_with("hub.db"))
            all["the store’s " + entry.path().filename().string()] = content_of(entry.path());
    return all;
}

void must_lack(const std::string& capitals, const std::string& canary, const std::string& what) {
    must(capitals.find(canary) == std::string::npos, canary + " is in " + what);
}

void play(const fs::path& samples) {
    const TemporaryFolder folder;
    OwnHub hub(GUICHET, folder.path() / "hub");
    hub.start();
    Relay relay(hub.port());
    Mediator nadia(hub.port(), "nadia", mediator_password);
    const auto log = folder.path() / "kiosk.log";
    const ShortKiosk kiosk(
        {.guichet = GUICHET,
         .source = GUICHET_SOURCE,
         .hub = "{url: \"http://127.0.0.1:" + std::to_string(relay.port()) +
                "\", key: " + hub.key() + "}",
         .log = log}
    );
    kiosk.lay(samples / "identity-card.jpg");
    {
        Hand hand(kiosk.socket());
        whole_visit(hand, nadia);
    }
    std::size_t bytes = 0;
    const auto all = everything(hub, nadia, relay, log);
    must(
        all.at("the traffic of the kiosk").find("essai-court") != std::string::npos,
        "the relay heard nothing"
    );
    must(
        all.at("the traffic of the console").find("essai-court") != std::string::npos,
        "the console heard nothing"
    );
    for (const auto& [what, text] : all) {
        bytes += text.size();
        const auto capitals = in_capitals(text);
        for (const auto& canary : canaries)
            must_lack(capitals, canary, what);
    }
    std::cout << canaries.size() << " words of the visit looked for in " << all.size()
              << " places, " << bytes << " bytes: found nowhere" << std::endl;
}

} // namespace

int main(int argc, char** argv) {
    return run("canary", [&] {
        must(argc == 2, "usage: canary SAMPLES");
        play(fs::absolute(argv[1]));
    });
}
