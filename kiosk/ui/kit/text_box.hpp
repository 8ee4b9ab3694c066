// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "i18n/message.hpp"
#include "procedure/type.hpp"
#include "ui/kit/frame.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace guichet::ui {

/// One box to type in. The text is the visit's; the box only keeps the caret.
struct TextBox {
    i18n::Message label{}; ///< above the box; may be empty
    i18n::Message name{};  ///< for the tree when there is no label
    std::string_view text;
    std::string shown{}; ///< `text` grouped for reading; empty: as it is
    i18n::Message suffix{};
    int longest{80};
    bool tall{false};  ///< several lines
    bool wrong{false}; ///< error colour
    bool secret{false};
    bool capitals{false};    ///< the keyboard offers a capital at each word's start
    bool own_letters{false}; ///< the keyboard offers those of the person's language
};

float text_box_height(Frame& frame, const TextBox& box, float width);
/// Draws it; touching it gives it the caret. Returns true when it has the caret.
bool text_box(Frame& frame, std::string_view id, const Rect& rect, const TextBox& box);
/// The box that has the caret gets it here if none has.
void give_caret(Frame& frame, std::string_view id);

/// The on-screen keyboard, and the physical one. Returns the text of the caret's box after the keys
/// of this frame, when it changed. A held physical key repeats only Backspace; on-screen keys act
/// once a press.
std::optional<std::string>
keyboard(Frame& frame, const Rect& rect, procedure::Keyboard keys, const TextBox& box);
/// Height it wants for this width: four or five rows of ≥ 15 mm where the screen has room.
float keyboard_height(Frame& frame, procedure::Keyboard keys, float width);

} // namespace guichet::ui
