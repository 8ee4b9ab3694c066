// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/find/known.hpp"
#include "scan/text/find/places.hpp"
#include "scan/text/find/postal.hpp"

namespace guichet::scan {

/// A page whose kind was recognised, and what the values of its fields are looked for with.
struct Paper {
    const PageText& page;
    const Kind& kind;
    Known known;
    Labels labels;
    Postal postal; ///< empty where no field wants any of it
};

} // namespace guichet::scan
