// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/scroll.hpp"
#include "ui/kit/text_box.hpp"
#include "ui/screens/contacts.hpp"
#include "ui/screens/flow.hpp"
#include "ui/screens/page.hpp"
#include "ui/screens/question.hpp"

#include <map>

namespace guichet::ui {

using i18n::tr;
using i18n::verbatim;
namespace did = visit::did;

namespace {

constexpr const char* search_id = "search";

Icon theme_icon(const std::string& theme) {
    static const std::map<std::string, Icon> icons{
        {"social_sante", Icon::Health},
        {"logement", Icon::House},
        {"argent", Icon::Money},
        {"famille", Icon::Heart},
        {"papiers", Icon::Paper}};
    const auto found = icons.find(theme);
    return found == icons.end() ? Icon::Paper : found->second;
}

Choice procedure_card(Frame& frame, const procedure::Procedure& procedure) {
    auto help = frame.words().text(procedure.summary);
    if (!procedure.duration.empty())
        help +=
            "\n" +
            frame.words().text(
                tr("Durée : {duration}").with("duration", frame.words().text(procedure.duration))
            );
    return {.label = procedure.title, .help = verbatim(help), .icon = theme_icon(procedure.theme)};
}

void draw_found(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page) {
    const int columns = frame.metrics().narrow() ? 1 : 2;
    std::vector<Choice> cards;
    std::vector<float> heights;
    for (const auto& procedure : visit.found) {
        cards.push_back(procedure_card(frame, *procedure));
        heights.push_back(choice_height(frame, cards.back(), flow.cell_width(columns)));
    }
    const auto cells = flow.cells(heights, columns);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto& id = visit.found[i]->id;
        if (choice(frame, "procedure:" + id, cells[i], cards[i]))
            page.ask(did::ChooseProcedure{id});
    }
}

void draw_nothing_found(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page) {
    flow.text("nothing", tr("Nous n’avons pas cette démarche ici."), TextRole::Heading);
    flow.space(2);
    flow.text("nothing-help", tr("Essayez un autre mot, ou demandez à quelqu’un."));
    flow.space(4);
    const int pressed = flow.buttons(
        {{"search-clear",
          {.label = tr("Effacer et tout voir"), .look = Look::Second, .icon = Icon::Erase}},
         {"ask-human",
          {.label = tr("Demander à quelqu’un"), .look = Look::Human, .icon = Icon::Human}}}
    );
    if (pressed == 0)
        page.ask(did::Search{""});
    if (pressed == 1)
        page.ask(did::CallSomeone{});
    flow.space(5);
    draw_people(
        frame, flow, "contact", site_people(*visit.offer), frame.metrics().narrow() ? 1 : 2
    );
}

} // namespace

Asked draw_catalogue(Frame& frame, const visit::Visit& visit) {
    Page page{
        frame,
        visit,
        {.title = tr("Que voulez-vous faire ?"), .progress = false, .back = did::Back{}}};
    const TextBox search{
        .label = tr("Cherchez avec vos mots, par exemple « santé » ou « mutuelle »"),
        .text = visit.search,
        .own_letters = true};
    auto inside = page.inside();
    const auto keys = procedure::Keyboard::Letters;
    const float tall = keyboard_height(frame, keys, inside.width);
    // On the smallest screens with the largest words the keys scroll with the rest.
    const bool together = inside.height - tall < frame.metrics().mm(least_above_keys);
    auto keys_rect = together ? Rect{} : take_bottom(inside, tall, frame.metrics().mm(4.0f));
    std::optional<std::string> typed;
    {
        ScrollArea area{frame, "catalogue", inside};
        Flow flow{frame, area.content()};
        text_box(frame, search_id, flow.take(text_box_height(frame, search, flow.width())), search);
        give_caret(frame, search_id);
        flow.space(5);
        if (together) {
            typed = keyboard(frame, flow.take(tall), keys, search);
            flow.space(5);
        }
        if (visit.found.empty())
            draw_nothing_found(frame, flow, visit, page);
        else
            draw_found(frame, flow, visit, page);
        area.end(flow.bottom());
    }
    if (!together)
        typed = keyboard(frame, keys_rect, keys, search);
    if (typed)
        page.ask(did::Search{*typed});
    return page.finish();
}

} // namespace guichet::ui
