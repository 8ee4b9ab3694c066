// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace guichet::ui {
namespace {

void add_words_node(
    Frame& frame,
    std::string_view id,
    const Rect& rect,
    const i18n::Message& words,
    std::pair<Role, text::Colour> as
) {
    frame.note(as.first, words);
    frame.add(
        {.id = std::string{id},
         .role = as.first,
         .name = frame.words().text(words),
         .rect = rect,
         .foreground = as.second,
         .shared = is_same_for_all(words)}
    );
}

/// A rect without height makes no promise about room.
Rect room(const Rect& rect, float used) {
    return {rect.x, rect.y, rect.width, rect.height > 0 ? rect.height : used};
}

} // namespace

float label_height(Frame& frame, const i18n::Message& words, TextRole role, float width) {
    return frame.measure(frame.words().text(words), role, width).height;
}

// NOLINTNEXTLINE(readability-function-size): six parameters, and every screen reads well with it
float label(
    Frame& frame,
    std::string_view id,
    const Rect& rect,
    const i18n::Message& words,
    TextRole role,
    text::Colour colour
) {
    const std::string shown = frame.words().text(words);
    const float used = frame.measure(shown, role, rect.width).height;
    const Role as =
        role == TextRole::Title || role == TextRole::Question ? Role::Heading : Role::Text;
    add_words_node(frame, id, {rect.x, rect.y, rect.width, used}, words, {as, colour});
    frame.words_at(room(rect, used), shown, role, colour);
    return used;
}

float heading(Frame& frame, std::string_view id, const Rect& rect, const i18n::Message& words) {
    return label(frame, id, rect, words, TextRole::Question, frame.colours().ink);
}

void card(Frame& frame, const Rect& rect) {
    const auto& c = frame.colours();
    frame.fill(rect, c.card, frame.metrics().radius());
    frame.outline(rect, c.hairline, frame.metrics().border(), frame.metrics().radius());
}

void rule(Frame& frame, const Rect& rect) {
    frame.fill({rect.x, rect.y, rect.width, frame.metrics().border()}, frame.colours().hairline);
}

namespace {

struct AlertPlaces {
    Rect sign;
    Rect words;
};

AlertPlaces alert_places(Frame& frame, const Rect& rect) {
    const auto& m = frame.metrics();
    Rect rest = rect.inset(m.mm(3.0f), m.mm(2.5f));
    const Rect sign = take_start(rest, m.style(TextRole::Icon).cap_height, m.gap());
    return {sign, rest};
}

} // namespace

float alert_height(Frame& frame, const i18n::Message& words, float width) {
    const auto places = alert_places(frame, {0, 0, width, 1000});
    const float text = label_height(frame, words, TextRole::Body, places.words.width);
    const float least = frame.metrics().style(TextRole::Icon).cap_height;
    return std::max(text, least) + frame.metrics().mm(5.0f);
}

float alert(Frame& frame, std::string_view id, const Rect& rect, const i18n::Message& words) {
    const auto& m = frame.metrics();
    const auto& c = frame.colours();
    const float height = alert_height(frame, words, rect.width);
    const Rect box{rect.x, rect.y, rect.width, height};
    frame.fill(box, c.error_soft, m.radius());
    frame.outline(box, c.error, std::max(2.0f, 2 * m.border()), m.radius());
    const auto places = alert_places(frame, box);
    const std::string shown = frame.words().text(words);
    add_words_node(frame, id, box, words, {Role::Alert, c.error});
    icon(frame, places.sign, Icon::Warning, c.error);
    frame.words_centred(places.words, shown, TextRole::Body, c.error, text::Align::Start);
    return height;
}

// NOLINTNEXTLINE(readability-function-size): as label
Rect picture(
    Frame& frame,
    std::string_view id,
    const Rect& rect,
    const Picture& picture,
    const i18n::Message& name,
    const std::vector<Box>& boxes
) {
    if (!picture || picture->width <= 0 || picture->height <= 0)
        return {rect.x, rect.y, 0, 0};
    const auto& m = frame.metrics();
    const auto& c = frame.colours();
    const auto across = static_cast<float>(picture->width);
    const auto down = static_cast<float>(picture->height);
    const float scale = std::min(rect.width / across, rect.height / down);
    const float width = std::floor(across * scale);
    const float height = std::floor(down * scale);
    const Rect drawn{
        rect.x + (rect.width - width) / 2, rect.y + (rect.height - height) / 2, width, height};
    frame.picture_at(drawn, picture);
    frame.outline(drawn, c.line, m.border());
    // A picture is never mirrored, so its boxes are placed on the screen and mirrored back.
    const Rect shown = frame.mirror(drawn);
    const float line = std::max(2.0f, std::round(m.mm(0.6f)));
    for (const Box& box : boxes) {
        const Rect place{
            shown.x + static_cast<float>(box.x) * scale,
            shown.y + static_cast<float>(box.y) * scale,
            static_cast<float>(box.width) * scale,
            static_cast<float>(box.height) * scale};
        const Rect around = frame.mirror(place.inset(-2 * line));
        frame.outline(around.inset(-line), c.card, 3 * line, line); // seen on any picture
        frame.outline(around, c.action, line, line);
    }
    frame.add(
        {.id = std::string{id},
         .role = Role::Picture,
         .name = frame.words().text(name),
         .rect = drawn}
    );
    return drawn;
}

void progress_bar(Frame& frame, const Rect& rect, int step, int steps) {
    if (steps <= 0)
        return;
    const auto& c = frame.colours();
    const bool two_colours = c.hairline == c.action;
    frame.fill(rect, two_colours ? c.paper : c.hairline);
    if (two_colours)
        frame.outline(rect, c.line, 1);
    const float share = static_cast<float>(std::clamp(step, 0, steps)) / static_cast<float>(steps);
    frame.fill({rect.x, rect.y, rect.width * share, rect.height}, c.action);
    const auto name = i18n::tr("Étape {step} sur {steps}")
                          .with("step", std::to_string(step))
                          .with("steps", std::to_string(steps));
    frame.add(
        {.id = "progress",
         .role = Role::Progress,
         .name = frame.words().text(name),
         .value = std::to_string(step) + "/" + std::to_string(steps),
         .rect = rect}
    );
}

} // namespace guichet::ui
