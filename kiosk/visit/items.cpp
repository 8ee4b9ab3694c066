#include "visit/advice.hpp"
#include "visit/flow.hpp"
#include "visit/stops.hpp"

#include <map>

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
    const auto answered = visit.answers.find(visit.path) != nullptr;
    const long items = visit.answers.items(visit.path);
    const auto* stop = stop_at(visit, visit.path);
    if (!answered && list.min && items < *list.min) {
        visit.findings = {{.path = visit.path, .say = too_few(*list.min)}};
        return;
    }
    if (stop != nullptr && is_missing(visit, *stop)) {
        visit.findings = {{.path = visit.path, .say = advice(list)}};
        return;
    }
    if (const auto* inside = first_missing_inside(visit))
        return ask(turn, procedure::Path{inside->path});
    proceed(turn);
}

void remove_item(Visit& visit, std::string_view list, int item) {
    visit.answers.remove_item(list, item);
    close_gap(visit.drafts, list, item);
    close_gap(visit.papers, list, item);
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
    visit.answers.erase(visit.path); // "je ne sais pas" no longer holds
    const int item = visit.answers.add_item(visit.path);
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
    close_panel(visit);
    visit.findings.clear();
}

} // namespace guichet::visit
