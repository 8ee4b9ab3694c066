// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/stops.hpp"

#include <algorithm>

namespace guichet::visit {

Progress progress(const Visit& visit) {
    if (visit.procedure == nullptr || visit.screen <= Screen::Catalogue)
        return {};
    const auto& steps = visit.route.steps;
    const int all = static_cast<int>(steps.size()) + 1;
    if (visit.screen == Screen::Check || visit.screen == Screen::Done)
        return {.step = all, .steps = all};
    const auto* stop = visit.screen == Screen::Need ? nullptr : stop_at(visit, visit.path);
    if (stop == nullptr)
        return {.step = 0, .steps = all};
    const auto here = std::ranges::find(steps, stop->step);
    return {.step = static_cast<int>(here - steps.begin()) + 1, .steps = all};
}

} // namespace guichet::visit
