// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/widgets.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace guichet::ui {
namespace {

struct Glyph {
    Icon icon;
    std::string_view character;
};

/// Code points of fonts-material-design-icons-iconfont, as UTF-8; beside them its names.
constexpr std::array<Glyph, 50> glyphs{{
    {Icon::Back, "\uE5C4"},       // arrow_back
    {Icon::Forward, "\uE5C8"},    // arrow_forward
    {Icon::Check, "\uE5CA"},      // check
    {Icon::Close, "\uE5CD"},      // close
    {Icon::Human, "\uE769"},      // front_hand
    {Icon::Language, "\uE8E2"},   // translate
    {Icon::TextSize, "\uE245"},   // format_size
    {Icon::Scan, "\uE5FA"},       // document_scanner
    {Icon::Edit, "\uE3C9"},       // edit
    {Icon::Delete, "\uE872"},     // delete
    {Icon::Add, "\uE145"},        // add
    {Icon::Print, "\uE8AD"},      // print
    {Icon::Save, "\uE161"},       // save
    {Icon::Home, "\uE88A"},       // home
    {Icon::Search, "\uE8B6"},     // search
    {Icon::Phone, "\uE0B0"},      // call
    {Icon::Clock, "\uE8B5"},      // schedule
    {Icon::Place, "\uE55F"},      // place
    {Icon::Paper, "\uE873"},      // description
    {Icon::Info, "\uE88E"},       // info
    {Icon::Warning, "\uE002"},    // warning
    {Icon::Question, "\uE887"},   // help
    {Icon::Proven, "\uEF76"},     // verified
    {Icon::People, "\uE7FB"},     // people
    {Icon::Up, "\uE5D8"},         // arrow_upward
    {Icon::Down, "\uE5DB"},       // arrow_downward
    {Icon::Erase, "\uE14A"},      // backspace
    {Icon::Shift, "\uE318"},      // keyboard_capslock
    {Icon::Lock, "\uE897"},       // lock
    {Icon::Retry, "\uE5D5"},      // refresh
    {Icon::Eye, "\uE8F4"},        // visibility
    {Icon::Hidden, "\uE8F5"},     // visibility_off
    {Icon::Money, "\uEA15"},      // euro
    {Icon::Health, "\uE1D5"},     // health_and_safety
    {Icon::House, "\uE587"},      // cottage
    {Icon::Heart, "\uE87D"},      // favorite
    {Icon::CaretLeft, "\uE314"},  // keyboard_arrow_left
    {Icon::CaretRight, "\uE315"}, // keyboard_arrow_right
    {Icon::Line, "\uE31B"},       // keyboard_return
    {Icon::Crop, "\uE3BE"},       // crop
    {Icon::Walk, "\uE536"},       // directions_walk
    {Icon::Book, "\uEA19"},       // menu_book
    {Icon::Screen, "\uE30C"},     // desktop_windows
    {Icon::Rights, "\uEAF6"},     // balance
    {Icon::Unwell, "\uE1EB"},     // emergency
    {Icon::Good, "\uE813"},       // sentiment_satisfied
    {Icon::Middling, "\uE812"},   // sentiment_neutral
    {Icon::Bad, "\uE811"},        // sentiment_dissatisfied
    {Icon::Person, "\uE7FD"},     // person
    {Icon::Keyboard, "\uE312"},   // keyboard
}};

std::string_view glyph(Icon icon) {
    const auto* found = std::ranges::find(glyphs, icon, &Glyph::icon);
    return found == glyphs.end() ? std::string_view{} : found->character;
}

/// Where the font of symbols is missing: those that stand on a button without words, as any font
/// has them.
constexpr std::array<Glyph, 12> plain{{
    {Icon::Back, "←"},
    {Icon::Forward, "→"},
    {Icon::Up, "↑"},
    {Icon::Down, "↓"},
    {Icon::CaretLeft, "‹"},
    {Icon::CaretRight, "›"},
    {Icon::Close, "×"},
    {Icon::Check, "✓"},
    {Icon::Delete, "×"},
    {Icon::Erase, "«"},
    {Icon::Shift, "^"},
    {Icon::Line, "¶"},
}};

void draw_plain(Frame& frame, const Rect& rect, Icon icon, text::Colour colour) {
    const auto* found = std::ranges::find(plain, icon, &Glyph::icon);
    if (found != plain.end())
        frame.words_centred(rect, found->character, TextRole::Key, colour);
}

Icon towards_reading(Icon icon) {
    if (icon == Icon::Back)
        return Icon::Forward;
    return icon == Icon::Forward ? Icon::Back : icon;
}

} // namespace

void icon(Frame& frame, const Rect& rect, Icon icon, text::Colour colour, TextRole role) {
    if (icon == Icon::None)
        return;
    if (frame.mirrored())
        icon = towards_reading(icon);
    // One character of a square font: shown whole even where the rect is smaller.
    const float side = frame.metrics().style(role).cap_height;
    const float x = rect.x + (rect.width - side) / 2;
    const float y = rect.y + (rect.height - side) / 2;
    const WordCache::Words symbol{
        glyph(icon), frame.metrics().style(role), &i18n::french(), side * 2};
    if (frame.memory().words().lay_out(symbol).paragraph().unknown_glyphs() > 0)
        return draw_plain(frame, rect, icon, colour);
    frame.draw({frame.mirrored() ? x - side : x, y, side * 2, side}, symbol, colour);
}

} // namespace guichet::ui
