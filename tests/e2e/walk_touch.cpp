// SPDX-License-Identifier: GPL-3.0-or-later
// How a walk looks at the screen and touches it.
#include "stage.hpp"
#include "walk.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <iostream>

namespace e2e {

namespace {

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

std::string Walk::where() const {
    std::string where;
    for (const auto* part : {"screen", "panel", "question"})
        where += m_screen[part].get<std::string>() + " ";
    return where;
}

Json Walk::node(const std::string& id) {
    for (const auto& each : m_tree)
        if (each["id"] == id)
            return each;
    throw Failure{"there is no “" + id + "” on " + where()};
}

bool Walk::has(const std::string& id) {
    return std::ranges::any_of(m_tree, [&](const auto& each) { return each["id"] == id; });
}

bool Walk::touchable(const std::string& id) {
    return has(id) && node(id)["touchable"].get<bool>();
}

std::string Walk::first_with(const std::string& prefix) {
    for (const auto& each : m_tree)
        if (auto id = each["id"].get<std::string>(); id.starts_with(prefix))
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
    shoot(m_driver, m_screen);
}

void Walk::shoot(Driver& driver, const Json& screen) {
    const auto file = m_setting.pictures / picture_name(++m_pictures, screen);
    driver.ask({{"do", "shot"}, {"file", file.string()}});
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
        throw Failure{"“" + id + "” cannot be touched on " + where()};
    bring_into_sight(id);
    const auto seen = node(id)["seen"];
    const float x = m_window["x"].get<float>() + seen[0].get<float>() + seen[2].get<float>() / 2;
    const float y = m_window["y"].get<float>() + seen[1].get<float>() + seen[3].get<float>() / 2;
    click(static_cast<int>(x), static_cast<int>(y));
    if (!m_driver.alive({{"do", "settle"}}) && !m_leaving)
        throw Failure{"the visit is gone after “" + id + "”"};
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

} // namespace e2e
