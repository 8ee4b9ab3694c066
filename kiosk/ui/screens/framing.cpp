// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/framing.hpp"

#include "ui/screens/footer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace guichet::ui {

using i18n::tr;
using visit::Corners;
using visit::Spot;
namespace did = visit::did;

namespace {

constexpr double step = 0.01; ///< of the picture's longer side, for one touch of an arrow

i18n::Message corner_name(int corner) {
    switch (corner) {
    case 0:
        return tr("Coin en haut à gauche");
    case 1:
        return tr("Coin en haut à droite");
    case 2:
        return tr("Coin en bas à droite");
    default:
        return tr("Coin en bas à gauche");
    }
}

/// The picture fitted into the rect, with room around for half a handle.
Rect fitted(const Frame& frame, const Rect& rect, const Image& image) {
    const Rect room = rect.inset(frame.metrics().target() / 2);
    const auto across = static_cast<float>(image.width);
    const auto down = static_cast<float>(image.height);
    const float scale = std::min(room.width / across, room.height / down);
    const float width = std::floor(across * scale);
    const float height = std::floor(down * scale);
    return {room.x + (room.width - width) / 2, room.y + (room.height - height) / 2, width, height};
}

/// A picture is never mirrored: places on it are the screen's, mirrored back.
Rect handle_at(const Frame& frame, const Rect& drawn, const Spot& spot, float side) {
    const Rect shown = frame.mirror(drawn);
    const float x = shown.x + static_cast<float>(spot.x) * shown.width;
    const float y = shown.y + static_cast<float>(spot.y) * shown.height;
    return frame.mirror({x - side / 2, y - side / 2, side, side});
}

Spot spot_of(const Frame& frame, const Rect& drawn, const Rect& handle) {
    const Rect shown = frame.mirror(drawn);
    const Rect place = frame.mirror(handle);
    return {
        .x = (place.x + place.width / 2 - shown.x) / shown.width,
        .y = (place.y + place.height / 2 - shown.y) / shown.height};
}

using Handles = std::array<Rect, 4>;

Handles handles_of(const Frame& frame, const Rect& drawn, const Corners& corners, float side) {
    Handles handles;
    for (std::size_t i = 0; i < handles.size(); ++i)
        handles.at(i) = handle_at(frame, drawn, corners.at(i), side);
    return handles;
}

/// Light under dark, so that they are seen on any picture.
void draw_sides(Frame& frame, const Handles& handles) {
    const auto& c = frame.colours();
    const float thick = std::max(2.0f, std::round(frame.metrics().mm(0.7f)));
    for (const auto& [colour, width] : {std::pair{c.card, 3 * thick}, std::pair{c.action, thick}})
        for (std::size_t i = 0; i < handles.size(); ++i)
            frame.line(handles.at(i), handles.at((i + 1) % handles.size()), colour, width);
}

void draw_handle(Frame& frame, const Rect& target, bool chosen) {
    const auto& m = frame.metrics();
    const auto& c = frame.colours();
    const Rect disc = target.inset((target.width - m.mm(11.0f)) / 2);
    const float thick = std::max(2.0f, std::round(m.mm(1.2f)));
    frame.fill(disc, chosen ? c.action : c.card, disc.width / 2);
    frame.outline(disc, chosen ? c.card : c.action, thick, disc.width / 2);
    const Rect dot = disc.inset(disc.width / 2 - m.mm(1.0f));
    frame.fill(dot, chosen ? c.on_action : c.action, dot.width / 2);
}

struct Handle {
    int corner;
    Rect place;
    bool chosen;
};

void handle(Frame& frame, const Handle& it, const Rect& drawn, Page& page) {
    const auto& c = frame.colours();
    draw_handle(frame, it.place, it.chosen);
    const Node& node = frame.add(
        {.id = "corner:" + std::to_string(it.corner),
         .role = Role::Button,
         .name = frame.words().text(corner_name(it.corner)),
         .rect = it.place,
         .chosen = it.chosen,
         .foreground = it.chosen ? c.on_action : c.action,
         .background = it.chosen ? c.action : c.card}
    );
    const auto dragged = frame.dragged(node);
    if (dragged && *dragged != it.place)
        page.ask(did::MoveCorner{it.corner, spot_of(frame, drawn, *dragged)});
    else if (frame.pressed(node) || (dragged && !it.chosen))
        page.ask(did::ChooseCorner{it.corner});
}

Corners after_step(const visit::Scanning& scanning, int right, int down) {
    const auto& image = *scanning.original.preview;
    const auto longer = static_cast<double>(std::max(image.width, image.height));
    auto spot = scanning.original.corners.at(static_cast<std::size_t>(scanning.corner));
    spot.x += right * step * longer / image.width;
    spot.y += down * step * longer / image.height;
    return visit::with_corner(scanning.original.corners, scanning.corner, spot);
}

struct Arrow {
    const char* id;
    i18n::Message name;
    Icon icon;
    int right;
    int down;
};

/// Left is left on every screen.
std::array<Arrow, 4> arrows(bool mirrored) {
    std::array<Arrow, 4> all{
        {{"corner-left", tr("Vers la gauche"), Icon::CaretLeft, -1, 0},
         {"corner-up", tr("Vers le haut"), Icon::Up, 0, -1},
         {"corner-down", tr("Vers le bas"), Icon::Down, 0, 1},
         {"corner-right", tr("Vers la droite"), Icon::CaretRight, 1, 0}}};
    if (mirrored)
        std::ranges::reverse(all);
    return all;
}

void draw_arrows(Frame& frame, Rect rect, const visit::Scanning& scanning, Page& page) {
    const float side = frame.metrics().target();
    for (const auto& arrow : arrows(frame.mirrored())) {
        const auto moved = after_step(scanning, arrow.right, arrow.down);
        const Button look{
            .label = arrow.name,
            .look = Look::Second,
            .icon = arrow.icon,
            .enabled = moved != scanning.original.corners};
        const auto place = take_start(rect, side, frame.metrics().gap());
        if (icon_button(frame, arrow.id, place, look))
            page.ask(did::MoveCorner{
                scanning.corner, moved.at(static_cast<std::size_t>(scanning.corner))});
    }
}

/// The chosen corner from near: the finger covers it on the picture.
void draw_loupe(Frame& frame, const Rect& rect, const visit::Scanning& scanning) {
    constexpr float seen = 0.12f; // of the longer side
    const auto& c = frame.colours();
    const auto& image = *scanning.original.preview;
    const auto across = static_cast<float>(image.width);
    const auto down = static_cast<float>(image.height);
    const float part = seen * std::max(across, down);
    const auto& spot = scanning.original.corners.at(static_cast<std::size_t>(scanning.corner));
    const float x = static_cast<float>(spot.x) * across;
    const float y = static_cast<float>(spot.y) * down;
    frame.fill(rect, c.line);
    frame.begin_clip(rect);
    frame.picture_part_at(
        rect, scanning.original.preview, {x - part / 2, y - part / 2, part, part}
    );
    const float scale = rect.width / part;
    const Rect shown = frame.mirror(rect);
    const Rect whole{
        shown.x + shown.width / 2 - x * scale,
        shown.y + shown.height / 2 - y * scale,
        across * scale,
        down * scale};
    draw_sides(frame, handles_of(frame, frame.mirror(whole), scanning.original.corners, 0));
    frame.end_clip();
    frame.outline(rect, c.ink, std::max(2.0f, frame.metrics().border()));
    frame.add(
        {.id = "loupe",
         .role = Role::Picture,
         .name = frame.words().text(corner_name(scanning.corner)),
         .rect = rect}
    );
}

} // namespace

