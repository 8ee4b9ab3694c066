// SPDX-License-Identifier: GPL-3.0-or-later
// A kiosk under Xvfb that no hub elsewhere serves: with its own, with one that is never there, with
// none, and with its port taken by somebody else.
#include "hand.hpp"
#include "mediator.hpp"
#include "own_hub.hpp"
#include "pressing.hpp"
#include "program.hpp"
#include "short_kiosk.hpp"
#include "watch.hpp"

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <regex>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using namespace e2e; // NOLINT(google-build-using-namespace)
using namespace std::chrono_literals;

void no_hub(const std::string& hub, const std::string& what) {
    const ShortKiosk kiosk({.guichet = GUICHET, .source = GUICHET_SOURCE, .hub = hub});
    Hand hand(kiosk.socket());
    for (const auto step : {Step::Welcome, Step::Catalogue})
        hand.go_on_to(step);
    hand.wait_for("call");
    std::this_thread::sleep_for(300ms);
    const auto start = Clock::now();
    hand.press("call");
    must_become(hand, "beacon");
    must(Clock::now() - start < 8s, "the kiosk says late that nobody was called");
    report(what + ": press → the kiosk is a beacon", start);
    must_read(hand, "Nous n’avons pas pu prévenir");
}

int hub_of(int keeper) {
    const auto found =
        output_of("pgrep -P " + std::to_string(keeper) + " -f 'guichet hub --kiosk-key' || true");
    return found.empty() ? 0 : std::stoi(found);
}

/// Without a word about it the kiosk keeps its own hub, makes its key and says how to sign in.
void own_hub() {
    const TemporaryFolder folder;
    ::setenv("XDG_STATE_HOME", (folder.path() / "state").c_str(), 1);
    const auto port = free_port();
    const auto log = folder.path() / "log";
    auto setting = ShortKiosk::Setting{.guichet = GUICHET, .source = GUICHET_SOURCE};
    setting.site = "place: Poste 3\n";
    setting.hub = "{port: " + std::to_string(port) + "}";
    setting.log = log;
    const ShortKiosk kiosk(setting);
    Hand hand(kiosk.socket());
    for (const auto step : {Step::Welcome, Step::Catalogue})
        hand.go_on_to(step);
    must(comes_true([&] { return answers(port); }), "the kiosk’s own hub does not answer");
    std::smatch link;
    const auto said = content_of(log);
    must(
        std::regex_search(said, link, std::regex("“accueil”, today, at .*#ticket=([^\\s]+)")),
        "no link to sign in:\n" + said
    );
    Mediator desk(port, link[1].str());
    hand.tap("call");
    const auto call = desk.wait_for_call(is_any);
    must(call["place"] == "Poste 3", "the console shows another place: " + call.dump());
    must_become(hand, "received");
    const int hub = hub_of(kiosk.keeper());
    must(hub > 0, "the keeper has no hub");
    ::kill(hub, SIGKILL);
    must(
        comes_true([&] { return hub_of(kiosk.keeper()) > 0 && hub_of(kiosk.keeper()) != hub; }),
        "the hub is not started again"
    );
    must(comes_true([&] { return answers(port); }), "the hub’s successor does not answer");
    must(desk.act(id_of(call), "claim") == 200, "the call did not survive its hub");
    must_become(hand, "claimed");
    std::cout << "the kiosk’s own hub: signs in, rings, and survives kill -9" << std::endl;
    ::unsetenv("XDG_STATE_HOME");
}

/// Somebody else has the port: the kiosk runs, says so in its log, and is a beacon when pressed.
void port_in_use() {
    const TemporaryFolder folder;
    ::setenv("XDG_STATE_HOME", (folder.path() / "state").c_str(), 1);
    const auto port = free_port();
    const int taken = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    must(::bind(taken, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0, "no port");
    ::listen(taken, 1);
    auto setting = ShortKiosk::Setting{.guichet = GUICHET, .source = GUICHET_SOURCE};
    setting.hub = "{port: " + std::to_string(port) + "}";
    setting.log = folder.path() / "log";
    {
        const ShortKiosk kiosk(setting);
        Hand hand(kiosk.socket());
        hand.go_on_to(Step::Welcome);
        hand.tap("call");
        must_become(hand, "beacon");
    }
    ::close(taken);
    const auto said = content_of(folder.path() / "log");
    must(
        said.find("Address already in use") != std::string::npos, "the port is not named:\n" + said
    );
    must(said.find("a call reaches nobody") != std::string::npos, "the log does not say it");
    std::cout << "a port in use: said, and the kiosk is a beacon" << std::endl;
    ::unsetenv("XDG_STATE_HOME");
}

void play() {
    no_hub("none", "no hub");
    no_hub(
        "{url: \"http://127.0.0.1:" + std::to_string(free_port()) + "\", key: a.b}",
        "a hub that is never there"
    );
    own_hub();
    port_in_use();
}

} // namespace

int main() {
    return run("alone", play);
}
