// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/source/packed.hpp"

#include "scan/source/decode.hpp"

#include <utility>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr int quality = 92;

} // namespace

void PackedPages::pack(Kept& kept) {
    const PixPtr pix = to_pix(kept.page.picture);
    l_uint8* bytes = nullptr;
    std::size_t size = 0;
    if (!pix || pixWriteMemJpeg(&bytes, &size, pix.get(), quality, 0) != 0)
        return; // it stays as it is
    kept.jpeg.assign(reinterpret_cast<const char*>(bytes), size);
    lept_free(bytes);
    kept.page.picture = nullptr;
}

void PackedPages::add(Page page) {
    m_kept.push_back({.page = std::move(page)});
    if (m_kept.size() == 2)
        pack(m_kept.front());
    if (m_kept.size() >= 2)
        pack(m_kept.back());
}

Result<Page> PackedPages::page(int index) {
    const auto& kept = m_kept.at(static_cast<std::size_t>(index));
    if (kept.page.picture)
        return kept.page;
    auto whole = decode_jpeg(kept.jpeg);
    if (whole) {
        whole->dpi = kept.page.dpi;
        whole->words = kept.page.words;
    }
    return whole;
}

std::size_t PackedPages::weight() const {
    std::size_t sum = 0;
    for (const auto& kept : m_kept)
        sum += kept.jpeg.size() + (kept.page.picture ? kept.page.picture->rgba.size() : 0);
    return sum;
}

} // namespace guichet::scan
