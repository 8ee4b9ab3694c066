// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/header.hpp"

#include "ui/screens/footer.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

namespace guichet::ui {

using i18n::tr;
using i18n::verbatim;
namespace did = visit::did;

namespace {

struct HeaderButton {
    std::string id;
    Button button;
    visit::Event event;
    text::Size size{};
    bool icon_alone{false};
};

using HeaderButtons = std::vector<HeaderButton>;

HeaderButtons header_buttons(const visit::Visit& visit, const Around& around) {
    HeaderButtons buttons;
    const auto add = [&](const char* id, i18n::Message label, Icon icon, visit::Event event) {
        buttons.push_back(
            {.id = id,
             .button = {.label = std::move(label), .look = Look::Quiet, .icon = icon},
             .event = std::move(event)}
        );
    };
    if (around.language)
        add("language",
            verbatim(i18n::language(visit.language).native_name),
            Icon::Language,
            did::OpenPanel{visit::Panel::Language});
    if (around.look)
        add("look", tr("Texte"), Icon::TextSize, did::OpenPanel{visit::Panel::Look});
    if (around.leave)
        add("leave", tr("Terminer"), Icon::Close, did::Leave{});
    if (visit.beside && visit.beside->holds) // only the person ends their visit
        for (auto& one : buttons)
            one.button.enabled = one.id != "leave";
    return buttons;
}

float width_of(Frame& frame, const HeaderButtons& buttons) {
    float width = 0;
    for (const auto& one : buttons)
        width += one.size.width + frame.metrics().gap();
    return width;
}

/// With little room the words go, the language's last.
void set_sizes(Frame& frame, HeaderButtons& buttons, float inner) {
    const float side = frame.metrics().target();
    for (auto& one : buttons)
        one.size = button_size(frame, one.button, inner);
    for (const auto* id : {"look", "leave", "language"}) {
        if (width_of(frame, buttons) <= inner * 0.55f)
            return;
        for (auto& one : buttons)
            if (one.id == id) {
                one.icon_alone = true;
                one.size = {side * 1.15f, side};
            }
    }
}

bool has_progress(const visit::Visit& visit, const Around& around) {
    return around.progress && !visit.curtain && visit::progress(visit).step > 0;
}

std::string step_number(Frame& frame, const visit::Visit& visit) {
    const auto progress = visit::progress(visit);
    return frame.words().text(tr("Étape {step} sur {steps}")
                                  .with("step", std::to_string(progress.step))
                                  .with("steps", std::to_string(progress.steps)));
}

/// What the step is about; may be empty.
std::string step_title(Frame& frame, const visit::Visit& visit) {
    if (visit.screen == visit::Screen::Check)
        return frame.words().text(tr("Relire"));
    for (const auto& stop : visit.route.stops)
        if (stop.path == visit.path && visit.screen == visit::Screen::Question)
            return frame.words().text(
                visit.procedure->steps[static_cast<std::size_t>(stop.step)].title
            );
    return {};
}

/// The procedure's title and the step, beside each other where there is room.
struct Titles {
    std::string title;
    std::string step;
    text::Size title_size{};
    text::Size step_size{};
    bool stacked{false};

