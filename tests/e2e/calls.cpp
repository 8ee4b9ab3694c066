// SPDX-License-Identifier: GPL-3.0-or-later
// A press on a real kiosk under Xvfb reaches a real hub and its console, and back, while hub,
// courier and visit are killed. Prints how long a press takes to be seen at both ends.
#include "hand.hpp"
#include "hub/store.hpp"
#include "mediator.hpp"
#include "own_hub.hpp"
#include "pressing.hpp"
#include "program.hpp"
#include "short_kiosk.hpp"
#include "watch.hpp"

#include <algorithm>
#include <csignal>
#include <iostream>
#include <thread>

namespace {

using namespace e2e; // NOLINT(google-build-using-namespace)
using namespace std::chrono_literals;

constexpr int presses = 20; ///< measured

ShortKiosk::Setting kiosk_of(const OwnHub& hub) {
    return {
        .guichet = GUICHET,
        .source = GUICHET_SOURCE,
        .site = "place: Poste 1\n",
        .hub = "{url: \"http://127.0.0.1:" + std::to_string(hub.port()) + "\", key: " + hub.key() +
               "}"};
}

/// A hub, a mediator at a console, a kiosk whose person is on the list of papers.
struct Scene {
    TemporaryFolder folder{};
    OwnHub hub{GUICHET, folder.path() / "hub"};
    std::unique_ptr<Mediator> nadia{};
    std::unique_ptr<ShortKiosk> kiosk{};
    std::unique_ptr<Hand> hand{};

    Scene() {
        hub.start();
        nadia = std::make_unique<Mediator>(hub.port(), "nadia", mediator_password);
        kiosk = std::make_unique<ShortKiosk>(kiosk_of(hub));
        hand = std::make_unique<Hand>(kiosk->socket());
        for (const auto step : {Step::Welcome, Step::Catalogue, Step::Need})
            hand->go_on_to(step);
    }

