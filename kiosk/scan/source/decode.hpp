// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"
#include "scan/pix.hpp"
#include "scan/source.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace guichet::scan {

/// Pages keep at most this many pixels after decoding (A4 at 350 dpi): reading needs no more, and
/// every copy of a page costs four bytes a pixel.
inline constexpr long kept_pixels = 12'000'000;

/// More than twice as many are never held whole: they are made smaller while they are decoded.
inline constexpr long whole_pixels = 2 * kept_pixels;

/// Bytes as Leptonica takes them.
inline const unsigned char* data_of(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

/// The pages of a PDF at 300 dpi, or less for very large sheets, with their words.
Result<PagesPtr> open_pdf(std::string bytes, const Limits& limits);

/// The pictures of a JPEG, PNG, TIFF, WebP, PNM or BMP file. TooLarge also for what cannot be
/// decoded in parts and would take over 128 MB whole (TIFF, WebP).
Result<PagesPtr> open_pictures(std::string bytes, const Limits& limits);

/// A whole JPEG, or one that lost only its last lines.
Result<Page> decode_jpeg(std::string_view bytes);

/// Over `whole_pixels` in grey; see-through parts are white.
Result<Page> decode_png(std::string_view bytes);

/// A decoded picture as a page, not larger than kept.
Result<Page> to_page(PixPtr pix, double dpi);

/// EXIF orientation, 1 to 8 (JEITA CP-3451 tag 0x0112); 1 when there is none.
int exif_orientation(std::string_view jpeg);

} // namespace guichet::scan