    float height() const {
        return stacked ? title_size.height + step_size.height
                       : std::max(title_size.height, step_size.height);
    }
};

/// For the titles. With little room down they make the header no taller than its buttons.
struct Room {
    float width{};
    float height{};
};

/// What the step is about only where there is room for it.
void set_step(Frame& frame, const visit::Visit& visit, const Room& room, Titles& titles) {
    titles.step = step_number(frame, visit);
    const auto about = step_title(frame, visit);
    const auto whole = about.empty() ? titles.step : titles.step + " · " + about;
    if (frame.measure(whole, TextRole::Small, room.width).height <= room.height)
        titles.step = whole;
    titles.step_size = frame.measure(titles.step, TextRole::Small, room.width);
}

/// A screen's own title always; the procedure's where there is room for it and no curtain hides it.
void set_title(
    Frame& frame, const visit::Visit& visit, const Around& around, const Room& room, Titles& titles
) {
    if (!around.title.empty())
        titles.title = frame.words().text(around.title);
    else if (visit.procedure && !visit.curtain)
        titles.title = frame.words().text(visit.procedure->title);
    if (titles.title.empty())
        return;
    titles.title_size = frame.measure(titles.title, TextRole::Button, room.width);
    const bool is_too_tall = around.title.empty() && titles.title_size.height > room.height;
    if (is_too_tall ||
        (frame.metrics().low() && !titles.step.empty())) { // where one is counts more
        titles.title.clear();
        titles.title_size = {};
    }
}

Titles titles(Frame& frame, const visit::Visit& visit, const Around& around, const Room& room) {
    Titles result;
    if (has_progress(visit, around))
        set_step(frame, visit, room, result);
    set_title(frame, visit, around, room, result);
    const float gap = frame.metrics().mm(5.0f);
    result.stacked = result.title_size.width + gap + result.step_size.width > room.width;
    return result;
}

void add_title_node(Frame& frame, const char* id, const Rect& rect, const std::string& words) {
    frame.add(
        {.id = id,
         .role = Role::Text,
         .name = words,
         .rect = rect,
         .foreground = frame.colours().ink,
         .background = frame.colours().card}
    );
}

void draw_titles(Frame& frame, const Rect& rect, const Titles& words) {
    const auto& c = frame.colours();
    const float top = rect.y + (rect.height - words.height()) / 2;
    const Rect title{rect.x, top, words.title_size.width, words.title_size.height};
    if (!words.title.empty()) {
        frame.words_at(title, words.title, TextRole::Button, c.ink);
        add_title_node(frame, "title", title, words.title);
    }
    if (words.step.empty())
        return;
    const float after = title.right() + (words.title.empty() ? 0 : frame.metrics().mm(5.0f));
    const float level = top + (words.height() - words.step_size.height) / 2;
    const Rect step = words.stacked
                          ? Rect{rect.x, title.bottom(), rect.width, words.step_size.height}
                          : Rect{after, level, words.step_size.width, words.step_size.height};
    frame.words_at(step, words.step, TextRole::Small, c.soft);
    add_title_node(frame, "step", step, words.step);
}

Asked draw_buttons(Frame& frame, Rect rest, const HeaderButtons& buttons) {
    Asked asked;
    for (const auto& one : buttons) {
        auto rect = take_start(rest, one.size.width, frame.metrics().gap());
        rect = rect.inset(0, (rect.height - one.size.height) / 2);
        const bool touched = one.icon_alone ? icon_button(frame, one.id, rect, one.button)
                                            : button(frame, one.id, rect, one.button);
        if (touched)
            asked = one.event;
    }
    return asked;
}

} // namespace

Asked draw_header(Frame& frame, const visit::Visit& visit, const Around& around, Rect& body) {
    const auto& m = frame.metrics();
    const float pad = m.mm(m.low() ? 2.0f : 3.0f);
    const float inner = body.width - 2 * m.margin();
    auto buttons = header_buttons(visit, around);
    set_sizes(frame, buttons, inner);
    const float across = width_of(frame, buttons);
    float tall = m.target();
    for (const auto& one : buttons)
        tall = std::max(tall, one.size.height);
    const Room room{
        .width = inner - across - m.gap(),
        .height = m.low() ? tall : std::numeric_limits<float>::infinity()};
    const auto words = titles(frame, visit, around, room);
    tall = std::max(tall, words.height());
    const auto bar = take_top(body, tall + 2 * pad, 0);
    frame.fill(bar, frame.colours().card);
    const auto track = take_top(body, m.mm(1.8f), 0);
    const auto progress = visit::progress(visit);
    if (has_progress(visit, around))
        progress_bar(frame, track, progress.step, progress.steps);
    else
        rule(frame, track);

    auto rest = bar.inset(m.margin(), pad);
    auto ends = take_end(rest, across - m.gap(), m.gap());
    draw_titles(frame, rest, words);
    return draw_buttons(frame, ends, buttons);
}

} // namespace guichet::ui
