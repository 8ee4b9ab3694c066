// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"

#include <poppler-image.h>

namespace poppler {
class page;
}

namespace guichet::scan {

/// The page at so many dots an inch, its letters smooth; not valid when it cannot be drawn.
poppler::image draw_page(const poppler::page& page, double dpi);

Picture to_picture(const poppler::image& drawn);

} // namespace guichet::scan
