// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screen/drive_commands.hpp"

#include "app/screen/png.hpp"
#include "app/screen/tree_json.hpp"
#include "base/json.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include <GLFW/glfw3.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace guichet::app {

namespace {

using Reply = std::optional<Json>;

constexpr std::array screens{
    "welcome", "catalogue", "need", "question", "scan", "confirm", "check", "exit", "done"};
constexpr std::array panels{
    "none", "language", "look", "leave", "remove-item", "call", "ways", "code", "point"};
constexpr std::array call_states{"quiet", "sending", "received", "claimed", "here", "beacon"};
constexpr std::array<std::pair<std::string_view, int>, 11> keys{{
    {"tab", GLFW_KEY_TAB},
    {"enter", GLFW_KEY_ENTER},
    {"up", GLFW_KEY_UP},
    {"down", GLFW_KEY_DOWN},
    {"left", GLFW_KEY_LEFT},
    {"right", GLFW_KEY_RIGHT},
    {"home", GLFW_KEY_HOME},
    {"end", GLFW_KEY_END},
    {"backspace", GLFW_KEY_BACKSPACE},
    {"delete", GLFW_KEY_DELETE},
    {"escape", GLFW_KEY_ESCAPE},
}};

template <typename Names, typename Enum>
const char* named(const Names& names, Enum value) {
    const auto index = static_cast<std::size_t>(value);
    return index < names.size() ? names[index] : "?";
}

Json wrong(const std::string& what) {
    return {{"error", what}};
}

Json tree(const Driven& driven) {
    return {{"tree", *parse_json(tree_json(driven.interface.tree()))}};
}

Json screen(const Driven& driven) {
    const auto& visit = driven.visit;
    return {
        {"screen", named(screens, visit.screen)},
        {"panel", named(panels, visit.panel)},
        {"call", named(call_states, visit.call.state)},
        {"language", visit.language},
        {"procedure", visit.procedure ? visit.procedure->id : ""},
        {"question", visit.screen == visit::Screen::Question ? visit.path : ""}};
}

Json window(const Driven& driven) {
    const auto place = driven.window.place();
    const auto display = driven.window.display();
    return {
        {"x", place.x},
        {"y", place.y},
        {"width", place.width},
        {"height", place.height},
        {"pixels_per_mm", display.pixels_per_mm}};
}

/// Begun and drawn: the reply comes when the frames of the touch are over.
Reply settled(const Driven& driven) {
    if (driven.window.input().frames_needed() > 0)
        return std::nullopt;
    return Json{{"ok", true}};
}

Reply tap(const std::string& id, bool begun, const Driven& driven) {
    if (begun)
        return settled(driven);
    const auto* node = ui::find(driven.interface.tree(), id);
    if (node == nullptr)
        return wrong("there is no “" + id + "”");
    if (!node->touchable())
        return wrong("“" + id + "” cannot be touched");
    const auto& seen = node->seen;
    if (seen.width < 2 || seen.height < 2)
        return wrong("“" + id + "” is out of sight");
    const float x = seen.x + seen.width / 2;
    const float y = seen.y + seen.height / 2;
    auto& input = driven.window.input();
    input.push(Input::Move{x, y});
    input.push(Input::Button{true});
    input.push(Input::Button{false});
    return std::nullopt;
}

Reply type(const std::string& text, bool begun, const Driven& driven) {
    if (begun)
        return settled(driven);
    // ImGui's characters are UTF-16 here; every script we have lies in its first plane.
    for (const auto character : to_characters(text))
        driven.window.input().push(Input::Character{static_cast<unsigned>(character)});
    return std::nullopt;
}

std::optional<int> key_number(const std::string& name) {
    const auto* known = std::ranges::find(keys, name, &decltype(keys)::value_type::first);
    if (known != keys.end())
        return known->second;
    for (int i = 13; i <= 24; ++i)
        if (name == "f" + std::to_string(i))
            return GLFW_KEY_F13 + i - 13;
    return std::nullopt;
}

Reply key(const std::string& name, bool begun, const Driven& driven) {
    if (begun)
        return settled(driven);
    const auto number = key_number(name);
    if (!number)
        return wrong("there is no key “" + name + "”");
    driven.window.input().push(Input::Key{*number, true});
    driven.window.input().push(Input::Key{*number, false});
    return std::nullopt;
}

bool holds(const Json& wanted, const Driven& driven) {
    const auto& nodes = driven.interface.tree();
    if (wanted.contains("id"))
        return ui::find(nodes, wanted["id"].get<std::string>()) != nullptr;
    if (wanted.contains("gone"))
        return ui::find(nodes, wanted["gone"].get<std::string>()) == nullptr;
    if (wanted.contains("screen"))
        return wanted["screen"] == named(screens, driven.visit.screen);
    const auto text = wanted.at("text").get<std::string>();
    return std::ranges::any_of(nodes, [&](const auto& node) {
        return node.name.find(text) != std::string::npos ||
               node.value.find(text) != std::string::npos;
    });
}

Reply wait(const Json& json, Instant since, const Driven& driven) {
    if (holds(json.at("for"), driven))
        return settled(driven);
    const std::chrono::duration<double> patience(json.value("seconds", 10.0));
    if (now() - since > patience)
        return wrong("waited in vain for " + to_text(json.at("for")));
    return std::nullopt;
}

Json shot(const std::string& file, const Driven& driven) {
    const auto written = write_png(file, driven.window.picture());
    return written ? Json{{"ok", true}} : wrong(written.error().detail);
}

Json processes(const Driven& driven) {
    return {
        {"visit", ::getpid()},
        {"reader", driven.workers.reader()},
        {"courier", driven.workers.courier()}};
}

Reply obey(const Json& json, bool begun, Instant since, const Driven& driven) {
    const auto what = json.at("do").get<std::string>();
    const auto text = [&](const char* name) { return json.at(name).get<std::string>(); };
    if (what == "tree")
        return tree(driven);
    if (what == "tap")
        return tap(text("id"), begun, driven);
    if (what == "type")
        return type(text("text"), begun, driven);
    if (what == "key")
        return key(text("name"), begun, driven);
    if (what == "settle")
        return settled(driven);
    if (what == "wait")
        return wait(json, since, driven);
    if (what == "shot")
        return shot(text("file"), driven);
    if (what == "screen")
        return screen(driven);
    if (what == "window")
        return window(driven);
    if (what == "figures")
        return *parse_json(driven.figures.text());
    if (what == "processes")
        return processes(driven);
    return wrong("there is no “" + what + "” to do");
}

} // namespace

std::optional<std::string> answer(Drive::Request& request, const Driven& driven) {
    const bool begun = std::exchange(request.begun, true);
    const auto json = parse_json(request.line);
    if (!json)
        return to_text(wrong("not one JSON text on a line"));
    try {
        const auto reply = obey(*json, begun, request.since, driven);
        return reply ? std::optional(to_text(*reply)) : std::nullopt;
    } catch (const Json::exception& error) {
        return to_text(wrong(error.what()));
    }
}

} // namespace guichet::app
