// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a picture or PDF, and as a camera's frame: pages or an error, within the limits.
#include "scan/source.hpp"
#include "scan/source/measure.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace guichet;
    const scan::Limits limits{.bytes = 1U << 20, .pixels = 1'000'000, .pages = 3};
    const auto pages =
        scan::decode_pages(std::string_view(reinterpret_cast<const char*>(data), size), limits);
    const auto frame = scan::look_at(std::string_view(reinterpret_cast<const char*>(data), size));
    if (frame.grey) {
        const auto seen = scan::measure(frame, frame);
        if (seen.motion != 0 || seen.detail < 0 || seen.detail > 1)
            std::abort();
    }
    if (!pages)
        return 0;
    for (const auto& page : *pages)
        if (!page.picture || page.picture->width <= 0 || page.picture->height <= 0)
            std::abort();
    return 0;
}
