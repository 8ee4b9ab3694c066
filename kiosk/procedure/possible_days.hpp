// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "procedure/answers.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace guichet::procedure {

/// The days that the dates known in part which one rule asks for may be. Each moves by itself: two
/// people born in 2001 were not born on the same day.
///
/// Of one date every day is tried. Of several, all their combinations would be too many. Tried are:
/// each date on all its days, of more than two on every second, third... and the last, while those
/// before it stand at one end and those behind at the other (so two dates meet in every difference
/// that they can have, and of n of them every number lies on either side of a limit); and a grid
/// over all of them, as fine as 1,000 combinations allow, for rules that want each within a time of
/// its own. A rule is asked some 2,500 times at most for dates that it asks for at once.
class PossibleDays {
public:
    /// Another rule: forgets which dates were asked for.
    void begin();
    /// The day that the date at `path` is taken for now: the first one it may be, at the beginning.
    Date take(const Path& path, Date partial);
    /// How often a day was taken: who asks for a value learns whether it depends on one.
    int taken() const { return m_taken; }
    /// Changes whenever a date taken may have become another day.
    int turn() const { return m_turn; }

    /// Whether `holds`, which takes the days it needs, does on some other combination of them. True
    /// at the first one found; otherwise all are tried.
    bool any_other(const std::function<bool()>& holds);

private:
    struct Taken {
        Path path;
        Date partial;
        int last; ///< index of the last day it may be
        int day{0};
    };
    enum class Way { Up, Down };

    bool any_on_the(Way way, std::size_t count, const std::function<bool()>& holds);
    bool any_on_grid(std::size_t count, const std::function<bool()>& holds);

    std::vector<Taken> m_dates{};
    int m_taken{0};
    int m_turn{0};
};

} // namespace guichet::procedure
