// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/advice.hpp"
#include "visit/flow.hpp"
#include "visit/stops.hpp"

#include <map>
#include <string>
#include <variant>

namespace guichet::visit {
namespace {

/// The list on screen; nullptr elsewhere.
const procedure::Question* list_on_screen(const Visit& visit) {
    const auto* question = visit.question();
    if (question == nullptr || question->type->input() != procedure::Input::Items)
        return nullptr;
    return question;
}

bool has_item(const Visit& visit, int item) {
    return item >= 0 && item < visit.answers.items(visit.path);
}

/// Moves what belongs to later items down by one, and drops what belonged to `item`.
template <typename Kept>
void close_gap(std::map<procedure::Path, Kept>& all, std::string_view list, int item) {
    std::map<procedure::Path, Kept> moved;
    for (auto& [path, kept] : all) {
        const auto parts = procedure::split(path);
        if (parts.list != list || parts.item < item)
            moved[path] = std::move(kept);
        else if (parts.item > item)
            moved[procedure::item_path(list, parts.item - 1, parts.question)] = std::move(kept);
    }
    all = std::move(moved);
}

/// The list as its type takes it: one chosen entry for each item.
procedure::Draft count_items(const Visit& visit, const procedure::Path& list) {
    procedure::Draft draft;
    for (int item = 0; item < visit.answers.items(list); item++)
        draft.chosen.push_back(std::to_string(item));
    return draft;
}

/// A finished list stays finished while its new number of items is allowed; "je ne sais pas" does
/// not outlive an item.
void recount(Visit& visit, const procedure::Path& list) {
    const auto* answer = visit.answers.find(list);
    if (answer == nullptr)
        return;
    const auto* question = procedure::find_question(*visit.procedure, list);
    const auto count = question->type->parse(*question, count_items(visit, list));
    const bool was_known = !std::holds_alternative<procedure::NotKnown>(answer->value);
    if (was_known && count)
        visit.answers.set(list, {.value = *count, .origin = origin_now(visit)});
    else
        visit.answers.erase(list);
}

void open_item(Turn& turn, int item) {
    const auto stops = item_stops(turn.visit, turn.visit.path, item);
    if (!stops.empty())
        ask(turn, procedure::Path{stops.front()->path});
}

const procedure::Stop* first_missing_inside(const Visit& visit) {
    for (const auto& stop : visit.route.stops) {
        if (procedure::split(stop.path).list == visit.path && is_missing(visit, stop))
            return &stop;
    }
    return nullptr;
}

} // namespace

void leave_items(Turn& turn) {
    auto& visit = turn.visit;
    const auto& list = *visit.question();
    if (const auto* inside = first_missing_inside(visit))
        return ask(turn, procedure::Path{inside->path});
    const auto* answer = visit.answers.find(visit.path);
    if (answer != nullptr && std::holds_alternative<procedure::NotKnown>(answer->value))
        return proceed(turn);
    const auto count = list.type->parse(list, count_items(visit, visit.path));
    if (count)
        return settle(turn, *count, {});
    visit.findings = {{.path = visit.path, .say = count.error().say}};
}

void remove_item(Visit& visit, std::string_view list, int item) {
    visit.answers.remove_item(list, item);
    close_gap(visit.drafts, list, item);
    close_gap(visit.papers, list, item);
    recount(visit, procedure::Path{list});
    refresh(visit);
}

void on(Turn& turn, const did::AddItem&) {
    auto& visit = turn.visit;
    const auto* list = list_on_screen(visit);
    if (list == nullptr)
        return;
    if (list->max && visit.answers.items(visit.path) >= *list->max) {
        visit.findings = {{.path = visit.path, .say = too_many(*list->max)}};
        return;
    }
    const int item = visit.answers.add_item(visit.path);
    recount(visit, visit.path);
    refresh(visit);
    open_item(turn, item);
}

void on(Turn& turn, const did::OpenItem& event) {
    if (list_on_screen(turn.visit) != nullptr && has_item(turn.visit, event.item))
        open_item(turn, event.item);
}

void on(Turn& turn, const did::RemoveItem& event) {
    auto& visit = turn.visit;
    if (list_on_screen(visit) == nullptr || !has_item(visit, event.item))
        return;
    visit.removing = event.item;
    visit.panel = Panel::RemoveItem;
}

void on(Turn& turn, const did::ConfirmRemove&) {
    auto& visit = turn.visit;
    if (visit.panel != Panel::RemoveItem)
        return;
    const auto list = visit.path;
    remove_item(visit, list, visit.removing);
    note_writing(visit, list);
    close_panel(visit);
    visit.findings.clear();
}

} // namespace guichet::visit
