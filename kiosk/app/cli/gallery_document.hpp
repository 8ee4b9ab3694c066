// SPDX-License-Identifier: GPL-3.0-or-later
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

/// A photo of it, lying askew on a table.
Picture draw_on_table();

/// What a reader would say of it: the last character of the name is in doubt.
procedure::Reading read_document();

} // namespace guichet::app
