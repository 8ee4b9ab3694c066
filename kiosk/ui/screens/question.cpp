// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/question.hpp"

#include "procedure/summary.hpp"

#include <algorithm>
#include <chrono>
#include <variant>

namespace guichet::ui {

using i18n::tr;
using procedure::Input;
namespace did = visit::did;

namespace {

/// The place on the document the value on screen was read from; null when it was not.
Picture crop_shown(const visit::Visit& visit) {
    if (visit.correcting >= 0 && visit.confirming) {
        const auto& line = visit.confirming->lines[static_cast<std::size_t>(visit.correcting)];
        return visit.confirming->reading.proposals[static_cast<std::size_t>(line.proposal)].crop;
    }
    const auto hint = visit.hints.find(visit.path);
    return hint == visit.hints.end() ? nullptr : hint->second.crop;
}

void draw_what_was_read(Asking& asking, Flow& flow) {
    const auto crop = crop_shown(asking.visit);
    const bool is_hint = asking.visit.hints.contains(asking.visit.path);
    if (!crop && !is_hint && asking.visit.correcting < 0)
        return;
    const auto& c = asking.frame.colours();
    flow.space(3);
    flow.icon_words(
        "read",
        {asking.visit.correcting >= 0 ? tr("Regardez votre document, puis écrivez.")
                                      : tr("Lu sur votre document. Vérifiez."),
         Icon::Eye,
         TextRole::Body,
         c.soft}
    );
    if (!crop)
        return;
    flow.space(2);
    const auto& m = asking.frame.metrics();
    const float tall = m.mm(14.0f);
    const float wide =
        tall * static_cast<float>(crop->width) / static_cast<float>(std::max(1, crop->height));
    auto rect = flow.take(tall);
    rect.width = std::min({wide, m.mm(160.0f), rect.width});
    picture(asking.frame, "read:picture", rect, crop, tr("Votre document"));
}

/// The next sentence to agree to stands where the one before stood: who taps twice has not read it.
bool may_be_read(Frame& frame) {
    constexpr std::chrono::milliseconds shortest{1000};
    return frame.now() >= frame.memory().scene_began() + shortest;
}

/// "Continuer", or to a sentence "Je suis d’accord".
Action main_of(Frame& frame, const procedure::Question* question) {
    auto main = go_on();
    if (question == nullptr || question->type->input() != Input::Agree)
        return main;
    main.button.label = main_label::agree();
    main.button.icon = Icon::Check;
    if (!may_be_read(frame))
        main.event = did::Touch{};
    return main;
}

std::optional<procedure::PathParts> item_of(const visit::Visit& visit) {
    auto parts = procedure::split(visit.path);
    return parts.item >= 0 ? std::optional{std::move(parts)} : std::nullopt;
}

} // namespace

i18n::Message
item_title(Frame& frame, const visit::Visit& visit, const procedure::Path& path, int item) {
    const auto* list = procedure::find_question(*visit.procedure, path);
    const auto name = list->item_name.empty() ? frame.words().text(tr("Ligne"))
                                              : frame.words().text(list->item_name);
    const auto number = std::to_string(item + 1);
    if (!list->items.empty()) {
        const auto& first = list->items.front();
        const auto* answer = visit.answers.find(procedure::item_path(path, item, first.id));
        if (answer != nullptr && procedure::says_something(answer->value))
            return tr("{name} {number} : {what}")
                .with("name", name)
                .with("number", number)
                .with(
                    "what", frame.words().text(procedure::show(first, answer->value, frame.words()))
                );
    }
    return tr("{name} {number}").with("name", name).with("number", number);
}

bool had_caret(Frame& frame, const std::string& id) {
    const auto* node = find(frame.memory().tree(), id);
    return node != nullptr && node->chosen && frame.memory().settled();
}

void draw_question_top(Asking& asking, Flow& flow) {
    const auto& visit = asking.visit;
    if (const auto inside = item_of(visit)) {
        const auto title = item_title(asking.frame, visit, inside->list, inside->item);
        flow.icon_words("item", {title, Icon::People, TextRole::Body, asking.frame.colours().soft});
        flow.space(2);
    }
    flow.heading(asking.question.label);
    if (!asking.question.help.empty()) {
        flow.space(1.5f);
        flow.soft("help", asking.question.help);
    }
    for (std::size_t i = 0; i < visit.findings.size(); ++i) {
        flow.space(3);
        flow.alert("finding:" + std::to_string(i), visit.findings[i].say);
    }
    draw_what_was_read(asking, flow);
    flow.space(4);
}

std::vector<Extra> extras(const Asking& asking) {
    const auto& visit = asking.visit;
    const auto& question = asking.question;
    const auto input = question.type->input();
    std::vector<Extra> list;
    const bool can_read = !question.read.empty() && input != Input::Scan;
    if (can_read && visit.offer->can_scan && visit.correcting < 0)
        list.push_back(
            {"scan",
             {.label = tr("Lire sur mon document"), .look = Look::Second, .icon = Icon::Scan},
             did::OpenScan{}}
        );
    if (!question.none.empty() && visit.correcting < 0)
        list.push_back(
            {std::string(procedure::none_option),
             {.label = question.none, .look = Look::Quiet},
             did::Choose{std::string(procedure::none_option)}}
        );
    const bool has_items = input == Input::Items && visit.answers.items(visit.path) > 0;
    if (question.may_skip && !has_items && input != Input::Read && input != Input::Agree)
        list.push_back(
            {"skip",
             {.label = tr("Je ne sais pas"), .look = Look::Quiet, .icon = Icon::Question},
             did::Skip{}}
        );
    return list;
}

void draw_extras(Asking& asking, Flow& flow) {
    const auto list = extras(asking);
    if (list.empty())
        return;
    std::vector<std::pair<std::string, Button>> buttons;
    buttons.reserve(list.size());
    for (const auto& extra : list)
        buttons.emplace_back(extra.id, extra.button);
    flow.space(5);
    const int pressed = flow.buttons(buttons);
    if (pressed >= 0)
        asking.page.ask(list[static_cast<std::size_t>(pressed)].event);
}

Asked draw_question(Frame& frame, const visit::Visit& visit) {
    const auto* question = visit.question();
    const auto main = main_of(frame, question);
    Page page{frame, visit, {.back = did::Back{}, .main = main.button}};
    if (question == nullptr)
        return page.finish();
    Asking asking{frame, visit, *question, page};
    switch (question->type->input()) {
    case Input::Boxes:
    case Input::Paragraph:
    case Input::Pick:
    case Input::AddressForm:
        draw_typed(asking);
        break;
    case Input::YesNo:
    case Input::OneOf:
    case Input::ManyOf:
        draw_choices(asking);
        break;
    case Input::Items:
        draw_items(asking);
        break;
    case Input::Scan:
        draw_paper(asking);
        break;
    case Input::Agree:
    case Input::Read:
        draw_reading(asking);
        break;
    }
    return page.finish(main);
}

} // namespace guichet::ui
