// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/clean/sides.hpp"

namespace guichet::scan {

/// A sheet printed up to its edge has a band of colour where no paper shows. `quad` with one side
/// moved out over such a band, where it then has the shape of an A4 sheet (ISO 216) and colours
/// change all along its new edges; else as it is. In pixels of `small`, 32 bits each.
Quad with_bleed(const PixPtr& small, const Quad& quad);

} // namespace guichet::scan
