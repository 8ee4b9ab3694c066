// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/ocr/quick_png.hpp"

#include <dlfcn.h>
#include <leptonica/allheaders.h>

namespace {

using WriteToMemory = l_ok (*)(l_uint8** data, std::size_t* size, PIX* pix, l_int32 format);

/// What Leptonica takes from a picture for the level of its compression (pix.h: 10 + level).
constexpr int not_compressed = 10;

} // namespace

// Of two definitions a library finds that of the program: this stands before Leptonica's.
// NOLINTNEXTLINE(readability-identifier-naming): the name is Leptonica's
extern "C" l_ok pixWriteMem(l_uint8** data, std::size_t* size, PIX* pix, l_int32 format) {
    static const auto theirs = reinterpret_cast<WriteToMemory>(dlsym(RTLD_NEXT, "pixWriteMem"));
    if (theirs == nullptr)
        return 1;
    if (format == IFF_PNG && pix != nullptr)
        pixSetSpecial(pix, not_compressed);
    return theirs(data, size, pix, format);
}

namespace guichet::scan {

void use_quick_png() {} // whoever calls it has the definition above in the program

} // namespace guichet::scan
