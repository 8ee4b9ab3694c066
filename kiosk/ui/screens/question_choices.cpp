// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/scroll.hpp"
#include "ui/kit/text_box.hpp"
#include "ui/screens/question.hpp"

#include <algorithm>

namespace guichet::ui {

using i18n::tr;
using procedure::Input;
namespace did = visit::did;

namespace {

struct Options {
    std::vector<std::string> ids;
    std::vector<Choice> cards;
    int columns{1};
};

bool is_chosen(const visit::Visit& visit, std::string_view id) {
    return std::ranges::count(visit.draft().chosen, id) > 0;
}

Options make_options(const Asking& asking) {
    Options options;
    const auto input = asking.question.type->input();
    const bool narrow = asking.frame.metrics().narrow();
    if (input == Input::YesNo) {
        options.ids = {std::string{procedure::yes}, std::string{procedure::no}};
        options.cards = {{.label = tr("Oui")}, {.label = tr("Non")}};
        options.columns = 2;
    } else {
        for (const auto& option : asking.question.options) {
            options.ids.push_back(option.id);
            options.cards.push_back({.label = option.label, .help = option.help});
        }
        options.columns = !narrow && options.ids.size() > 3 ? 2 : 1;
    }
    for (std::size_t i = 0; i < options.ids.size(); ++i) {
        options.cards[i].mark = input == Input::ManyOf ? Choice::Mark::Square : Choice::Mark::Round;
        options.cards[i].chosen = is_chosen(asking.visit, options.ids[i]);
    }
    return options;
}

void draw_options(Asking& asking, Flow& flow) {
    const auto options = make_options(asking);
    if (asking.question.type->input() == Input::ManyOf) {
        flow.soft("how", tr("Vous pouvez toucher plusieurs réponses."), TextRole::Small);
        flow.space(3);
    }
    const auto& m = asking.frame.metrics();
    const bool airy = asking.question.type->input() == Input::YesNo && !m.low();
    const float least = airy ? m.mm(32.0f) : m.main_target();
    std::vector<float> heights;
    for (const auto& card : options.cards)
        heights.push_back(
            std::max(choice_height(asking.frame, card, flow.cell_width(options.columns)), least)
        );
    const auto cells = flow.cells(heights, options.columns);
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (choice(asking.frame, "option:" + options.ids[i], cells[i], options.cards[i]))
            asking.page.ask(did::Choose{options.ids[i]});
}

/// The person's own words for "autre", and their keys.
struct Other {
    bool asked{false};
    TextBox box{.label = {}, .name = {}, .text = {}};
    procedure::Keyboard keys{};
    float keys_height{};
};

Other make_other(Asking& asking, float width) {
    const auto parts = asking.question.type->parts(asking.question);
    Other other;
    other.asked = !parts.empty() && is_chosen(asking.visit, procedure::other_option);
    if (!other.asked)
        return other;
    const auto& draft = asking.visit.draft();
    other.box.label = tr("Dites-le avec vos mots");
    other.box.name = asking.question.label;
    if (!draft.parts.empty())
        other.box.text = draft.parts.front();
    other.box.longest = parts.front().longest;
    other.keys = parts.front().keyboard;
    other.keys_height = keyboard_height(asking.frame, other.keys, width);
    return other;
}

void draw_other(Asking& asking, Flow& flow, const Other& other, ScrollArea& area) {
    flow.space(4);
    const auto rect = flow.take(text_box_height(asking.frame, other.box, flow.width()));
    const bool fresh = !had_caret(asking.frame, "part:0");
    if (text_box(asking.frame, "part:0", rect, other.box) && fresh)
        area.show(rect);
}

void draw_other_keys(Asking& asking, const Rect& rect, const Other& other) {
    if (auto typed = keyboard(asking.frame, rect, other.keys, other.box))
        asking.page.ask(did::Edit{0, *typed});
}

} // namespace

void draw_choices(Asking& asking) {
    const auto& m = asking.frame.metrics();
    auto inside = asking.page.inside();
    const auto other = make_other(asking, inside.width);
    // On the smallest screens with the largest words the keys scroll with the rest.
    const bool together = inside.height - other.keys_height < m.mm(least_above_keys);
    Rect keys{};
    if (other.asked)
        give_caret(asking.frame, "part:0");
    if (other.asked && !together)
        keys = take_bottom(inside, other.keys_height, m.mm(3.0f));
    {
        ScrollArea area{asking.frame, "question", inside};
        Flow flow{asking.frame, area.content()};
        draw_question_top(asking, flow);
        draw_options(asking, flow);
        if (other.asked)
            draw_other(asking, flow, other, area);
        draw_extras(asking, flow);
        if (other.asked && together) {
            flow.space(4);
            draw_other_keys(asking, flow.take(other.keys_height), other);
        }
        area.end(flow.bottom());
    }
    if (other.asked && !together)
        draw_other_keys(asking, keys, other);
}

} // namespace guichet::ui
