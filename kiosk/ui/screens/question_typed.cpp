// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/isolate.hpp"
#include "ui/kit/scroll.hpp"
#include "ui/kit/text_box.hpp"
#include "ui/screens/question.hpp"

#include <algorithm>
#include <numeric>
#include <span>

namespace guichet::ui {

using i18n::tr;
using procedure::Input;
namespace did = visit::did;

namespace {

/// What stands in each box, and which one has the caret.
struct Boxes {
    std::vector<procedure::Part> parts;
    std::vector<TextBox> boxes;
    std::vector<std::string> texts;
    int active{-1};
};

/// What was chosen as the person reads it: "Allemagne", whatever the table calls it.
std::string name_of_chosen(const Asking& asking) {
    const auto& [frame, visit, question, page] = asking;
    const auto value = question.type->parse(question, visit.draft());
    return value ? i18n::without_isolates(question.type->format(question, *value, frame.words()))
                 : std::string();
}

Boxes make_boxes(const Asking& asking) {
    const auto& type = *asking.question.type;
    const auto& draft = asking.visit.draft();
    Boxes made;
    made.parts = type.parts(asking.question);
    made.texts = draft.parts;
    made.texts.resize(made.parts.size());
    if (type.input() == Input::Pick && !draft.chosen.empty())
        made.texts.back() = name_of_chosen(asking);
    for (std::size_t i = 0; i < made.parts.size(); ++i) {
        const auto& part = made.parts[i];
        TextBox box{.label = part.label, .name = asking.question.label, .text = made.texts[i]};
        if (made.parts.size() == 1)
            box.shown = type.group(made.texts[i]);
        box.suffix = part.suffix;
        box.longest = part.longest;
        box.tall = type.input() == Input::Paragraph;
        box.secret = part.secret;
        box.capitals = part.capitals;
        box.own_letters = part.own_letters;
        box.wrong = std::ranges::any_of(asking.visit.findings, [&](const auto& finding) {
            return finding.part == static_cast<int>(i);
        });
        made.boxes.push_back(box);
    }
    return made;
}

/// Of a box that shows so many figures of what is written in it, and its label on one line.
float box_width(Frame& frame, const Boxes& boxes, std::size_t i, int figures, float most) {
    const auto& part = boxes.parts[i];
    if (boxes.boxes[i].tall)
        return most;
    const float digit = frame.measure("0", TextRole::Value, most).width;
    float width = digit * static_cast<float>(figures) * 1.1f + frame.metrics().mm(14.0f);
    if (!part.suffix.empty())
        width += frame.measure(frame.words().text(part.suffix), TextRole::Value, most).width;
    if (!part.label.empty())
        width = std::max(
            width, frame.measure(frame.words().text(part.label), TextRole::Body, most).width
        );
    return std::min(std::max(width, frame.metrics().mm(26.0f)), most);
}

/// All boxes on one row where each still shows enough of what is written in it: a second row would
/// lie out of sight, under the keys. Otherwise as wide as they want to be.
std::vector<float> box_widths(Frame& frame, const Boxes& boxes, const Flow& flow) {
    constexpr int least_figures = 16;
    const float most = flow.width();
    std::vector<float> widths;
    std::vector<float> spare; // what each can give
    for (std::size_t i = 0; i < boxes.parts.size(); ++i) {
        const int wanted = boxes.parts[i].width;
        widths.push_back(box_width(frame, boxes, i, wanted, most));
        const float least = box_width(frame, boxes, i, std::min(wanted, least_figures), most);
        spare.push_back(widths.back() - least);
    }
    const float gaps = flow.gap() * static_cast<float>(widths.size() - 1);
    const float over = std::accumulate(widths.begin(), widths.end(), gaps) - most;
    const float all_spare = std::accumulate(spare.begin(), spare.end(), 0.0f);
    if (over <= 0 || over > all_spare)
        return widths;
    for (std::size_t i = 0; i < widths.size(); ++i)
        widths[i] -= spare[i] * over / all_spare;
    return widths;
}

std::string part_id(std::size_t i) {
    return "part:" + std::to_string(i);
}

std::string match_id(const procedure::Option& match) {
    return "option:" + match.id;
}

/// The matches of the table: what keeps the words as they are comes last of all.
std::span<const procedure::Option> listed_matches(const visit::Visit& visit) {
    const std::span all(visit.matches);
    const bool keeps = !all.empty() && all.back().id == procedure::unlisted_option;
    return all.first(all.size() - (keeps ? 1 : 0));
}

/// What stands beside a lone box: the ways round it, or round the list that it searches.
std::vector<Extra> beside_box(const Asking& asking, const Boxes& boxes) {
    if (boxes.parts.size() != 1)
        return {};
    if (asking.question.type->input() == Input::Boxes)
        return extras(asking);
    std::vector<Extra> list;
    for (const auto& match :
         std::span(asking.visit.matches).subspan(listed_matches(asking.visit).size()))
        list.push_back(
            {match.id, {.label = match.label, .look = Look::Second}, did::Choose{match.id}}
        );
    return list;
}

/// The boxes, and beside a lone one the scanner and "Je ne sais pas"; where the last box is.
Rect draw_boxes(Asking& asking, Flow& flow, Boxes& boxes, ScrollArea& area) {
    std::vector<text::Size> sizes;
    for (const float width : box_widths(asking.frame, boxes, flow)) {
        const auto& box = boxes.boxes[sizes.size()];
        sizes.push_back({width, text_box_height(asking.frame, box, width)});
    }
    const auto more = beside_box(asking, boxes);
    for (const auto& extra : more)
        sizes.push_back(button_size(asking.frame, extra.button, flow.width()));
    const auto rects = flow.row(sizes);
    for (std::size_t i = 0; i < boxes.parts.size(); ++i) {
        if (!text_box(asking.frame, part_id(i), rects[i], boxes.boxes[i]))
            continue;
        boxes.active = static_cast<int>(i);
        if (!had_caret(asking.frame, part_id(i)) || area.became_smaller())
            area.show(rects[i]);
    }
    for (std::size_t i = 0; i < more.size(); ++i)
        if (button(asking.frame, more[i].id, rects[boxes.parts.size() + i], more[i].button))
            asking.page.ask(more[i].event);
    return boxes.parts.empty() ? Rect{} : rects[boxes.parts.size() - 1];
}

Rect down_to(const Rect& top, const Rect& last) {
    return {top.x, top.y, top.width, last.bottom() - top.y};
}

void draw_no_match(Flow& flow, const Boxes& boxes, const visit::Visit& visit) {
    const bool typed = !boxes.texts.empty() && !boxes.texts.back().empty();
    if (!typed)
        return flow.soft("matches", tr("Les réponses possibles s’affichent ici."));
    flow.soft(
        "matches",
        visit.matches.empty() ? tr("Rien ne correspond. Vérifiez l’orthographe.")
                              : tr("Rien ne correspond dans la liste.")
    );
}

/// The cards of what matches `box`. New ones come into sight with it, from under the keys.
void draw_matches(
    Asking& asking, Flow& flow, const Boxes& boxes, const Rect& box, ScrollArea& area
) {
    const auto& visit = asking.visit;
    const auto& chosen = visit.draft().chosen;
    const auto& c = asking.frame.colours();
    flow.space(3);
    if (!chosen.empty()) {
        flow.icon_words(
            "chosen",
            {tr("C’est choisi. Touchez « Continuer »."), Icon::Check, TextRole::Body, c.ok}
        );
        return;
    }
    const auto matches = listed_matches(visit);
    if (matches.empty())
        return draw_no_match(flow, boxes, visit);
    const int columns = asking.frame.metrics().narrow() ? 1 : 2;
    std::vector<Choice> cards;
    std::vector<float> heights;
    for (const auto& match : matches) {
        cards.push_back({.label = match.label, .help = match.help, .found = true});
        heights.push_back(choice_height(asking.frame, cards.back(), flow.cell_width(columns)));
    }
    const auto cells = flow.cells(heights, columns);
    if (find(asking.frame.memory().tree(), match_id(matches.front())) == nullptr)
        area.show(down_to(box, cells[std::min<std::size_t>(columns, cells.size() - 1)]));
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (choice(asking.frame, match_id(matches[i]), cells[i], cards[i]))
            asking.page.ask(did::Choose{matches[i].id});
    if (matches.size() < procedure::most_matches)
        return;
    flow.space(3);
    flow.soft("more", tr("Il y en a d’autres. Écrivez la suite du nom."));
}

/// The keys of the box that has the caret, in room enough for those of any box.
void draw_keys(Asking& asking, const Rect& rect, const Boxes& boxes) {
    if (boxes.active < 0)
        return;
    const auto active = static_cast<std::size_t>(boxes.active);
    auto typed = keyboard(asking.frame, rect, boxes.parts[active].keyboard, boxes.boxes[active]);
    if (typed)
        asking.page.ask(did::Edit{boxes.active, *typed});
}

/// Everything above the keys.
void draw_above(Asking& asking, Flow& flow, Boxes& boxes, ScrollArea& area) {
    draw_question_top(asking, flow);
    const auto last = draw_boxes(asking, flow, boxes, area);
    const auto input = asking.question.type->input();
    if (input == Input::Pick || input == Input::AddressForm)
        draw_matches(asking, flow, boxes, last, area);
    if (boxes.parts.size() != 1 || input != Input::Boxes)
        draw_extras(asking, flow);
}

} // namespace

void draw_typed(Asking& asking) {
    const auto& m = asking.frame.metrics();
    auto boxes = make_boxes(asking);
    auto inside = asking.page.inside();
    float tall = 0;
    for (const auto& part : boxes.parts)
        tall = std::max(tall, keyboard_height(asking.frame, part.keyboard, inside.width));
    // On the smallest screens with the largest words the keys scroll with the rest.
    const bool together = inside.height - tall < m.mm(least_above_keys);
    const auto keys = together ? Rect{} : take_bottom(inside, tall, m.mm(3.0f));
    give_caret(asking.frame, part_id(0));
    {
        ScrollArea area{asking.frame, "question", inside};
        Flow flow{asking.frame, area.content()};
        draw_above(asking, flow, boxes, area);
        if (together) {
            flow.space(4);
            draw_keys(asking, flow.take(tall), boxes);
        }
        area.end(flow.bottom());
    }
    if (!together)
        draw_keys(asking, keys, boxes);
}

} // namespace guichet::ui
