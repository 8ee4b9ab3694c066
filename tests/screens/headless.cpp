// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/headless.hpp"

#include "app/site/offer.hpp"

#include <algorithm>
#include <cfloat>
#include <cstdlib>
#include <iostream>
#include <stdexcept>

#include <imgui.h>

namespace guichet::test {

namespace {

const app::Stock& stock() {
    static const auto loaded = [] {
        auto found = app::load_stock(app::gallery_site());
        if (!found) {
            for (const auto& mistake : found.error())
                std::cerr << mistake << "\n";
            std::abort();
        }
        return std::move(*found);
    }();
    return loaded;
}

} // namespace

std::string to_text(const Setting& setting) {
    return setting.language + " size " + std::to_string(static_cast<int>(setting.size)) +
           " theme " + std::to_string(static_cast<int>(setting.theme)) + " " +
           std::to_string(setting.display.width) + "x" + std::to_string(setting.display.height);
}

const std::vector<app::GalleryState>& all_states() {
    static const auto states = app::gallery_states(stock().offer);
    return states;
}

const app::GalleryState& state_of(std::string_view name) {
    const auto found = std::ranges::find(all_states(), name, &app::GalleryState::name);
    if (found == all_states().end())
        throw std::out_of_range("the gallery has no state " + std::string(name));
    return *found;
}

const i18n::Catalogue& words_in(const std::string& language) {
    return stock().words_in(language);
}

void set_up(app::GalleryState& state, const Setting& setting) {
    state.visit.language = setting.language;
    state.visit.size = setting.size;
    state.visit.theme = setting.theme;
}

Headless::Headless(const ui::Display& display) : m_context(ImGui::CreateContext()) {
    auto& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {static_cast<float>(display.width), static_cast<float>(display.height)};
    io.DeltaTime = 1.0f / 60.0f;
    io.MousePos = {-FLT_MAX, -FLT_MAX};
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
}

Headless::~Headless() {
    ImGui::DestroyContext(m_context);
}

void Headless::frame(const app::GalleryState& state, const Setting& setting) {
    ImGui::NewFrame();
    const auto& beside = state.visit.beside;
    const auto* mediator = beside ? &words_in(beside->language) : nullptr;
    m_interface.draw(
        state.visit, {words_in(setting.language), mediator}, setting.display, state.now
    );
    ImGui::Render();
}

const ui::Tree& Headless::draw(app::GalleryState state, const Setting& setting) {
    set_up(state, setting);
    constexpr int most = 6;
    for (int i = 0; i < most; ++i) {
        frame(state, setting);
        if (i > 0 && !m_interface.restless())
            break;
    }
    return m_interface.tree();
}

const ui::Tree& Headless::press(app::GalleryState state, const Setting& setting, ui::FocusKey key) {
    set_up(state, setting);
    m_interface.press(key);
    frame(state, setting);
    return m_interface.tree();
}

} // namespace guichet::test
