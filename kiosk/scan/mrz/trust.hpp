// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/mrz/solve.hpp"

namespace guichet::scan {

/// Below this a letter that nothing checks is marked as one that could be another.
inline constexpr float sure_enough = 0.85F;

/// What check digits make certain of a solved zone. One digit alone lets one misreading in ten
/// through, so more is asked: the zone's last digit, which covers the others, and clear print.
class ZoneTrust {
public:
    explicit ZoneTrust(const Solved& solved) : m_solved(solved) {}

    /// The digit of the check at `index` agrees, so does the composite one where there is one,
    /// nothing under it was repaired, at most one letter was unclear, and none could be one that
    /// counts alike.
    bool is_proven(int index) const;

    /// The same for every check, and every letter of the zone.
    bool is_whole() const;

private:
    bool is_clear(const std::vector<Span>& spans, bool double_checked) const;

    const Solved& m_solved;
};

} // namespace guichet::scan
