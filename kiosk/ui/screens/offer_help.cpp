// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/offer_help.hpp"

#include "ui/kit/widgets.hpp"

#include <algorithm>

namespace guichet::ui {

using i18n::tr;

namespace {

Button refusal() {
    return {.label = tr("Non, merci"), .look = Look::Quiet};
}

i18n::Message question() {
    return tr("Voulez-vous de l’aide ?");
}

i18n::Message how() {
    return tr("Touchez « Appeler quelqu’un ».");
}

/// Of one line set close to another: capitals, accents and tails, without the air around them.
float close_line(Frame& frame, TextRole role) {
    return frame.metrics().style(role).cap_height * 1.8f;
}

/// Close lines on one line each, else the room they take in several.
float line_height(Frame& frame, const i18n::Message& words, TextRole role, float width) {
    const bool wraps = frame.measure(frame.words().text(words), role, 0).width > width;
    return wraps ? label_height(frame, words, role, width) : close_line(frame, role);
}

void draw_line(Frame& frame, const char* id, const Rect& rect, const i18n::Message& words) {
    const auto role = std::string_view{id} == "offer" ? TextRole::Body : TextRole::Small;
    const auto& c = frame.colours();
    const auto shown = frame.words().text(words);
    frame.add({.id = id, .role = Role::Text, .name = shown, .rect = rect, .foreground = c.ink});
    frame.words_centred(rect, shown, role, c.ink, text::Align::Start);
}

struct Places {
    Rect sign;
    Rect question;
    Rect how;
    Rect refusal;
    float height{};    ///< of all of it
    bool wraps{false}; ///< a line does not fit across
};

/// Laid out from the top of `rect`, whose height does not matter.
Places places(Frame& frame, const Rect& rect) {
    const auto& m = frame.metrics();
    const float pad = m.mm(0.8f); // lines have air of their own
    auto rest = rect.inset(m.mm(3.0f), 0);
    Places at;
    const auto button = button_size(frame, refusal(), rest.width);
    at.refusal = take_end(rest, button.width, m.gap());
    at.sign = take_start(rest, m.style(TextRole::Icon).cap_height, m.mm(2.5f));
    const float first = line_height(frame, question(), TextRole::Body, rest.width);
    const float second = line_height(frame, how(), TextRole::Small, rest.width);
    at.height = std::max(first + second, button.height) + 2 * pad;
    at.question = {rest.x, rect.y + (at.height - first - second) / 2, rest.width, first};
    at.how = {rest.x, at.question.bottom(), rest.width, second};
    at.refusal = {
        at.refusal.x, rect.y + (at.height - button.height) / 2, at.refusal.width, button.height};
    at.sign.height = at.height;
    const auto across = [&](const i18n::Message& words, TextRole role) {
        return frame.measure(frame.words().text(words), role, 0).width;
    };
    at.wraps = across(question(), TextRole::Body) > rest.width ||
               across(how(), TextRole::Small) > rest.width;
    return at;
}

bool is_offered(const visit::Visit& visit) {
    return visit.struggle.offered && visit.panel == visit::Panel::None && !visit.ends;
}

} // namespace

HelpOffer place_offer(Frame& frame, const visit::Visit& visit, const Rect& footer, Rect& body) {
    if (!is_offered(visit))
        return {};
    const auto& m = frame.metrics();
    const auto at = places(frame, footer);
    if (footer.width > 0 && !at.wraps && at.height <= footer.height) {
        const float y = footer.y + (footer.height - at.height) / 2;
        return {.rect = {footer.x, y, footer.width, at.height}, .in_footer = true};
    }
    const Rect strip{m.margin(), body.y + m.gap(), body.width - 2 * m.margin(), 0};
    const float height = places(frame, strip).height;
    take_top(body, height + m.gap(), 0);
    return {.rect = {strip.x, strip.y, strip.width, height}, .in_footer = false};
}

bool draw_offer(Frame& frame, const HelpOffer& offer) {
    if (offer.rect.width <= 0)
        return false;
    const auto& m = frame.metrics();
    const auto& c = frame.colours();
    frame.fill(offer.rect, c.human_soft, m.radius());
    frame.outline(offer.rect, c.human, m.border(), m.radius());
    const auto at = places(frame, offer.rect);
    icon(frame, at.sign, Icon::Human, c.human_ink);
    draw_line(frame, "offer", at.question, question());
    draw_line(frame, "offer:how", at.how, how());
    return button(frame, "decline", at.refusal, refusal());
}

} // namespace guichet::ui
