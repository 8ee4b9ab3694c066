// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/pix.hpp"

#include <algorithm>
#include <cstdio>
#include <mutex>
#include <utility>

#include <fcntl.h>
#include <leptonica/allheaders.h>
#include <malloc.h>
#include <unistd.h>

namespace guichet::scan {

void BoxesRelease::operator()(Boxa* boxes) const {
    boxaDestroy(&boxes);
}

void PixRelease::operator()(Pix* pix) const {
    pixDestroy(&pix);
}

int width_of(const PixPtr& pix) {
    return pixGetWidth(pix.get());
}

int height_of(const PixPtr& pix) {
    return pixGetHeight(pix.get());
}

PixPtr share(const PixPtr& pix) {
    return PixPtr(pix ? pixClone(pix.get()) : nullptr);
}

Picture to_picture(const PixPtr& pix) {
    if (!pix)
        return nullptr;
    const PixPtr colour(pixConvertTo32(pix.get()));
    if (!colour)
        return nullptr;
    auto image = std::make_shared<Image>();
    image->width = width_of(colour);
    image->height = height_of(colour);
    image->rgba.resize(
        static_cast<std::size_t>(image->width) * static_cast<std::size_t>(image->height) * 4
    );
    const l_uint32* words = pixGetData(colour.get());
    const int stride = pixGetWpl(colour.get());
    auto* out = image->rgba.data();
    for (int y = 0; y < image->height; ++y) {
        const l_uint32* row = words + static_cast<std::ptrdiff_t>(y) * stride;
        for (int x = 0; x < image->width; ++x, out += 4) {
            out[0] = static_cast<std::uint8_t>(row[x] >> L_RED_SHIFT);
            out[1] = static_cast<std::uint8_t>(row[x] >> L_GREEN_SHIFT);
            out[2] = static_cast<std::uint8_t>(row[x] >> L_BLUE_SHIFT);
            out[3] = 255;
        }
    }
    return image;
}

PixPtr to_pix(const Picture& picture) {
    if (!picture || picture->width <= 0 || picture->height <= 0)
        return nullptr;
    PixPtr pix(pixCreateNoInit(picture->width, picture->height, 32));
    if (!pix)
        return nullptr;
    l_uint32* words = pixGetData(pix.get());
    const int stride = pixGetWpl(pix.get());
    const auto* in = picture->rgba.data();
    for (int y = 0; y < picture->height; ++y) {
        l_uint32* row = words + static_cast<std::ptrdiff_t>(y) * stride;
        for (int x = 0; x < picture->width; ++x, in += 4)
            row[x] = static_cast<l_uint32>(in[0]) << L_RED_SHIFT |
                     static_cast<l_uint32>(in[1]) << L_GREEN_SHIFT |
                     static_cast<l_uint32>(in[2]) << L_BLUE_SHIFT;
    }
    return pix;
}

PixPtr to_grey(const PixPtr& pix) {
    return PixPtr(pix ? pixConvertTo8(pix.get(), 0) : nullptr);
}

PixPtr turned(const PixPtr& pix, int quarters) {
    return PixPtr(pix ? pixRotateOrth(pix.get(), ((quarters % 4) + 4) % 4) : nullptr);
}

PixPtr resized(const PixPtr& pix, double scale) {
    const auto factor = static_cast<l_float32>(scale);
    return PixPtr(pix ? pixScaleGeneral(pix.get(), factor, factor, 0, 0) : nullptr);
}

PixPtr reduced(const PixPtr& pix, double scale) {
    const auto factor = static_cast<l_float32>(scale);
    return scale < 1 && pix ? PixPtr(pixScaleAreaMap(pix.get(), factor, factor)) : share(pix);
}

PixPtr cut_out(const PixPtr& pix, const Box& part) {
    const auto [left, top, width, height] = within(part, width_of(pix), height_of(pix));
    if (width == 0 || height == 0)
        return nullptr;
    BOX* box = boxCreate(left, top, width, height);
    PixPtr cut(pixClipRectangle(pix.get(), box, nullptr));
    boxDestroy(&box);
    return cut;
}

PixPtr without_holes(const PixPtr& ink) {
    const PixPtr holes(ink ? pixHolesByFilling(ink.get(), 4) : nullptr);
    return PixPtr(holes ? pixOr(nullptr, ink.get(), holes.get()) : nullptr);
}

std::vector<Box> parts_of(const PixPtr& ink) {
    const BoxesPtr all(ink ? pixConnCompBB(ink.get(), 8) : nullptr);
    const int count = all ? boxaGetCount(all.get()) : 0;
    std::vector<Box> parts(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        auto& box = parts[static_cast<std::size_t>(i)];
        boxaGetBoxGeometry(all.get(), i, &box.x, &box.y, &box.width, &box.height);
    }
    return parts;
}

void keep_freed_memory() {
    constexpr int largest_kept = 512 << 20;
    static const bool kept =
        mallopt(M_MMAP_MAX, 0) == 1 && mallopt(M_TRIM_THRESHOLD, largest_kept) == 1 &&
        mallopt(M_ARENA_MAX, 1) == 1; // what one thread gave back serves the other
    static_cast<void>(kept);
}

void give_back_memory() {
    malloc_trim(0);
}

namespace {

struct Silence {
    std::mutex lock{};
    int holders{0};
    int kept{-1}; ///< standard error meanwhile
};

Silence& silence() {
    static Silence the_silence;
    return the_silence;
}

} // namespace

Quiet::Quiet() {
    auto& all = silence();
    const std::lock_guard held(all.lock);
    if (all.holders++ > 0)
        return;
    all.kept = dup(STDERR_FILENO);
    std::fflush(stderr);
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere < 0)
        return;
    dup2(nowhere, STDERR_FILENO);
    close(nowhere);
}

Quiet::~Quiet() {
    auto& all = silence();
    const std::lock_guard held(all.lock);
    if (--all.holders > 0 || all.kept < 0)
        return;
    std::fflush(stderr);
    dup2(all.kept, STDERR_FILENO);
    close(std::exchange(all.kept, -1));
}

} // namespace guichet::scan
