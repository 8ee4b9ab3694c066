// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/stops.hpp"

#include <algorithm>

namespace guichet::visit {
namespace {

/// Place of the question, or of the list it is in, in the procedure's file.
int place(const procedure::Procedure& procedure, const procedure::Path& path) {
    const auto parts = procedure::split(path);
    const auto& id = parts.list.empty() ? parts.question : parts.list;
    int place = 0;
    for (const auto& step : procedure.steps) {
        for (const auto& question : step.questions) {
            if (question.id == id)
                return place;
            place++;
        }
    }
    return path.empty() ? -1 : place;
}

bool is_inside_item(const procedure::Stop& stop) {
    return procedure::split(stop.path).item >= 0;
}

bool was_read(const Visit& visit, const procedure::Stop& stop) {
    const auto* answer = visit.answers.find(stop.path);
    if (answer == nullptr)
        return false;
    return answer->origin.kind == procedure::Origin::Kind::Read ||
           std::ranges::count(visit.confirmed, stop.path) > 0;
}

} // namespace

const procedure::Stop* stop_at(const Visit& visit, const procedure::Path& path) {
    const auto found = std::ranges::find(visit.route.stops, path, &procedure::Stop::path);
    return found == visit.route.stops.end() ? nullptr : &*found;
}

const procedure::Stop* next_stop(const Visit& visit, const procedure::Path& path) {
    const int here = place(*visit.procedure, path);
    for (const auto& stop : visit.route.stops) {
        if (is_inside_item(stop) || was_read(visit, stop))
            continue;
        if (place(*visit.procedure, stop.path) > here)
            return &stop;
    }
    return nullptr;
}

const procedure::Stop* previous_stop(const Visit& visit, const procedure::Path& path) {
    const procedure::Stop* previous = nullptr;
    const int here = place(*visit.procedure, path);
    for (const auto& stop : visit.route.stops) {
        if (is_inside_item(stop))
            continue;
        if (!path.empty() && place(*visit.procedure, stop.path) >= here)
            break;
        previous = &stop;
    }
    return previous;
}

std::vector<const procedure::Stop*>
item_stops(const Visit& visit, std::string_view list, int item) {
    std::vector<const procedure::Stop*> stops;
    for (const auto& stop : visit.route.stops) {
        const auto parts = procedure::split(stop.path);
        if (parts.list == list && parts.item == item)
            stops.push_back(&stop);
    }
    return stops;
}

bool is_missing(const Visit& visit, const procedure::Stop& stop) {
    procedure::Route alone;
    alone.stops.push_back(stop);
    return procedure::first_unanswered(alone, visit.answers) != nullptr;
}

bool has_answers(const Visit& visit, std::string_view list, int item) {
    return std::ranges::any_of(visit.answers.all(), [&](const auto& entry) {
        const auto parts = procedure::split(entry.first);
        return parts.list == list && parts.item == item;
    });
}

} // namespace guichet::visit
