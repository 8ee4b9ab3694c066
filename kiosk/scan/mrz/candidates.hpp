// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"
#include "scan/clean/lines.hpp"
#include "scan/mrz/look.hpp"
#include "scan/pix.hpp"

#include <span>
#include <vector>

namespace guichet::scan {

/// A line of print that may belong to a zone.
struct Candidate {
    PrintLine line;
    double likeness{};
};

/// Candidates of one orientation, and how much they are upside down.
struct Candidates {
    std::vector<Candidate> lines;
    double upright{};
    double upside_down{};
    double best{}; ///< likeness of the likeliest
    int print{};   ///< lines of ordinary print, whatever their letters
};

/// Lines of fixed pitch whose letters look like OCR-B either way up, at most ten. They are looked
/// for in `located`, which may be `grey` with its contrast raised, and judged in what `look` shows.
/// What lies in the boxes `told` is print of other words.
Candidates find_candidates(const PixPtr& located, const Look& look, std::span<const Box> told = {});

/// Whether `below` can be the line after `above` in one zone.
bool follows(const PrintLine& above, const PrintLine& below);

/// Lines from top to bottom; parts of one line that were found apart become one.
std::vector<PrintLine> joined(std::vector<Candidate> candidates);

/// Whether these make the search at other scales worth while.
bool is_hopeful(const Candidates& candidates);

} // namespace guichet::scan