    /// Until a console really has it; its id.
    std::string press() const {
        hand->tap("call");
        must_become(*hand, "received");
        return id_of(nadia->wait_for_call(is_any));
    }
    void end() const {
        hand->tap("end-call");
        must_become(*hand, "quiet");
        nadia->wait_for_no_call();
    }
    std::string outcome(const std::string& id) const {
        auto store = guichet::hub::Store::open(hub.store(), guichet::hub::read_wall_clock());
        must(store.has_value(), "the hub’s store does not open");
        const auto ticket = store->find(id);
        if (!ticket || !*ticket || !(*ticket)->ended)
            return "open";
        return std::string(guichet::call::to_name(*(*ticket)->ended));
    }
};

void press_to_end(Scene& scene) {
    auto& hand = *scene.hand;
    hand.tap("call");
    const auto call = scene.nadia->wait_for_call(is_any);
    must(call["place"] == "Poste 1", "the console shows another place: " + call.dump());
    must(call["procedure"] == "essai-court", "the console shows another procedure");
    must_become(hand, "received");
    must_read(hand, "Votre appel est reçu");
    const auto id = id_of(call);
    must(scene.nadia->act(id, "claim") == 200, "the claim is refused");
    must_become(hand, "claimed");
    must_read(hand, "Nadia arrive");
    must(scene.nadia->act(id, "reply", {{"reply", "two-minutes"}}) == 200, "no reply is taken");
    must(scene.nadia->act(id, "release") == 200, "the release is refused");
    must_become(hand, "received");
    must(hand.all_words().find("Nadia arrive") == std::string::npos, "nobody comes any more");
    must(scene.nadia->act(id, "claim") == 200, "the second claim is refused");
    must_become(hand, "claimed");
    hand.tap("here");
    must_become(hand, "here");
    scene.nadia->wait_for_call([](const Json& told) { return told.value("here", false); });
    scene.end();
    must(scene.outcome(id) == "helped", "the call ended as " + scene.outcome(id));
    std::cout << "press → received → Nadia arrive → here → end: as it was" << std::endl;
}

double milliseconds(Clock::duration took) {
    return std::chrono::duration<double, std::milli>(took).count();
}

void print_times(const std::string& what, std::vector<double> times) {
    std::ranges::sort(times);
    const auto at = [&](double share) {
        return times.at(static_cast<std::size_t>(share * static_cast<double>(times.size() - 1)));
    };
    std::printf(
        "%s: median %.0f ms, p95 %.0f ms, worst %.0f ms (%zu presses)\n",
        what.c_str(),
        at(0.5),
        at(0.95),
        times.back(),
        times.size()
    );
}

/// Only printed: how busy this machine is says nothing about the kiosk.
void measure_presses(Scene& scene) {
    std::vector<double> seen;
    std::vector<double> told;
    for (int i = 0; i < presses; ++i) {
        scene.hand->wait_for("call");
        std::this_thread::sleep_for(300ms); // later than what a press right after a change is
        const auto start = Clock::now();
        scene.hand->press("call");
        seen.push_back(milliseconds(Clock::now() - start));
        const auto id = id_of(scene.nadia->wait_for_call(is_any));
        told.push_back(milliseconds(*scene.nadia->told(id) - start));
        must(scene.nadia->act(id, "claim") == 200, "the claim is refused"); // a call that is
        must_become(*scene.hand, "claimed"); // taken back too often asks for a longer press
        scene.end();
    }
    print_times("press → the kiosk’s changed screen", seen);
    print_times("press → the console’s event", told);
}

void hub_dies(Scene& scene) {
    const auto id = scene.press();
    const auto start = Clock::now();
    scene.hub.kill();
    must_become(*scene.hand, "beacon");
    report("kill -9 hub during a call → the kiosk says so", start);
    const auto back = Clock::now();
    scene.hub.start();
    must_become(*scene.hand, "received");
    report("the hub is back → the call is received again", back);
    const auto same = scene.nadia->wait_for_call(is_any);
    must(id_of(same) == id, "another call is open after the hub’s return");
    must(scene.nadia->act(id, "claim") == 200, "the claim after the hub’s return is refused");
    must_become(*scene.hand, "claimed");
    scene.end();
}

void courier_dies(Scene& scene) {
    const auto id = scene.press();
    const int before = scene.hand->process("courier");
    ::kill(before, SIGKILL);
    must(
        comes_true([&] {
            const int next = scene.hand->process("courier");
            return next > 0 && next != before;
        }),
        "the courier is not replaced"
    );
    must(scene.nadia->act(id, "claim") == 200, "the claim is refused");
    const auto start = Clock::now();
    must_become(*scene.hand, "claimed");
    report("kill -9 courier, then a claim → Nadia arrive on the screen", start);
    must(id_of(scene.nadia->wait_for_call(is_any)) == id, "the call became another one");
    scene.end();
}

/// Pressed while there is no courier: the next one tells it.
void courier_dies_at_the_press(Scene& scene) {
    scene.hand->wait_for("call");
    std::this_thread::sleep_for(300ms);
    ::kill(scene.hand->process("courier"), SIGKILL);
    scene.hand->press("call");
    must_become(*scene.hand, "received");
    scene.nadia->wait_for_call(is_any);
    scene.end();
    std::cout << "kill -9 courier at the press: received all the same" << std::endl;
}

void visit_dies(Scene& scene) {
    const auto id = scene.press();
    const int before = scene.hand->process("visit");
    std::this_thread::sleep_for(3s); // until the next one waits
    const auto start = Clock::now();
    ::kill(before, SIGSEGV);
    scene.nadia->wait_for_no_call();
    report("kill -SEGV visit → its call ends on the console", start);
    must(scene.outcome(id) == "interrupted", "the call ended as " + scene.outcome(id));
    scene.hand = fresh_visit_after(scene.kiosk->socket(), before);
    for (const auto step : {Step::Catalogue, Step::Need})
        scene.hand->go_on_to(step);
}

/// The person leaves for good: the hub hears the right end of it although the process is gone.
void visit_ends(Scene& scene) {
    const auto id = scene.press();
    const int before = scene.hand->process("visit");
    scene.hand->tap("continue"); // the panel closes
    scene.hand->tap_and_leave("leave");
    scene.nadia->wait_for_no_call();
    must(scene.outcome(id) == "abandoned", "the call ended as " + scene.outcome(id));
    fresh_visit_after(scene.kiosk->socket(), before);
    std::cout << "a visit that ends during a call: the hub knows it was given up" << std::endl;
}

void with_a_hub() {
    Scene scene;
    press_to_end(scene);
    measure_presses(scene);
    hub_dies(scene);
    courier_dies(scene);
    courier_dies_at_the_press(scene);
    visit_dies(scene);
    visit_ends(scene);
}

} // namespace

int main() {
    return run("calls", with_a_hub);
}
