// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "scan/mrz/solve.hpp"

#include <string>
#include <vector>

namespace guichet::scan {

/// One thing a machine-readable zone says, as a person would type it.
struct MrzPart {
    std::string name;  ///< "primary-identifier", "birth-date"… (the names Doc 9303 gives them)
    std::string value; ///< dates as 1968-03-14, names with spaces
    Span where;
    double confidence{};
    bool proven{};
    std::vector<int> doubtful; ///< characters of `value`: unclear, repaired, or not a known code
};

/// The parts that hold something. A date that does not exist is left out. `today` decides the
/// century of two-digit years: nobody is born tomorrow.
/// Names: primary-identifier, secondary-identifier, birth-date, sex, nationality, document-number,
/// expiry-date; issuing-department and issuing-office of the French card of 1988; and of the
/// registration certificate plate, vehicle-number, first-registration, category, make and model.
std::vector<MrzPart> parts_of(const Solved& solved, Date today);

/// The parts of lines of text; none when they are no machine-readable zone.
std::vector<MrzPart> parts_of_text(const std::vector<std::string>& lines, Date today);

} // namespace guichet::scan