bool can_be_framed(const visit::Scanning& scanning) {
    return scanning.original.photo && scanning.original.preview != nullptr;
}

std::pair<std::string, Button> frame_button() {
    return {
        "frame", {.label = tr("La page est mal cadrée"), .look = Look::Second, .icon = Icon::Crop}};
}

void draw_corners(Frame& frame, const Rect& rect, const visit::Scanning& scanning, Page& page) {
    const auto drawn = fitted(frame, rect, *scanning.original.preview);
    if (drawn.width <= 0 || drawn.height <= 0)
        return;
    frame.picture_at(drawn, scanning.original.preview);
    frame.outline(drawn, frame.colours().line, frame.metrics().border());
    frame.add(
        {.id = "preview",
         .role = Role::Picture,
         .name = frame.words().text(tr("Votre document")),
         .rect = drawn}
    );
    const auto handles =
        handles_of(frame, drawn, scanning.original.corners, frame.metrics().target());
    draw_sides(frame, handles);
    for (int i = 0; i < static_cast<int>(handles.size()); ++i)
        handle(
            frame, {i, handles.at(static_cast<std::size_t>(i)), i == scanning.corner}, drawn, page
        );
}

void draw_framing(Frame& frame, Flow& flow, const visit::Scanning& scanning, Page& page) {
    const auto& m = frame.metrics();
    flow.heading(tr("Le papier est-il bien entouré ?"));
    flow.space(3);
    flow.text("drag", tr("Faites glisser chaque coin jusqu’au coin du papier."));
    flow.space(2);
    flow.soft("or-arrows", tr("Ou touchez un coin, puis les flèches."));
    flow.space(5);
    flow.text("corner", corner_name(scanning.corner), TextRole::Heading);
    flow.space(3);
    const float side = m.target();
    const float pad = 4 * side + 3 * m.gap();
    if (m.low())
        return draw_arrows(frame, flow.take(side), scanning, page);
    const float loupe = m.mm(36.0f);
    const auto places = flow.row({{loupe, loupe}, {pad, side}});
    draw_loupe(frame, places[0], scanning);
    draw_arrows(frame, places[1], scanning, page);
}

} // namespace guichet::ui
