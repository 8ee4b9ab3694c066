// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/pix.hpp"

#include <vector>

namespace guichet::scan {

/// A card, or a page of a passport, that lies somewhere on a page: as it is copied at a counter, at
/// its own size or larger, hardly ever straight.
struct Card {
    double x{}; ///< its middle, pixels
    double y{};
    double width{};
    double height{};
    double tilt{}; ///< degrees clockwise, at most 20
};

/// The cards on a page in colour, the largest first, at most six: what has the outline of a card
/// (ISO/IEC 7810 ID-1, ID-2 and ID-3) and leaves much of the page free.
std::vector<Card> find_cards(const PixPtr& colour);

/// The box of that card when it is level.
Box place_of(const Card& card);

/// The page with each tilted card turned level where it lies, on paper of the colour around it. One
/// that would then cover something else stays as it is.
PixPtr with_level_cards(const PixPtr& colour, const std::vector<Card>& cards);

} // namespace guichet::scan
