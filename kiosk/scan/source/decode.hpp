#pragma once

#include "base/result.hpp"
#include "scan/pix.hpp"
#include "scan/source.hpp"

#include <string_view>
#include <vector>

namespace guichet::scan {

/// Pages keep at most this many pixels after decoding (A4 at 450 dpi): reading needs no more.
inline constexpr long kept_pixels = 20'000'000;

/// The pages of a PDF at 300 dpi, or less for very large sheets.
Result<std::vector<Page>> decode_pdf(std::string_view bytes, const Limits& limits);

/// The pictures of a JPEG, PNG, TIFF, WebP, PNM or BMP file.
Result<std::vector<Page>> decode_pictures(std::string_view bytes, const Limits& limits);

/// EXIF orientation, 1 to 8 (JEITA CP-3451 tag 0x0112); 1 when there is none.
int exif_orientation(std::string_view jpeg);

} // namespace guichet::scan
