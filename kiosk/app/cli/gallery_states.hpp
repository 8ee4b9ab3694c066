// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/site/site.hpp"
#include "visit/visit.hpp"

#include <memory>
#include <string>
#include <vector>

namespace guichet::app {

/// One screen in one of its typical states.
struct GalleryState {
    std::string name; ///< "question-date-typed": a file's name
    visit::Visit visit;
    Instant now;
};

/// A site that does not exist, with everything a site can have.
Site gallery_site();

/// Every screen and panel in its typical states, made by real events on the first procedure of the
/// offer with fictional answers and a fictional document. The same for every language, size and
/// theme: set them in each visit before drawing.
std::vector<GalleryState> gallery_states(const std::shared_ptr<const visit::Offer>& offer);

} // namespace guichet::app
