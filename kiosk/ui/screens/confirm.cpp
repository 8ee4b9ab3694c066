// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/summary.hpp"
#include "ui/kit/scroll.hpp"
#include "ui/screens/faults.hpp"
#include "ui/screens/flow.hpp"
#include "ui/screens/framing.hpp"
#include "ui/screens/page.hpp"
#include "ui/screens/read_line.hpp"

#include <algorithm>

namespace guichet::ui {

using i18n::tr;
namespace did = visit::did;

namespace {

/// Of the first page: the lines in use are framed on it.
std::vector<Box> boxes_of(const visit::Confirming& confirming) {
    std::vector<Box> boxes;
    for (const auto& line : confirming.lines) {
        const auto& proposal =
            confirming.reading.proposals[static_cast<std::size_t>(line.proposal)];
        if (proposal.page == 0 && proposal.box.width > 0 && line.use)
            boxes.push_back(proposal.box);
    }
    return boxes;
}

// In millimetres. A picture beside or above what is read stays in sight; where there is too little
// room for one, it scrolls with the rest.
constexpr float least_above = 50.0f;
constexpr float scrolled_picture = 40.0f;

Flow::IconWords erased_words(Frame& frame) {
    return {tr("L’image est effacée à la fin."), Icon::Lock, TextRole::Small, frame.colours().soft};
}

void draw_picture(Frame& frame, const Rect& rect, const visit::Confirming& confirming) {
    const auto& pages = confirming.reading.pages;
    if (!pages.empty())
        picture(frame, "page", rect, pages.front(), tr("Votre document"), boxes_of(confirming));
}

void draw_page_read(Frame& frame, Rect rect, const visit::Confirming& confirming) {
    const auto& m = frame.metrics();
    const auto erased = erased_words(frame);
    const float note = label_height(frame, erased.words, TextRole::Small, rect.width - m.mm(11.0f));
    Flow foot{frame, take_bottom(rect, note, m.mm(3.0f))};
    draw_picture(frame, rect, confirming);
    foot.icon_words("erased", erased);
}

/// Whether it was drawn: not where there is too little room.
bool draw_page_in_sight(Frame& frame, Rect& inside, const visit::Confirming& confirming) {
    const auto& m = frame.metrics();
    if (!m.narrow()) {
        draw_page_read(frame, take_start(inside, inside.width * 0.4f, m.mm(9.0f)), confirming);
        return true;
    }
    const float above = inside.height * 0.3f;
    if (above < m.mm(least_above))
        return false;
    draw_page_read(frame, take_top(inside, above, m.mm(5.0f)), confirming);
    return true;
}

void draw_page_scrolled(Frame& frame, Flow& flow, const visit::Confirming& confirming) {
    if (!confirming.reading.pages.empty()) {
        draw_picture(frame, flow.take(frame.metrics().mm(scrolled_picture)), confirming);
        flow.space(3);
    }
    flow.icon_words("erased", erased_words(frame));
    flow.space(4);
}

void draw_lines(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page) {
    const auto& lines = visit.confirming->lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const ReadLineCard one{visit, static_cast<int>(i)};
        const auto rect = flow.take(one.height(frame, flow.width()));
        if (auto asked = one.draw(frame, rect))
            page.ask(*asked);
        flow.space(4);
    }
}

} // namespace

Asked draw_confirm(Frame& frame, const visit::Visit& visit) {
    Page page{frame, visit, {.back = did::Back{}}};
    if (!visit.confirming)
        return page.finish();
    auto inside = page.inside();
    const bool in_sight = draw_page_in_sight(frame, inside, *visit.confirming);
    {
        ScrollArea area{frame, "confirm", inside};
        Flow flow{frame, area.content()};
        flow.heading(tr("Est-ce bien ce qui est écrit ?"));
        if (!visit.confirming->reading.kind_name.empty()) {
            flow.space(1);
            flow.soft("kind", visit.confirming->reading.kind_name);
        }
        flow.space(4);
        const auto& reading = visit.confirming->reading;
        draw_faults(frame, flow, reading.faults, reading.missing);
        if (!in_sight)
            draw_page_scrolled(frame, flow, *visit.confirming);
        draw_lines(frame, flow, visit, page);
        if (can_be_framed(visit.scanning) && flow.buttons({frame_button()}) == 0)
            page.ask(did::FramePicture{});
        area.end(flow.bottom());
    }
    return page.finish(Action{
        .button =
            {.label = main_label::right(),
             .look = Look::Main,
             .icon = Icon::Check,
             .icon_after = true},
        .event = did::Continue{}});
}

} // namespace guichet::ui
