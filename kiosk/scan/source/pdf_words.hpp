// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/source.hpp"

#include <vector>

namespace poppler {
class page;
}

namespace guichet::scan {

/// Sizes in a PDF.
inline constexpr double points_per_inch = 72;

/// The words of a PDF page that the drawn page shows at their place. None at all when most of them
/// are hidden, lie on their side, or belong to a recognition somebody else made of a picture: then
/// the drawn page has to be read.
std::vector<PrintedWord> words_of(const poppler::page& page, const Page& drawn);

} // namespace guichet::scan
