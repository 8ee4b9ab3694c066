// SPDX-License-Identifier: GPL-3.0-or-later
#include "hand.hpp"

#include <array>
#include <thread>

namespace e2e {

namespace {

/// A tap right after a change is not taken for a press (kit/memory.hpp).
constexpr std::chrono::milliseconds after_change{280};

} // namespace

const char* name_of(Step step) {
    constexpr auto names = std::to_array<const char*>({
        "welcome",
        "catalogue",
        "need",
        "question",
        "scanning",
        "confirming",
        "name",
        "check",
        "done",
    });
    return names[static_cast<std::size_t>(step)];
}

int Hand::process(const std::string& which) {
    return m_driver.ask({{"do", "processes"}})[which].get<int>();
}

Json Hand::tree() {
    return m_driver.ask({{"do", "tree"}})["tree"];
}

Json Hand::node(const std::string& id) {
    for (const auto& each : tree())
        if (each["id"] == id)
            return each;
    return {};
}

bool Hand::sees(const std::string& id) {
    return !node(id).is_null();
}

std::string Hand::words(const std::string& id) {
    const auto found = node(id);
    if (found.is_null())
        return {};
    return found["name"].get<std::string>() + found["value"].get<std::string>();
}

std::string Hand::all_words() {
    std::string all;
    for (const auto& each : tree())
        all += each["id"].get<std::string>() + ": " + each["name"].get<std::string>() + " " +
               each["value"].get<std::string>() + "\n";
    return all;
}

void Hand::wait_for(const std::string& id, int seconds) {
    m_driver.ask({{"do", "wait"}, {"for", {{"id", id}}}, {"seconds", seconds}});
}

void Hand::wait_until_gone(const std::string& id, int seconds) {
    m_driver.ask({{"do", "wait"}, {"for", {{"gone", id}}}, {"seconds", seconds}});
}

void Hand::wait_for_screen(const std::string& screen, int seconds) {
    m_driver.ask({{"do", "wait"}, {"for", {{"screen", screen}}}, {"seconds", seconds}});
}

void Hand::tap(const std::string& id) {
    wait_for(id);
    std::this_thread::sleep_for(after_change);
    m_driver.ask({{"do", "tap"}, {"id", id}});
}

void Hand::tap_and_leave(const std::string& id) {
    try {
        tap(id);
    } catch (const Gone&) { // it ended before it could say that it was touched
    }
}

void Hand::answer_name() {
    if (sees("part:0") && words("part:0").find("DUREL") == std::string::npos)
        for (const char letter : std::string("DUREL"))
            tap(std::string("key:") + letter);
    if (sees("part:0"))
        tap("continue");
    wait_for("option:no");
    tap("option:no");
    if (screen()["screen"] == "question")
        tap("continue");
}

void Hand::see_paper_read() {
    for (int i = 0; i < 150 && screen()["screen"] != "confirm"; i++) {
        if (sees("keep-image")) { // one side of a card was shown: kept all the same
            tap("keep-image");
            break;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{200});
    }
    wait_for_screen("confirm");
}

void Hand::go_on_to(Step step) {
    switch (step) {
    case Step::Welcome:
        return wait_for_screen("welcome");
    case Step::Catalogue:
        tap("language:fr");
        if (screen()["screen"] == "welcome")
            tap("continue");
        return wait_for_screen("catalogue");
    case Step::Need:
        tap("procedure:essai-court");
        return wait_for_screen("need");
    case Step::Question:
        tap("continue");
        return wait_for_screen("question");
    case Step::Scanning:
        tap("scan");
        return wait_for_screen("scan");
    case Step::Confirming:
        tap("take-picture");
        return see_paper_read();
    case Step::Name:
        tap("continue");
        return wait_for_screen("question");
    case Step::Check:
        answer_name();
        return wait_for_screen("check");
    case Step::Done:
        tap("continue");
        return wait_for_screen("done");
    }
}

void Hand::go_to(Step step) {
    for (const auto each : every_step) {
        go_on_to(each);
        if (each == step)
            return;
    }
}

} // namespace e2e
