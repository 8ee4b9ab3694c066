#pragma once

#include "scan/mrz/glyphs.hpp"
#include "scan/mrz/layout.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::scan {

/// A machine-readable zone decided letter by letter.
struct Solved {
    const Layout* layout{};
    std::vector<std::string> lines;
    std::vector<std::vector<float>> sureness; ///< per letter, 0 to 1
    std::vector<bool> agreed;                 ///< per check of the layout
    int repaired{};                           ///< letters changed because of a check digit
    double score{};                           ///< mean logarithm of the probabilities, nats

    int passed() const;
    bool all_agreed() const;
};

/// The likeliest letters that the layout allows. Where a check digit disagrees, the likeliest ones
/// that make it agree, if they are nearly as likely as those seen; else what was seen is kept.
Solved solve(const Layout& layout, std::span<const std::vector<GlyphScores>> lines);

/// Every check digit agrees, and no letter could well be another one that agrees too.
bool is_proven(const Solved& solved);

/// The same from text that is already letters, as a test or a typed line gives it.
Solved solve_text(const Layout& layout, const std::vector<std::string>& lines);

/// The format text is in, by its shape; null when none.
const Layout* layout_of(const std::vector<std::string>& lines);

} // namespace guichet::scan
