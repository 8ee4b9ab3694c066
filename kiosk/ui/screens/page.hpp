// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/widgets.hpp"
#include "ui/screens/beside.hpp"
#include "ui/screens/offer_help.hpp"
#include "ui/screens/screens.hpp"

#include <optional>
#include <string>

namespace guichet::ui {

/// The main action of a screen, at the footer's end: at least 20 mm.
struct Action {
    Button button;
    visit::Event event;
    std::string id{"continue"};
};

/// What the frame around a screen shows.
struct Around {
    i18n::Message title{};              ///< empty: the procedure's title
    bool progress{true};                ///< step and bar, when there is a procedure
    bool language{true};                ///< the language button
    bool look{true};                    ///< text size and colours
    bool leave{true};                   ///< "Terminer"
    std::optional<visit::Event> back{}; ///< absent: nothing to go back to
    std::optional<Button> main{};       ///< that of finish(), where it is known: help is offered in
                                        ///< the room that it leaves
    bool header{true};
};

/// The header and footer that every screen shares. The button that calls somebody has the same
/// place and size on all of them: it depends on the display, the text size and the language only.
class Page {
public:
    /// Draws the background and the header.
    Page(Frame& frame, const visit::Visit& visit, const Around& around);

    /// Between header and footer.
    Rect body() const { return m_body; }
    /// The body without the page's margins.
    Rect inside() const;

    /// The first one asked in a frame is the one.
    void ask(visit::Event event);

    /// Draws the footer; what was asked on the whole page.
    Asked finish(const std::optional<Action>& main = std::nullopt);

private:
    Frame& m_frame;
    const visit::Visit& m_visit;
    Around m_around;
    Rect m_body;
    Split m_split;
    Rect m_side{}; ///< the mediator's, when the screen is in two
    HelpOffer m_offer;
    Asked m_asked;
};

/// What main actions say. The footer makes room for the longest in each language.
namespace main_label {
i18n::Message start();
i18n::Message go_on();
i18n::Message right();
i18n::Message take_picture();
i18n::Message shoot(); ///< of a camera being looked through
i18n::Message finish();
i18n::Message still_here();
i18n::Message all_right();
i18n::Message stay();
i18n::Message close();
i18n::Message agree();
i18n::Message keep();
} // namespace main_label

/// "Commencer →" and "Continuer →", for Continue.
Action start();
Action go_on();
/// From a panel: the visit goes on; or "Fermer", where a curtain hides it.
Action back_to_visit(const visit::Visit& visit);

} // namespace guichet::ui
