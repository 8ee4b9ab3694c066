// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/interface.hpp"

#include "ui/kit/frame.hpp"
#include "ui/kit/memory.hpp"
#include "ui/kit/warm.hpp"
#include "ui/screens/beside.hpp"
#include "ui/screens/screens.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>

#include <imgui.h>

namespace guichet::ui {

namespace {

using visit::Panel;
using visit::Screen;

Asked draw_screen(Frame& frame, const visit::Visit& visit) {
    switch (visit.screen) {
    case Screen::Welcome:
        return draw_welcome(frame, visit);
    case Screen::Catalogue:
        return draw_catalogue(frame, visit);
    case Screen::Need:
        return draw_need(frame, visit);
    case Screen::Question:
        return draw_question(frame, visit);
    case Screen::Scan:
        return draw_scan(frame, visit);
    case Screen::Confirm:
        return draw_confirm(frame, visit);
    case Screen::Check:
        return draw_check(frame, visit);
    case Screen::Exit:
        return draw_exit(frame, visit);
    case Screen::Done:
        return draw_done(frame, visit);
    }
    return std::nullopt;
}

Asked draw_all(Frame& frame, const visit::Visit& visit) {
    if (visit.ends)
        return draw_idle(frame, visit);
    switch (visit.panel) {
    case Panel::None:
        break;
    case Panel::Language:
        return draw_language_panel(frame, visit);
    case Panel::Look:
        return draw_look_panel(frame, visit);
    case Panel::Leave:
        return draw_leave_panel(frame, visit);
    case Panel::RemoveItem:
        return draw_remove_panel(frame, visit);
    case Panel::Ways:
        return draw_ways_panel(frame, visit);
    case Panel::Code:
        return draw_code_panel(frame, visit);
    case Panel::Point:
        return draw_point_panel(frame, visit);
    case Panel::Call:
        return draw_call_panel(frame, visit);
    }
    if (visit.curtain)
        return draw_curtain(frame, visit);
    if (split_of(frame, visit) == Split::Alone)
        return draw_side_alone(frame, visit);
    return draw_screen(frame, visit);
}

/// What stands above and beside a screen moves it: a new scene.
std::string around(const visit::Visit& visit) {
    std::string name;
    if (visit.beside)
        name += visit.beside->open ? ":side" : ":beside";
    if (visit.beside && visit.beside->holds)
        name += ":lent";
    if (visit.pointing && visit.pointing->allowed)
        name += ":pointed";
    return name;
}

/// What Memory::scene compares: a new one starts with its own scroll, caret and focus.
std::string scene(const visit::Visit& visit) {
    if (visit.ends)
        return "idle";
    if (visit.panel != Panel::None)
        return "panel:" + std::to_string(static_cast<int>(visit.panel)) + ":" +
               std::to_string(static_cast<int>(visit.call.state)) + around(visit);
    if (visit.curtain)
        return "curtain" + around(visit);
    auto name = "screen:" + std::to_string(static_cast<int>(visit.screen));
    if (visit.screen == Screen::Scan)
        name += ":" + std::to_string(static_cast<int>(visit.scanning.state));
    return name + ":" + visit.path + around(visit);
}

/// The thing a mediator points at, and how much of its time is left: 1 down to 0.
struct Pointed {
    std::string_view mark{};
    float left{};
};

Pointed pointed(const visit::Visit& visit, Instant now) {
    const auto& pointing = visit.pointing;
    if (!pointing || !pointing->allowed || pointing->mark.empty() || visit.panel != Panel::None)
        return {};
    const std::chrono::duration<float> gone = now - pointing->marked;
    const std::chrono::duration<float> all = visit::mark_lasts;
    return {pointing->mark, std::max(0.0f, 1 - gone / all)};
}

bool was_touched() {
    const auto& io = ImGui::GetIO();
    return ImGui::IsMouseClicked(ImGuiMouseButton_Left) || io.InputQueueCharacters.Size > 0;
}

} // namespace

struct Interface::Inside {
    explicit Inside(Textures& textures) : memory(textures) {}

    Memory memory;
    bool key{false}; ///< a focus key was pressed since the last frame
};

Interface::Interface(Textures& textures) : m_inside(std::make_unique<Inside>(textures)) {}

Interface::~Interface() = default;

void Interface::warm(const i18n::Language& language, const Display& display) {
    warm_letters(language, Metrics{display, visit::TextSize::Normal});
}

std::optional<visit::Event> Interface::draw(
    const visit::Visit& visit, const Words& words, const Display& display, Instant now
) {
    auto& memory = m_inside->memory;
    memory.scene(scene(visit), now, "call");
    Asked asked;
    {
        const Pointed at = pointed(visit, now);
        Frame frame{
            memory,
            {.words = words.person,
             .display = display,
             .size = visit.size,
             .theme = visit.theme,
             .now = now,
             .beside = words.beside,
             .ring = at.mark,
             .ring_left = at.left}};
        if (at.left > 0)
            memory.ask_another_frame(); // until it has faded
        asked = draw_all(frame, visit);
    }
    const bool awake = m_inside->key || was_touched();
    m_inside->key = false;
    if (!asked && awake)
        asked = visit::did::Touch{};
    return asked;
}

const Tree& Interface::tree() const {
    return m_inside->memory.tree();
}

void Interface::press(FocusKey key) {
    m_inside->key = true;
    m_inside->memory.press(key);
}

void Interface::keep_pressed(bool down) {
    m_inside->memory.keep_pressed(down);
}

bool Interface::restless() const {
    return m_inside->memory.restless();
}

void Interface::forget() {
    m_inside->memory.forget();
}

} // namespace guichet::ui
