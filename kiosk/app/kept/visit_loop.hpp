// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/screen/drive.hpp"
#include "app/screen/figures.hpp"
#include "app/screen/gl_textures.hpp"
#include "app/screen/window.hpp"
#include "app/site/offer.hpp"
#include "app/work/inbox.hpp"
#include "app/work/workers.hpp"
#include "ui/interface.hpp"
#include "visit/visit.hpp"

#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace guichet::app {

/// The one loop: event → visit → effects, visit → screen. Draws only what changed and sleeps
/// otherwise.
class VisitLoop {
public:
    VisitLoop(
        Window& window,
        const Stock& stock,
        const Site& site,
        const Children& children,
        Figures& figures
    );

    /// Lays out the welcome screen while nobody sees the window.
    void prepare();
    /// Sleeps until `shown` says so, then shows the window with a fresh visit.
    void wait_for(const std::function<bool()>& shown);
    void show();
    /// `turned` is called at each turn of the loop, when what had to be drawn is drawn.
    void at_each_turn(std::function<void()> turned) { m_turned = std::move(turned); }
    void accept(std::unique_ptr<Drive> drive) { m_drive = std::move(drive); }

    /// Until the visit has ended, or its window was closed. Nothing of the person is left in this
    /// object then.
    void run();

private:
    void begin();
    void draw_unseen();
    ui::Words words() const;
    void handle(const visit::Event& event);
    void hear();
    void draw();
    void sleep();
    void wipe();
    bool serve();
    void show_labels();

    Window& m_window;
    const Stock& m_stock;
    Figures& m_figures;
    Inbox m_inbox;
    Workers m_workers;
    GlTextures m_gl{};
    TimedTextures m_textures;
    ui::Interface m_interface;
    visit::Visit m_visit{};
    std::unique_ptr<Drive> m_drive{};
    std::function<void()> m_turned{[] {}};
    std::pair<std::string, call::Layout> m_labels{}; ///< last shown, for which wish to point
    int m_frames{0};                                 ///< still to be drawn
    bool m_driven{false};
    bool m_undrawn{false}; ///< the visit has changed since the last frame
    bool m_over{false};
};

} // namespace guichet::app
