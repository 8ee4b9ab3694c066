#include "ui/kit/widgets.hpp"

#include <string_view>

namespace guichet::ui {
namespace {

/// Code points of fonts-material-design-icons-iconfont, as UTF-8.
std::string_view glyph(Icon icon) {
    switch (icon) {
    case Icon::None:
        return "";
    case Icon::Back:
        return "\uE5C4"; // arrow_back
    case Icon::Forward:
        return "\uE5C8"; // arrow_forward
    case Icon::Check:
        return "\uE5CA"; // check
    case Icon::Close:
        return "\uE5CD"; // close
    case Icon::Human:
        return "\uE769"; // front_hand
    case Icon::Language:
        return "\uE8E2"; // translate
    case Icon::TextSize:
        return "\uE245"; // format_size
    case Icon::Scan:
        return "\uE5FA"; // document_scanner
    case Icon::Edit:
        return "\uE3C9"; // edit
    case Icon::Delete:
        return "\uE872"; // delete
    case Icon::Add:
        return "\uE145"; // add
    case Icon::Print:
        return "\uE8AD"; // print
    case Icon::Save:
        return "\uE161"; // save
    case Icon::Home:
        return "\uE88A"; // home
    case Icon::Search:
        return "\uE8B6"; // search
    case Icon::Phone:
        return "\uE0B0"; // call
    case Icon::Clock:
        return "\uE8B5"; // schedule
    case Icon::Place:
        return "\uE55F"; // place
    case Icon::Paper:
        return "\uE873"; // description
    case Icon::Info:
        return "\uE88E"; // info
    case Icon::Warning:
        return "\uE002"; // warning
    case Icon::Question:
        return "\uE887"; // help
    case Icon::Proven:
        return "\uEF76"; // verified
    case Icon::People:
        return "\uE7FB"; // people
    case Icon::Up:
        return "\uE5D8"; // arrow_upward
    case Icon::Down:
        return "\uE5DB"; // arrow_downward
    case Icon::Erase:
        return "\uE14A"; // backspace
    case Icon::Shift:
        return "\uE318"; // keyboard_capslock
    case Icon::Lock:
        return "\uE897"; // lock
    case Icon::Retry:
        return "\uE5D5"; // refresh
    case Icon::Eye:
        return "\uE8F4"; // visibility
    case Icon::Money:
        return "\uEA15"; // euro
    case Icon::Health:
        return "\uE1D5"; // health_and_safety
    case Icon::House:
        return "\uE587"; // cottage
    case Icon::Heart:
        return "\uE87D"; // favorite
    case Icon::CaretLeft:
        return "\uE314"; // keyboard_arrow_left
    case Icon::CaretRight:
        return "\uE315"; // keyboard_arrow_right
    case Icon::Line:
        return "\uE31B"; // keyboard_return
    }
    return "";
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
    frame.draw({frame.mirrored() ? x - side : x, y, side * 2, side}, symbol, colour);
}

} // namespace guichet::ui
