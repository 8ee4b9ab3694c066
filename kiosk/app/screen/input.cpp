// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screen/input.hpp"

#include <algorithm>
#include <array>
#include <cfloat>
#include <utility>

#include <GLFW/glfw3.h>
#include <imgui/imgui.h>

namespace guichet::app {

namespace {

constexpr int frames_until_parked = 2;
constexpr int frames_after_input = 2;

/// The only keys that reach ImGui: what a text box needs.
constexpr std::array<std::pair<ImGuiKey_, int>, 8> editing{{
    {ImGuiKey_Backspace, GLFW_KEY_BACKSPACE},
    {ImGuiKey_Delete, GLFW_KEY_DELETE},
    {ImGuiKey_LeftArrow, GLFW_KEY_LEFT},
    {ImGuiKey_RightArrow, GLFW_KEY_RIGHT},
    {ImGuiKey_Home, GLFW_KEY_HOME},
    {ImGuiKey_End, GLFW_KEY_END},
    {ImGuiKey_Enter, GLFW_KEY_ENTER},
    {ImGuiKey_KeyPadEnter, GLFW_KEY_KP_ENTER},
}};

bool is_editing(int key) {
    return std::ranges::any_of(editing, [&](const auto& each) { return each.second == key; });
}

} // namespace

void Input::map_keys(ImGuiIO& io) {
    for (const auto& [name, number] : editing)
        io.KeyMap[name] = number;
}

std::optional<ui::FocusKey> Input::focus_key(int key, const Held& held) {
    const bool moves_caret = key == GLFW_KEY_LEFT || key == GLFW_KEY_RIGHT || key == GLFW_KEY_HOME;
    if (moves_caret && held.typing)
        return std::nullopt;
    switch (key) {
    case GLFW_KEY_TAB:
        return held.shift ? ui::FocusKey::Previous : ui::FocusKey::Next;
    case GLFW_KEY_DOWN:
    case GLFW_KEY_RIGHT:
    case GLFW_KEY_F14: // tactile keypads send F13 to F24 (facts/kiosk.md section 6)
        return ui::FocusKey::Next;
    case GLFW_KEY_UP:
    case GLFW_KEY_LEFT:
    case GLFW_KEY_F13:
        return ui::FocusKey::Previous;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:
    case GLFW_KEY_F15:
        return ui::FocusKey::Press;
    case GLFW_KEY_HOME:
    case GLFW_KEY_F16:
        return ui::FocusKey::Home;
    default:
        return std::nullopt;
    }
}

void Input::push(const Event& event) {
    const bool move = std::holds_alternative<Move>(event);
    if (move && !m_waiting.empty() && std::holds_alternative<Move>(m_waiting.back()))
        m_waiting.pop_back(); // only where the finger is now matters
    if (m_waiting.size() >= most_waiting)
        m_waiting.pop_front();
    m_waiting.push_back(event);
}

int Input::frames_needed() const {
    const int waiting = static_cast<int>(m_waiting.size());
    return waiting > 0 ? waiting + frames_after_input : m_settling;
}

Input::Frame Input::next(ImGuiIO& io, bool typing) {
    m_held.typing = typing;
    if (m_until_parked > 0 && --m_until_parked == 0)
        io.MousePos = {-FLT_MAX, -FLT_MAX};
    m_settling = m_waiting.empty() ? std::max(0, m_settling - 1) : frames_after_input;
    Frame frame;
    Taken taken;
    while (!m_waiting.empty()) {
        const auto event = m_waiting.front();
        std::visit([&](const auto& each) { apply(each, io, frame, taken); }, event);
        if (taken.again)
            break;
        m_waiting.pop_front();
    }
    frame.pressing = m_pressing;
    return frame;
}

void Input::apply(const Move& move, ImGuiIO& io, Frame&, Taken& taken) {
    taken.again = taken.button; // a button changes where the finger was, not where it went next
    if (taken.again)
        return;
    io.MousePos = {move.x, move.y};
    m_until_parked = io.MouseDown[0] ? 0 : frames_until_parked;
}

void Input::apply(const Button& button, ImGuiIO& io, Frame& frame, Taken& taken) {
    taken.again = taken.button;
    if (taken.again)
        return;
    taken.button = true;
    io.MouseDown[0] = button.down;
    frame.touched = frame.touched || button.down;
    m_until_parked = button.down ? 0 : frames_until_parked;
}

void Input::apply(const Character& character, ImGuiIO& io, Frame& frame, Taken&) {
    io.AddInputCharacter(character.code);
    frame.touched = true;
}

void Input::apply(const Key& key, ImGuiIO& io, Frame& frame, Taken& taken) {
    if (key.key == GLFW_KEY_LEFT_SHIFT || key.key == GLFW_KEY_RIGHT_SHIFT)
        m_held.shift = key.down;
    if (is_editing(key.key)) {
        auto& down = io.KeysDown[key.key];
        // Down and up within one frame would be seen as nothing.
        taken.again = down && !key.down && io.KeysDownDuration[key.key] < 0;
        if (taken.again)
            return;
        down = key.down;
    }
    const auto focus = focus_key(key.key, m_held);
    if (focus == ui::FocusKey::Press)
        m_pressing = key.down;
    if (!key.down)
        return;
    frame.touched = true;
    if (focus)
        frame.keys.push_back(*focus);
}

void Input::apply(const Wheel& wheel, ImGuiIO& io, Frame& frame, Taken&) {
    io.MouseWheel += wheel.steps;
    frame.touched = true;
}

} // namespace guichet::app
