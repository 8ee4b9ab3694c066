// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "i18n/locales.hpp"
#include "ui/kit/frame.hpp"
#include "ui/kit/memory.hpp"

#include <chrono>
#include <functional>
#include <string>

#include <imgui.h>

namespace guichet::ui {

/// ImGui without a window, and a finger. Every frame is 16 ms later than the one before.
class Bench {
public:
    using Draw = std::function<void(Frame&)>;

    Bench() {
        m_io.IniFilename = nullptr;
        unsigned char* pixels = nullptr;
        int width = 0;
        int height = 0;
        m_io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
        for (int i = 0; i < ImGuiKey_COUNT; ++i)
            m_io.KeyMap[i] = 100 + i;
    }
    ~Bench() {
        memory.forget();
        ImGui::DestroyContext(m_imgui);
    }
    Bench(const Bench&) = delete;
    Bench& operator=(const Bench&) = delete;

    const Tree& frame(const Draw& draw) {
        around([&] {
            Frame frame{memory, {words, display, size, theme, now}};
            draw(frame);
        });
        return memory.tree();
    }

    /// A frame of what draws by itself: a whole interface.
    template <typename Drawing>
    void around(Drawing drawing) {
        begin();
        drawing();
        ImGui::Render();
    }

    void move(float x, float y) { m_io.MousePos = {x, y}; }
    void finger(bool down) { m_io.MouseDown[0] = down; }

    /// Down at one place and up at another, a frame each.
    void drag(const Draw& draw, ImVec2 from, ImVec2 to) {
        move(from.x, from.y);
        finger(true);
        frame(draw);
        move(to.x, to.y);
        frame(draw);
        finger(false);
        frame(draw);
        frame(draw);
    }
    void tap(const Draw& draw, float x, float y) { drag(draw, {x, y}, {x, y}); }
    /// At the middle of the node of that name; false when the last frame had none.
    bool tap(const Draw& draw, const std::string& id) {
        const Node* node = find(memory.tree(), id);
        if (!node)
            return false;
        tap(draw, node->rect.x + node->rect.width / 2, node->rect.y + node->rect.height / 2);
        return true;
    }

    NoTextures textures;
    Memory memory{textures};
    i18n::Catalogue words;
    Display display;
    visit::TextSize size{};
    visit::Theme theme{};
    Instant now{};

private:
    void begin() {
        now += std::chrono::milliseconds{16};
        m_io.DisplaySize = {static_cast<float>(display.width), static_cast<float>(display.height)};
        m_io.DeltaTime = 0.016f;
        ImGui::NewFrame();
    }

    ImGuiContext* m_imgui{ImGui::CreateContext()};
    ImGuiIO& m_io{ImGui::GetIO()};
};

/// A screen in a right-to-left language.
inline i18n::Catalogue arabic_words() {
    return *i18n::Catalogue::load(i18n::locales_folder(), i18n::language("ar"));
}

} // namespace guichet::ui
