// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/proposal.hpp"
#include "procedure/type.hpp"
#include "ui/kit/frame.hpp"

#include <string>
#include <vector>

namespace guichet::ui {

/// A value read, cut where a character is in doubt.
struct Piece {
    std::string words;
    bool doubtful{false};

    bool operator==(const Piece&) const = default;
};

/// The proposal as the type groups it ("2 68 03 …", 14/03/1968), with its doubtful characters
/// apart.
std::vector<Piece> pieces(const procedure::Proposal& proposal, const procedure::Type& type);

/// One after another from the start of the rect; the doubtful ones framed. Returns the height.
float draw_pieces(Frame& frame, const Rect& rect, const std::vector<Piece>& pieces);
float pieces_height(Frame& frame, const std::vector<Piece>& pieces, float width);

} // namespace guichet::ui
