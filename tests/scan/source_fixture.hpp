// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/source.hpp"
#include "temporary_folder.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <leptonica/allheaders.h>

namespace guichet::source_fixture {

/// A grey ramp as PGM.
inline std::string pgm(int width, int height) {
    std::string bytes = "P5\n" + std::to_string(width) + " " + std::to_string(height) + "\n255\n";
    for (int i = 0; i < width * height; ++i)
        bytes += static_cast<char>(i * 7);
    return bytes;
}

inline std::string jpeg_of(Pix* pix, int quality = 85, bool progressive = false) {
    l_uint8* bytes = nullptr;
    std::size_t size = 0;
    pixWriteMemJpeg(&bytes, &size, pix, quality, progressive ? 1 : 0);
    std::string result(reinterpret_cast<const char*>(bytes), size);
    lept_free(bytes);
    return result;
}

inline Error::Kind error_of(const Result<std::vector<scan::Page>>& pages) {
    REQUIRE_FALSE(pages.has_value());
    return pages.error().kind;
}

} // namespace guichet::source_fixture
