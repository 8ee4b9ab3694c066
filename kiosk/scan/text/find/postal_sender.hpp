// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/find/postal_block.hpp"

#include <vector>

namespace guichet::scan::postal {

/// Of what is printed on a page, in pixels.
struct Size {
    int width{};
    int height{};
};

/// Who wrote a paper; empty words where it does not say.
struct Sender {
    Words name;
    Words company; ///< the line with the legal form, where another one is the name
};

/// By the highest address that is not the addressee's (null: nobody's), or else the head or the
/// foot of the paper.
Sender sender_of(
    const std::vector<Line>& lines,
    const std::vector<Block>& blocks,
    const Block* addressee,
    Size size
);

} // namespace guichet::scan::postal
