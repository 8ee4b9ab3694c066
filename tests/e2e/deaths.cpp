// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk under Xvfb while its processes die or hang at each step of a visit: without a reader or
// a courier the person reads one honest sentence and goes on with every answer; without its visit a
// fresh one follows, and nothing of the person before is in it. Prints how long each took.
#include "hand.hpp"
#include "program.hpp"
#include "short_kiosk.hpp"
#include "watch.hpp"

#include <array>
#include <csignal>
#include <iostream>
#include <thread>

#include <sys/ptrace.h>
#include <sys/wait.h>

namespace {

using namespace e2e; // NOLINT(google-build-using-namespace)
using namespace std::chrono_literals;
namespace fs = std::filesystem;

/// A child that dies younger is started again only when it has work.
constexpr auto settled_after = 2200ms;

struct Papers {
    fs::path card; ///< read in half a second
    fs::path slow; ///< looked at for some seconds
};

void must_say(Hand& hand, const std::string& id, const std::string& words) {
    hand.wait_for(id);
    const auto said = hand.words(id);
    must(said.find(words) != std::string::npos, "“" + id + "” says “" + said + "”");
}

void die(Hand& hand, const std::string& which) {
    const int pid = hand.process(which);
    must(pid > 0, "there is no " + which);
    ::kill(pid, SIGKILL);
    must(comes_true([&] { return hand.process(which) != pid; }), which + " is not missed");
}

/// Nothing on the screen changes for a person when a child without work dies.
void lose_both_children(Hand& hand, Step step) {
    const auto before = hand.all_words();
    must(!before.empty(), "nothing is on the screen");
    std::this_thread::sleep_for(settled_after);
    const auto start = Clock::now();
    for (const auto* which : {"reader", "courier"}) {
        die(hand, which);
        must(
            comes_true([&] { return hand.process(which) > 0; }),
            std::string("no other ") + which + " on " + name_of(step)
        );
    }
    must(hand.all_words() == before, std::string("something changed on ") + name_of(step));
    report(std::string("kill -9 reader, courier on ") + name_of(step) + " → others", start);
}

/// In the middle of reading: one sentence, and the next try reads.
void lose_children_while_reading(Hand& hand, const ShortKiosk& kiosk, const Papers& papers) {
    kiosk.lay(papers.slow);
    hand.tap("take-picture");
    hand.wait_for("preview");
    die(hand, "reader");
    must_say(hand, "trouble", "La lecture s’est arrêtée. Vos réponses sont toujours là.");
    kiosk.lay(papers.slow);
    hand.tap("take-picture");
    hand.wait_until_gone("trouble");
    hand.wait_for("preview");
    die(hand, "courier");
    hand.wait_for("seen"); // what the document is: not the one asked for
    must(
        hand.all_words().find("s’est arrêtée") == std::string::npos,
        "the courier’s death stopped the reading"
    );
    kiosk.lay(papers.card);
}

std::size_t files_in(const fs::path& folder) {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator())
    );
}

/// The courier dies with the sheet in its hands: a sentence, no half file, and the next try saves.
void lose_courier_while_saving(Hand& hand, const ShortKiosk& kiosk) {
    const int courier = hand.process("courier");
    ::kill(courier, SIGSTOP);
    hand.tap("save");
    hand.wait_for("save:state");
    ::kill(courier, SIGKILL);
    hand.wait_for("save:remedy");
    must_say(hand, "save:state", "L’enregistrement s’est arrêté.");
    must(files_in(kiosk.saved()) == 0, "a file is left of a saving that failed");
    hand.tap("save");
    hand.wait_until_gone("save:remedy");
    must(
        comes_true([&] { return hand.words("save:state").find("C’est enregistré.") == 0; }),
        "the second saving failed: " + hand.words("save:state")
    );
    must(files_in(kiosk.saved()) == 1, "there is no sheet");
}

