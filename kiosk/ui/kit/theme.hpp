// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/style.hpp"
#include "ui/display.hpp"
#include "visit/look.hpp"

namespace guichet::ui {

/// The tokens of DESIGN.md section 7. In the two-colour themes every one is one of two colours, and
/// what is chosen, wrong or human is told by a mark, a sign and words.
struct Colours {
    text::Colour paper; ///< the background
    text::Colour card;
    text::Colour ink;
    text::Colour soft; ///< secondary words; ≥ 4.5:1, 10:1 where the theme promises it
    text::Colour line;
    text::Colour action;
    text::Colour action_soft; ///< behind a chosen option
    text::Colour on_action;
    text::Colour human; ///< means "a human" and nothing else; a fill, its words are on_human
    text::Colour human_soft;
    text::Colour on_human;
    text::Colour ok;
    text::Colour error;
    text::Colour error_soft;
    text::Colour focus;
    text::Colour human_ink; ///< words and signs about a human on human_soft, card or paper
    text::Colour hairline;  ///< decoration only: what can be touched has `line` around it
};

const Colours& colours(visit::Theme theme);

/// Contrast ratio of WCAG 2 (1 to 21).
double contrast(text::Colour a, text::Colour b);

/// What a text is for; its size, weight and line height follow.
enum class TextRole { Title, Question, Heading, Body, Small, Button, Value, Key, Icon, BigIcon };

/// Every size on the screen, from millimetres.
class Metrics {
public:
    Metrics(const Display& display, visit::TextSize size);

    float mm(float millimetres) const { return millimetres * m_pixels_per_mm; }
    text::Style style(TextRole role) const;
    /// Only so much room across is left: may make it `narrow`, changes no size.
    void squeeze(float width);

    float target() const;                     ///< least height and width of anything touched
    float main_target() const;                ///< main actions
    float gap() const { return mm(3.0f); }    ///< least room between two targets
    float margin() const { return m_margin; } ///< of the page; smaller on a small screen
    float radius() const { return mm(2.5f); }
    float border() const; ///< thin line, ≥ 1 px
    /// A screen too small for the sizes promised (1024×768 on 10 inches): the least that still fits
    /// is used for the frame around.
    bool narrow() const { return m_narrow; } ///< portrait or little room across: one column
    bool low() const { return m_low; }       ///< little room down

private:
    float m_pixels_per_mm;
    float m_scale; ///< of the text size chosen
    visit::TextSize m_size;
    float m_margin{};
    float m_room{}; ///< 0 on a small screen, 1 on a roomy one: sizes grow between the two
    bool m_narrow{};
    bool m_low{};
    bool m_small{}; ///< the screen itself, whatever the text size
};

} // namespace guichet::ui
