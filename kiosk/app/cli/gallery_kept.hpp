// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/gallery_answers.hpp"
#include "app/cli/gallery_states.hpp"

#include <string>
#include <vector>

namespace guichet::app {

/// The states kept while walking through a visit.
class KeptStates {
public:
    void keep(std::string name, const Walk& walk);
    /// As it is after some more events.
    void keep_after(std::string name, const Walk& walk, const std::vector<visit::Event>& events);
    std::vector<GalleryState> take();

private:
    std::vector<GalleryState> m_states;
};

} // namespace guichet::app
