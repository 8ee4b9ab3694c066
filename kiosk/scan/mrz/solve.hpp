// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/mrz/glyphs.hpp"
#include "scan/mrz/layout.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::scan {

/// A letter that was changed from what it looked most like.
struct Repair {
    int line{};
    int at{};
    char seen{};
};

/// A machine-readable zone decided letter by letter.
struct Solved {
    const Layout* layout{};
    std::vector<std::string> lines;
    std::vector<std::vector<float>> sureness; ///< per letter, 0 to 1
    /// Per letter, how likely it is another one that every check digit would take for it.
    std::vector<std::vector<float>> twins{};
    std::vector<bool> agreed;      ///< per check of the layout
    std::vector<Repair> repairs{}; ///< what is not as it looked most
    int repaired{};                ///< how many of them because of a check digit
    double score{};                ///< mean logarithm of the probabilities, nats

    int passed() const;
    bool all_agreed() const;
    bool is_repaired(int line, int at) const;
};

/// The likeliest letters that the layout allows. Where a check digit disagrees, the only nearly as
/// likely ones that make it agree; when there are none or several, what was seen is kept.
Solved solve(const Layout& layout, std::span<const std::vector<GlyphScores>> lines);

/// Every check digit agrees, and no letter could well be another one that agrees too.
bool is_proven(const Solved& solved);

/// The same from text that is already letters, as a test or a typed line gives it.
Solved solve_text(const Layout& layout, const std::vector<std::string>& lines);

/// The format text is in, by its shape; null when none.
const Layout* layout_of(const std::vector<std::string>& lines);

} // namespace guichet::scan
