// SPDX-License-Identifier: GPL-3.0-or-later
#include "walk.hpp"

#include <chrono>
#include <thread>

namespace e2e {

namespace {

using namespace std::chrono_literals;

constexpr int most_steps = 800;
/// A screen that comes again and again does not go on.
constexpr int most_same = 12;
/// Before the same thing is touched again: a sentence to agree to does not take a press at once.
constexpr auto second_try = 1s;

} // namespace

Walk::Walk(Setting setting, Answers answers)
    : m_setting(std::move(setting)), m_answers(std::move(answers)), m_driver(m_setting.socket) {
    m_window = m_driver.ask({{"do", "window"}});
}

void Walk::to_done() {
    for (int i = 0; i < most_steps; ++i) {
        look();
        const auto key = where();
        m_same = key == m_last ? m_same + 1 : 0;
        if (m_same > most_same)
            throw Failure{"the visit does not go on from " + key};
        if (key != m_last) {
            // A tap right after a change is not taken for a press (kit/memory.hpp).
            std::this_thread::sleep_for(300ms);
            look();
            picture();
        }
        m_last = key;
        if (m_screen["screen"] == "done")
            return done();
        step();
    }
    throw Failure{"the visit has no end"};
}

void Walk::step() {
    const auto screen = m_screen["screen"].get<std::string>();
    if (has("still-here"))
        tap("still-here");
    else if (m_screen["panel"] != "none")
        throw Failure{"a panel nobody asked for: " + m_screen["panel"].get<std::string>()};
    else if (screen == "welcome")
        welcome();
    else if (screen == "catalogue")
        tap("procedure:" + m_setting.procedure);
    else if (screen == "question")
        question();
    else if (screen == "scan")
        scan();
    else if (screen == "exit")
        throw Failure{"the procedure does not fit the sample person"};
    else
        tap("continue");
}

void Walk::welcome() {
    const auto language = "language:" + m_setting.language;
    if (touchable(language) && m_same == 0)
        tap(language);
    else
        tap("continue");
}

void Walk::question() {
    const auto question = without_item(m_screen["question"].get<std::string>());
    const auto told = m_answers.find(question);
    // What was filled in from a paper, or is wrong a second time, is not typed again.
    if (m_same >= 3)
        throw Failure{"the answer to " + question + " is refused"};
    if (m_same > 0)
        std::this_thread::sleep_for(second_try);
    if (told != m_answers.end() && m_same == 0)
        answer_as_told(told->second, question);
    else if (m_same == 0)
        answer_plainly();
    look();
    if (m_screen["screen"] == "question" && where() == m_last && touchable("continue"))
        tap("continue");
}

void Walk::answer_as_told(const Answer& answer, const std::string& question) {
    switch (answer.kind) {
    case Answer::Kind::Type:
        for (std::size_t i = 0; i < answer.words.size(); ++i)
            type("part:" + std::to_string(i), answer.words[i]);
        choose_match();
        break;
    case Answer::Kind::Option:
        for (const auto& option : answer.words)
            tap("option:" + option);
        break;
    case Answer::Kind::Scan:
        if (!has("paper")) {
            m_paper = answer.words.at(0);
            tap("scan");
        }
        break;
    case Answer::Kind::Add:
        if (m_items[question]++ == 0)
            tap("add");
        break;
    case Answer::Kind::Skip:
        tap(touchable("skip") ? "skip" : "continue");
        break;
    }
}

void Walk::answer_plainly() {
    if (has("part:0") && !node("part:0")["value"].get<std::string>().empty())
        return;
    const auto option = touchable("option:no") ? "option:no" : first_with("option:");
    if (!option.empty() && !has("part:0"))
        tap(option);
    else if (touchable("skip"))
        tap("skip");
}

void Walk::scan() {
    if (has("trouble"))
        throw Failure{"reading " + m_paper + ": " + node("trouble")["name"].get<std::string>()};
    if (has("stage")) { // it works
        m_same = 0;
        std::this_thread::sleep_for(200ms);
        return;
    }
    if (has("keep-image")) { // it was read, but not all of it is there
        m_same = 0;
        return tap("keep-image");
    }
    if (m_paper.empty())
        throw Failure{"a scan nobody asked for"};
    std::filesystem::copy_file(
        m_setting.samples / m_paper,
        m_setting.scanner / m_paper,
        std::filesystem::copy_options::overwrite_existing
    );
    std::filesystem::last_write_time(
        m_setting.scanner / m_paper, std::filesystem::file_time_type::clock::now()
    );
    tap("take-picture");
}

void Walk::done() {
    m_driver.ask({{"do", "wait"}, {"for", {{"id", "save"}}}, {"seconds", 30}});
    look();
    tap("save");
    m_driver.ask({{"do", "wait"}, {"for", {{"text", "enregistré"}}}, {"seconds", 30}});
    look();
    picture();
}

void Walk::leave() {
    const auto before = m_driver.ask({{"do", "processes"}})["visit"].get<int>();
    look();
    m_leaving = true;
    tap("continue");
    std::this_thread::sleep_for(400ms);
    if (m_driver.alive({{"do", "screen"}})) {
        look();
        tap("confirm-leave");
    }
    for (int i = 0; i < 1000 && m_driver.alive({{"do", "screen"}}); ++i)
        std::this_thread::sleep_for(10ms);
    next_visit(before);
}

/// The socket may still be that of the visit that ends.
void Walk::next_visit(int before) {
    for (int i = 0; i < 100; ++i) {
        Driver next(m_setting.socket);
        if (next.alive({{"do", "screen"}}))
            return greet(next, before);
        std::this_thread::sleep_for(50ms);
    }
    throw Failure{"no visit follows"};
}

void Walk::greet(Driver& next, int before) {
    const auto screen = next.ask({{"do", "screen"}});
    if (screen["screen"] != "welcome" || next.ask({{"do", "processes"}})["visit"] == before)
        throw Failure{"the visit did not end with a new one"};
    shoot(next, screen);
}

} // namespace e2e
