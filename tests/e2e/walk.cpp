// SPDX-License-Identifier: GPL-3.0-or-later
#include "walk.hpp"

#include "stage.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <thread>

namespace e2e {

namespace {

using namespace std::chrono_literals;

constexpr int most_steps = 800;
/// A screen that comes again and again does not go on.
constexpr int most_same = 12;

std::string key_of(const Json& screen) {
    std::string key;
    for (const auto* part : {"screen", "panel", "question"})
        key += screen[part].get<std::string>() + " ";
    return key;
}

/// "01-welcome.png", "07-question-nom_naissance.png"
std::string picture_name(int number, const Json& screen) {
    std::array<char, 8> digits{};
    std::snprintf(digits.data(), digits.size(), "%02d", number);
    auto name = std::string(digits.data()) + "-" + screen["screen"].get<std::string>();
    if (const auto question = screen["question"].get<std::string>(); !question.empty())
        name += "-" + question;
    std::ranges::replace_if(
        name, [](char c) { return c == '[' || c == ']' || c == '/'; }, '.'
    );
    return name + ".png";
}

} // namespace

Walk::Walk(Setting setting, Answers answers)
    : m_setting(std::move(setting)), m_answers(std::move(answers)), m_driver(m_setting.socket) {
    m_window = m_driver.ask({{"do", "window"}});
}

Json Walk::node(const std::string& id) {
    for (const auto& each : m_tree)
        if (each["id"] == id)
            return each;
    throw Failure{"there is no “" + id + "” on " + key_of(m_screen)};
}

bool Walk::has(const std::string& id) {
    return std::ranges::any_of(m_tree, [&](const auto& each) { return each["id"] == id; });
}

bool Walk::touchable(const std::string& id) {
    return has(id) && node(id)["touchable"].get<bool>();
}

std::string Walk::first_with(const std::string& prefix) {
    for (const auto& each : m_tree)
        if (const auto id = each["id"].get<std::string>(); id.starts_with(prefix))
            return id;
    return {};
}

void Walk::look() {
    do { // both of the same moment
        m_screen = m_driver.ask({{"do", "screen"}});
        m_tree = m_driver.ask({{"do", "tree"}})["tree"];
    } while (m_driver.ask({{"do", "screen"}}) != m_screen);
    for (const auto& each : m_tree)
        m_seen += each["name"].get<std::string>() + "\n" + each["value"].get<std::string>() + "\n";
}

void Walk::picture() {
    ++m_pictures;
    const auto file = m_setting.pictures / picture_name(m_pictures, m_screen);
    m_driver.ask({{"do", "shot"}, {"file", file.string()}});
    std::cout << file.filename().string() << std::endl;
}

void Walk::bring_into_sight(const std::string& id) {
    for (int i = 0; i < 20; ++i) {
        const auto seen = node(id)["seen"];
        if (seen[2].get<float>() > 4 && seen[3].get<float>() > 4)
            return;
        const bool above = node(id)["rect"][1].get<float>() < m_window["height"].get<float>() / 3;
        std::string button;
        for (const auto& each : m_tree)
            if (each["id"].get<std::string>().ends_with(above ? ":up" : ":down"))
                button = each["id"];
        if (button.empty())
            throw Failure{"“" + id + "” is out of sight and nothing scrolls"};
        tap(button);
        look();
    }
    throw Failure{"“" + id + "” stays out of sight"};
}

void Walk::tap(const std::string& id) {
    if (!touchable(id))
        throw Failure{"“" + id + "” cannot be touched on " + key_of(m_screen)};
    bring_into_sight(id);
    const auto seen = node(id)["seen"];
    const float x = m_window["x"].get<float>() + seen[0].get<float>() + seen[2].get<float>() / 2;
    const float y = m_window["y"].get<float>() + seen[1].get<float>() + seen[3].get<float>() / 2;
    click(static_cast<int>(x), static_cast<int>(y));
    if (!m_driver.alive({{"do", "settle"}}) && !m_leaving)
        throw Failure{"the visit is gone after “" + id + "”"};
}

void Walk::to_done() {
    for (int i = 0; i < most_steps; ++i) {
        look();
        const auto key = key_of(m_screen);
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
    if (told != m_answers.end() && m_same == 0)
        answer_as_told(told->second, question);
    else if (m_same == 0)
        answer_plainly();
    look();
    if (m_screen["screen"] == "question" && key_of(m_screen) == m_last && touchable("continue"))
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

void Walk::type(const std::string& box, const std::string& words) {
    if (words.empty() || !node(box)["value"].get<std::string>().empty())
        return;
    if (box != "part:0")
        tap(box);
    look();
    for (const char letter : words) {
        press_key(std::string(1, static_cast<char>(std::toupper(letter))));
        look();
    }
}

void Walk::press_key(const std::string& letter) {
    const auto key = letter == " " ? "key:space" : "key:" + letter;
    if (!has(key) && has("key:signs")) {
        tap("key:signs");
        look();
    }
    tap(key);
}

void Walk::choose_match() {
    look();
    const auto match = first_with("option:");
    if (!match.empty() && !has("chosen"))
        tap(match);
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
    const auto file = m_setting.pictures / picture_name(++m_pictures, screen);
    next.ask({{"do", "shot"}, {"file", file.string()}});
    std::cout << file.filename().string() << std::endl;
}

} // namespace e2e
