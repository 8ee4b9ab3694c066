// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the objects of a PDF: its pages one by one, with their words inside the picture.
#include "scan/source.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace guichet;
    const scan::Limits limits{.bytes = 1U << 20, .pixels = 1'000'000, .pages = 3};
    std::string bytes = "%PDF-1.4\n";
    bytes.append(reinterpret_cast<const char*>(data), size);
    const auto pages = scan::open_pages(std::move(bytes), limits);
    if (!pages)
        return 0;
    if ((*pages)->count() < 1 || (*pages)->count() > limits.pages)
        std::abort();
    for (int i = 0; i < (*pages)->count(); ++i) {
        const auto page = (*pages)->page(i);
        if (!page)
            continue;
        for (const auto& [text, box] : page->words)
            if (text.empty() || box.x < 0 || box.y < 0 || box.width <= 0 || box.height <= 0 ||
                box.x + box.width > page->picture->width ||
                box.y + box.height > page->picture->height)
                std::abort();
    }
    return 0;
}
