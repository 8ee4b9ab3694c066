// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/gallery_states.hpp"
#include "ui/interface.hpp"

#include <string>
#include <string_view>
#include <vector>

struct ImGuiContext;

namespace guichet::test {

/// How a state is looked at.
struct Setting {
    std::string language{"fr"};
    visit::TextSize size{};
    visit::Theme theme{};
    ui::Display display{1920, 1080, 4.03f};
};

std::string to_text(const Setting& setting);

void set_up(app::GalleryState& state, const Setting& setting);

/// ImGui without a screen, and an interface that draws on nothing.
class Headless {
public:
    explicit Headless(const ui::Display& display);
    ~Headless();
    Headless(const Headless&) = delete;
    Headless& operator=(const Headless&) = delete;

    /// The tree once the screen stands still.
    const ui::Tree& draw(app::GalleryState state, const Setting& setting);
    /// One frame of a state that is set up, still or not.
    void frame(const app::GalleryState& state, const Setting& setting);
    /// One key for the focus, then a frame.
    const ui::Tree& press(app::GalleryState state, const Setting& setting, ui::FocusKey key);

private:
    ui::NoTextures m_textures;
    ui::Interface m_interface{m_textures};
    ImGuiContext* m_context;
};

/// All states of the gallery on our own forms, made once.
const std::vector<app::GalleryState>& all_states();
/// The one of that name; throws, which fails the test, when there is none.
const app::GalleryState& state_of(std::string_view name);
const i18n::Catalogue& words_in(const std::string& language);

} // namespace guichet::test