void children_die(const ShortKiosk& kiosk, const Papers& papers) {
    Hand hand(kiosk.socket());
    for (const auto step : every_step) {
        hand.go_on_to(step);
        if (step == Step::Done)
            must_say(hand, "sheet", "est prête");
        lose_both_children(hand, step);
        if (step == Step::Scanning)
            lose_children_while_reading(hand, kiosk, papers);
        if (step == Step::Done)
            lose_courier_while_saving(hand, kiosk);
    }
    const int visit = hand.process("visit");
    ::kill(visit, SIGKILL);
    fresh_visit_after(kiosk.socket(), visit);
}

/// Sends it where work is under way, when there is some to do there.
void make_busy(Hand& hand, Step step, const ShortKiosk& kiosk, const Papers& papers) {
    if (step == Step::Scanning) {
        kiosk.lay(papers.slow);
        hand.tap("take-picture");
        hand.wait_for("preview");
    }
    if (step == Step::Done)
        hand.tap("save");
}

void visit_dies(const ShortKiosk& kiosk, const Papers& papers, Step step) {
    kiosk.lay(papers.card);
    Hand hand(kiosk.socket());
    hand.go_to(step);
    make_busy(hand, step, kiosk, papers);
    const int before = hand.process("visit");
    const std::array children{hand.process("reader"), hand.process("courier")};
    const auto start = Clock::now();
    ::kill(before, SIGKILL);
    const auto next = fresh_visit_after(kiosk.socket(), before);
    report(std::string("kill -9 visit on ") + name_of(step) + " → a fresh one", start);
    const auto words = next->all_words();
    for (const auto* secret : {"BENALI", "SAMIRA", "DUREL"})
        must(words.find(secret) == std::string::npos, "the next visit knows a name");
    for (const int child : children)
        must(comes_true([&] { return !runs(child); }), "a child outlives its visit");
}

/// Halts the thread that draws and answers; the others go on.
void halt_main_thread(int pid) {
    if (::ptrace(PTRACE_SEIZE, pid, nullptr, nullptr) != 0) {
        std::cout << "ptrace is refused here: the whole process is stopped instead" << std::endl;
        ::kill(pid, SIGSTOP);
        return;
    }
    ::ptrace(PTRACE_INTERRUPT, pid, nullptr, nullptr);
    ::waitpid(pid, nullptr, __WALL);
    // Who traces it hears of its end first: without this its own parent would wait for ever.
    std::thread([pid] {
        int status = 0;
        while (::waitpid(pid, &status, __WALL) == pid && !WIFEXITED(status) && !WIFSIGNALED(status)
        ) {
        }
    }).detach();
}

void visit_hangs(const ShortKiosk& kiosk, const std::string& how, void (*hang)(int)) {
    int before = 0;
    {
        Hand hand(kiosk.socket());
        hand.go_to(Step::Question);
        before = hand.process("visit");
    }
    const auto start = Clock::now();
    hang(before);
    const auto next = fresh_visit_after(kiosk.socket(), before);
    report("the visit hangs (" + how + ") → a fresh one", start);
    must(comes_true([&] { return !runs(before); }), "the visit that hung is still there");
}

void play(const fs::path& samples) {
    const Papers papers{samples / "identity-card.jpg", samples / "tax-notice.png"};
    const auto start = Clock::now();
    const ShortKiosk kiosk({.guichet = GUICHET, .source = GUICHET_SOURCE});
    children_die(kiosk, papers);
    for (const auto step : every_step)
        visit_dies(kiosk, papers, step);
    visit_hangs(kiosk, "stopped", [](int pid) { ::kill(pid, SIGSTOP); });
    visit_hangs(kiosk, "its loop only", halt_main_thread);
    report("all", start);
}

} // namespace

int main(int argc, char** argv) {
    return run("deaths", [&] {
        must(argc == 2, "usage: deaths SAMPLES");
        play(fs::absolute(argv[1]));
    });
}
