// SPDX-License-Identifier: GPL-3.0-or-later
// A document shown before is looked at from the check page, and read again from its own original.
#include "hand.hpp"
#include "program.hpp"
#include "short_kiosk.hpp"

#include <filesystem>
#include <iostream>
#include <string>
#include <thread>

namespace fs = std::filesystem;
using namespace e2e;

namespace {

/// Whatever the reader says of the paper, the person goes on with it until the check page shows.
void accept_until_check(Hand& hand) {
    for (int i = 0; i < 150; ++i) {
        const auto screen = hand.screen()["screen"];
        if (screen == "check")
            return;
        if (hand.sees("trouble"))
            throw Failure{"read again: " + hand.words("trouble")};
        if (hand.sees("keep-image"))
            hand.tap("keep-image");
        else if (screen == "confirm")
            hand.tap("continue");
        std::this_thread::sleep_for(std::chrono::milliseconds{200});
    }
    throw Failure{"the check page does not come back"};
}

void is_read_again(const fs::path& samples) {
    const ShortKiosk kiosk({.guichet = GUICHET, .source = GUICHET_SOURCE, .size = "1280x1600"}
    ); // all of it in sight
    kiosk.lay(samples / "identity-card.jpg");
    Hand hand(kiosk.socket());
    hand.go_to(Step::Check);
    const auto before = hand.all_words();
    must(hand.sees("look:0"), "the check page does not show the document");

    kiosk.lay(
        samples / "tax-notice-photo.jpg"
    ); // shown instead: another paper than the one asked for
    hand.tap("look:0");
    hand.tap("show-again");
    hand.wait_for("take-picture", 30);
    must(hand.screen()["screen"] == "scan", "another paper was taken for the card");
    hand.tap("back");
    hand.wait_for_screen("check");
    must(hand.all_words() == before, "a paper that was not agreed to changed an answer");

    for (const auto& paper : fs::directory_iterator(kiosk.scanner()))
        fs::remove(paper); // what is read now is what the reader kept
    hand.tap("look:0");
    hand.tap("frame");
    hand.tap("corner:2");
    hand.tap("continue");
    accept_until_check(hand);
    must(hand.all_words() == before, "the same picture was read otherwise");
    must(!hand.sees("look:1"), "one document became two");
    std::cout << "a document is read again from its own picture, two pictures later" << std::endl;
}

} // namespace

int main(int argc, char** argv) {
    return run("documents", [&] {
        must(argc == 2, "usage: documents SAMPLES");
        is_read_again(fs::absolute(argv[1]));
    });
}
