// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"
#include "i18n/message.hpp"
#include "ui/kit/frame.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace guichet::ui {

/// Material icons used (fonts-material-design-icons-iconfont), by meaning.
enum class Icon {
    None,
    Back,
    Forward,
    Check,
    Close,
    Human,
    Language,
    TextSize,
    Scan,
    Edit,
    Delete,
    Add,
    Print,
    Save,
    Home,
    Search,
    Phone,
    Clock,
    Place,
    Paper,
    Info,
    Warning,
    Question,
    Proven,
    People,
    Up,
    Down,
    Erase,
    Shift,
    Lock,
    Retry,
    Eye,
    Hidden,
    Money,
    Health,
    House,
    Heart,
    CaretLeft,
    CaretRight,
    Line,
    Crop,
    Walk,
    Book,
    Screen,
    Rights,
    Unwell,
    Good,
    Middling,
    Bad,
    Person,
    Keyboard
};

enum class Look {
    Main,   ///< filled with the action colour: one a screen
    Second, ///< outlined in the action colour
    Quiet,  ///< outlined in the line colour, round: header, "Corriger"
    Human,  ///< filled with the human colour: only to call somebody
    Danger, ///< outlined in the error colour
};

struct Button {
    i18n::Message label;
    Look look{Look::Second};
    Icon icon{Icon::None};
    bool icon_after{false}; ///< "Continuer →"
    bool enabled{true};
};

/// The size it wants: never smaller than a target.
text::Size button_size(Frame& frame, const Button& button, float most_width);
/// True when pressed.
bool button(Frame& frame, std::string_view id, const Rect& rect, const Button& button);

/// Words with their node; returns the height used.
float label(
    Frame& frame,
    std::string_view id,
    const Rect& rect,
    const i18n::Message& words,
    TextRole role,
    text::Colour colour
);
float heading(Frame& frame, std::string_view id, const Rect& rect, const i18n::Message& words);
float label_height(Frame& frame, const i18n::Message& words, TextRole role, float width);

/// A symbol centred in the rect; no node.
void icon(
    Frame& frame, const Rect& rect, Icon icon, text::Colour colour, TextRole role = TextRole::Icon
);

void card(Frame& frame, const Rect& rect);
void rule(Frame& frame, const Rect& rect); ///< a thin line across the rect's top

/// A card that can be touched: a round or square mark, a label, a smaller second line, an icon.
struct Choice {
    i18n::Message label;
    i18n::Message help{};
    Icon icon{Icon::None};
    enum class Mark { None, Round, Square } mark{Mark::None};
    bool chosen{false};
    bool found{false}; ///< offered because of what was typed
};
float choice_height(Frame& frame, const Choice& choice, float width);
bool choice(Frame& frame, std::string_view id, const Rect& rect, const Choice& choice);

/// A sentence about something to correct, with the warning sign.
float alert(Frame& frame, std::string_view id, const Rect& rect, const i18n::Message& words);
float alert_height(Frame& frame, const i18n::Message& words, float width);

/// The picture fitted into the rect, with the boxes framed. Returns where it was drawn.
Rect picture(
    Frame& frame,
    std::string_view id,
    const Rect& rect,
    const Picture& picture,
    const i18n::Message& name,
    const std::vector<Box>& boxes = {}
);

void progress_bar(Frame& frame, const Rect& rect, int step, int steps);

} // namespace guichet::ui
