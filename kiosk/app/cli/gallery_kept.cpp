// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/gallery_kept.hpp"

#include <utility>

namespace guichet::app {

void KeptStates::keep(std::string name, const Walk& walk) {
    m_states.push_back({std::move(name), walk.visit, walk.now});
}

void KeptStates::keep_after(
    std::string name, const Walk& walk, const std::vector<visit::Event>& events
) {
    auto after = walk;
    for (const auto& event : events)
        after.go(event);
    keep(std::move(name), after);
}

std::vector<GalleryState> KeptStates::take() {
    return std::move(m_states);
}

} // namespace guichet::app
