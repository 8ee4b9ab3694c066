// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/scroll.hpp"
#include "ui/screens/question.hpp"

#include <algorithm>

namespace guichet::ui {

using i18n::tr;
namespace did = visit::did;

namespace {

struct ItemRow {
    i18n::Message title;
    Button open;
    Button remove;
    text::Size open_size{};
    text::Size remove_size{};
    bool stacked{false}; ///< buttons under the name
    float height{};
};

ItemRow make_row(Asking& asking, int item, float width) {
    const auto& m = asking.frame.metrics();
    ItemRow row{
        .title = item_title(asking.frame, asking.visit, asking.visit.path, item),
        .open = {.label = tr("Modifier"), .look = Look::Quiet, .icon = Icon::Edit},
        .remove = {.label = tr("Enlever"), .look = Look::Danger, .icon = Icon::Delete}};
    row.open_size = button_size(asking.frame, row.open, width);
    row.remove_size = button_size(asking.frame, row.remove, width);
    const float inner = width - m.mm(10.0f);
    const float buttons = row.open_size.width + row.remove_size.width + m.mm(4.0f);
    const float words = inner - buttons - m.mm(4.0f);
    row.stacked = words < m.mm(70.0f);
    const float tall = std::max(row.open_size.height, row.remove_size.height);
    const float title =
        label_height(asking.frame, row.title, TextRole::Heading, row.stacked ? inner : words);
    row.height = m.mm(8.0f) + (row.stacked ? title + m.mm(3.0f) + tall : std::max(title, tall));
    return row;
}

void draw_row(Asking& asking, const Rect& rect, const ItemRow& row, int item) {
    auto& frame = asking.frame;
    const auto& m = frame.metrics();
    const auto number = std::to_string(item);
    card(frame, rect);
    auto inside = rect.inset(m.mm(5.0f), m.mm(4.0f));
    const float tall = std::max(row.open_size.height, row.remove_size.height);
    auto buttons =
        row.stacked
            ? take_bottom(inside, tall, m.mm(3.0f))
            : take_end(
                  inside, row.open_size.width + row.remove_size.width + m.mm(4.0f), m.mm(4.0f)
              );
    const float title = label_height(frame, row.title, TextRole::Heading, inside.width);
    const float top = row.stacked ? inside.y : inside.y + (inside.height - title) / 2;
    label(
        frame,
        "item:" + number,
        {inside.x, top, inside.width, title},
        row.title,
        TextRole::Heading,
        frame.colours().ink
    );
    buttons = buttons.inset(0, (buttons.height - tall) / 2);
    const auto open = take_start(buttons, row.open_size.width, m.mm(4.0f));
    const auto remove = take_start(buttons, row.remove_size.width, 0);
    if (button(frame, "open:" + number, open, row.open))
        asking.page.ask(did::OpenItem{item});
    if (button(frame, "remove:" + number, remove, row.remove))
        asking.page.ask(did::RemoveItem{item});
}

} // namespace

void draw_items(Asking& asking) {
    ScrollArea area{asking.frame, "question", asking.page.inside()};
    Flow flow{asking.frame, area.content()};
    draw_question_top(asking, flow);
    const int items = asking.visit.answers.items(asking.visit.path);
    for (int item = 0; item < items; ++item) {
        const auto row = make_row(asking, item, flow.width());
        draw_row(asking, flow.take(row.height), row, item);
        flow.space(4);
    }
    if (items == 0) {
        flow.soft("empty", tr("Il n’y a encore rien ici."));
        flow.space(4);
    }
    const auto name = asking.question.item_name.empty()
                          ? asking.frame.words().text(tr("Ligne"))
                          : asking.frame.words().text(asking.question.item_name);
    const Button add{
        .label = tr("Ajouter : {name}").with("name", name),
        .look = Look::Second,
        .icon = Icon::Add};
    if (flow.buttons({{"add", add}}) == 0)
        asking.page.ask(did::AddItem{});
    draw_extras(asking, flow);
    area.end(flow.bottom());
}

} // namespace guichet::ui
