#pragma once

#include "procedure/procedure.hpp"
#include "procedure/proposal.hpp"

namespace guichet::app {

/// A document that does not exist, drawn: somebody's name, first names and birth date on a card.
struct DrawnDocument {
    Picture picture;
    std::vector<Box> boxes; ///< of the three values
};
DrawnDocument draw_document();

/// What a reader would say of it: the last character of the name is in doubt.
procedure::Reading read_document();

} // namespace guichet::app
