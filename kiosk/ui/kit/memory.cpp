// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/memory.hpp"

#include "ui/interface.hpp"

#include <utility>

#include <imgui.h>

namespace guichet::ui {
namespace {

constexpr std::chrono::milliseconds double_tap{250};

} // namespace

void Memory::press(FocusKey key) {
    m_focus.press(key, m_tree);
}

void Memory::scene(std::string_view scene, Instant now, std::string_view steady) {
    if (m_scene == scene)
        return;
    const bool first = m_scene.empty();
    m_scene = scene;
    m_scene_began = now;
    m_scene_frames = 0;
    m_scrolls.clear();
    m_caret = {};
    m_alert_wanted = false;
    m_keyboard.shift = false;
    m_keyboard.signs = false;
    if (first)
        return;
    if (steady.empty() || !m_pointer.is_on(steady))
        m_pointer.cancel();
    m_pointer.pause_until(now + double_tap);
    if (steady.empty() || m_focus.id() != steady)
        m_focus.restart();
}

void Memory::forget() {
    m_words.forget();
    m_pointer = {};
    m_focus.forget();
    m_caret = {};
    m_keyboard = {};
    m_hold = {};
    m_alert_wanted = false;
    m_scrolls.clear();
    m_scene.clear();
    m_scene_frames = 0;
    m_tree.clear();
    m_restless = false;
}

void Memory::begin_frame(Instant now) {
    const ImGuiIO& io = ImGui::GetIO();
    const bool valid = ImGui::IsMousePosValid(&io.MousePos);
    m_pointer.begin({io.MousePos.x, io.MousePos.y, io.MouseDown[0], valid}, now);
    if (m_pointer.went_down())
        m_focus.hide();
    m_restless = false;
}

void Memory::end_frame(Tree tree) {
    m_tree = std::move(tree);
    ++m_scene_frames;
    m_focus.end(m_tree);
    m_pointer.end();
    m_words.end_frame();
}

} // namespace guichet::ui
