// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kept/visit_loop.hpp"

#include "app/calls/random_word.hpp"
#include "app/screen/drive_commands.hpp"
#include "base/clock.hpp"
#include "text/paragraph.hpp"
#include "ui/layout.hpp"

#include <algorithm>
#include <cstdio>

#include <imgui/imgui.h>

namespace guichet::app {

namespace {

using namespace std::chrono_literals;

/// ImGui needs a second look after a change (facts/kiosk.md section 8).
constexpr int frames_after_change = 2;
constexpr auto restless_pause = 16ms;
constexpr auto driven_pause = 20ms;

} // namespace

VisitLoop::VisitLoop(
    Window& window, const Stock& stock, const Site& site, const Children& children, Figures& figures
)
    : m_window(window), m_stock(stock), m_figures(figures), m_inbox(Window::wake),
      m_workers(site, children, m_inbox), m_textures(m_gl), m_interface(m_textures) {
    begin();
}

void VisitLoop::begin() {
    m_visit = visit::begin(m_stock.offer, random_word(), now(), today());
}

ui::Words VisitLoop::words() const {
    return {m_stock.words_in(m_visit.language), m_stock.beside_words(m_visit)};
}

void VisitLoop::prepare() {
    m_window.begin_frame();
    ImGui::NewFrame();
    m_interface.draw(m_visit, words(), m_window.display(), now());
    ImGui::Render();
    m_window.end_frame();
    for (const auto* code : {"fr", "ar"})
        ui::Interface::warm(i18n::language(code), m_window.display());
    draw_unseen();
}

/// What people open first, onto nothing: sizes and symbols that only these screens have are then
/// known to the libraries.
void VisitLoop::draw_unseen() {
    ui::NoTextures nothing;
    ui::Interface unseen{nothing};
    visit::Visit visit = m_visit;
    visit.screen = visit::Screen::Catalogue;
    for (const auto panel : {visit::Panel::None, visit::Panel::Look, visit::Panel::Call}) {
        visit.panel = panel;
        ImGui::NewFrame();
        unseen.draw(visit, words(), m_window.display(), now());
        ImGui::Render();
    }
}

void VisitLoop::wait_for(const std::function<bool()>& shown) {
    while (!shown()) {
        m_turned();
        m_window.wait(std::nullopt);
    }
}

void VisitLoop::show() {
    begin(); // its time begins when somebody can see it
    m_window.show();
    m_window.wait(0ms);
    draw();
    m_frames = frames_after_change;
    m_workers.warm();
}

void VisitLoop::run() {
    while (!m_over && !m_window.closed()) {
        hear();
        const auto due = visit::next_wake(m_visit, now());
        if (due && *due <= now())
            handle(visit::happened::Tick{});
        const int wanted = std::max(m_frames, m_window.input().frames_needed());
        if (!m_over && (wanted > 0 || m_window.stale() || m_interface.restless()))
            draw();
        m_driven = serve();
        m_turned();
        if (!m_over)
            sleep();
    }
    wipe();
}

void VisitLoop::hear() {
    for (const auto& event : m_inbox.take())
        handle(event);
}

void VisitLoop::handle(const visit::Event& event) {
    visit::renew_day(m_visit, today());
    const auto effects = visit::handle(m_visit, event, now());
    m_frames = frames_after_change;
    m_undrawn = true;
    for (const auto& effect : effects) {
        if (std::holds_alternative<visit::please::End>(effect))
            m_over = true;
        else
            m_workers.perform(effect, m_visit, m_stock);
    }
}

void VisitLoop::draw() {
    const auto start = Figures::Clock::now();
    m_undrawn = false;
    m_window.begin_frame();
    const bool typing = std::ranges::any_of(m_interface.tree(), [](const auto& node) {
        return node.role == ui::Role::TextBox;
    });
    const auto input = m_window.input().next(ImGui::GetIO(), typing);
    for (const auto key : input.keys)
        m_interface.press(key);
    m_interface.keep_pressed(input.pressing);
    m_textures.take();
    const auto before = Figures::Clock::now();
    ImGui::NewFrame();
    const auto asked = m_interface.draw(m_visit, words(), m_window.display(), now());
    ImGui::Render();
    const auto ours = Figures::Clock::now() - before - m_textures.take();
    m_window.end_frame();
    m_figures.frame(ours, Figures::Clock::now() - start);
    m_frames = std::max(0, m_frames - 1);
    show_labels();
    if (asked)
        handle(*asked);
    else if (input.touched)
        handle(visit::did::Touch{});
}

/// Whoever points from a console sees each new screen's labels, once the person agreed.
void VisitLoop::show_labels() {
    const auto& pointing = m_visit.pointing;
    if (!pointing || !pointing->allowed) {
        m_labels = {};
        return;
    }
    std::pair labels{
        pointing->id, ui::to_layout(m_interface.tree(), ui::whole(m_window.display()))};
    if (m_labels == labels)
        return;
    m_labels = std::move(labels);
    m_workers.show_labels(m_labels.first, m_labels.second);
}

bool VisitLoop::serve() {
    if (!m_drive || m_undrawn) // a driver sees the visit and its screen agree
        return m_driven;
    const Driven driven{m_window, m_interface, m_visit, m_workers, m_figures};
    return m_drive->serve([&](Drive::Request& request) { return answer(request, driven); });
}

void VisitLoop::sleep() {
    if (m_frames > 0 || m_window.input().frames_needed() > 0 || m_window.stale())
        return m_window.wait(0ms);
    std::optional<std::chrono::milliseconds> patience;
    if (const auto due = visit::next_wake(m_visit, now()))
        patience = std::max(*due - now(), std::chrono::milliseconds{1});
    const auto no_longer = [&](std::chrono::milliseconds most) {
        patience = patience ? std::min(*patience, most) : most;
    };
    if (m_interface.restless())
        no_longer(restless_pause);
    if (m_driven)
        no_longer(driven_pause);
    m_window.wait(patience);
}

/// The kernel takes every page back when the process ends; what is easily found is overwritten
/// before.
void VisitLoop::wipe() {
    m_workers.wipe();
    m_visit = visit::Visit();
    m_interface.forget();
    text::forget_all();
}

} // namespace guichet::app
