// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/clean/faults.hpp"

#include "scan/clean/outline.hpp"

#include <algorithm>
#include <cmath>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

using procedure::PictureFault;

constexpr double dark_paper = 85;     ///< grey level; a third of white
constexpr double least_contrast = 40; ///< grey levels from print to paper
constexpr double least_capital = 9;   ///< pixels; Tesseract wants 20 and still reads 10
constexpr double most_edge = 0.33;    ///< of a capital, that the edge of a letter may be wide
constexpr double usual_capital = 20;  ///< pixels, where no print can be made out
constexpr double white_paper = 228;   ///< beyond, a white stain cannot be told from paper
constexpr int burnt = 250;            ///< grey level without any print left
constexpr double least_stain = 0.01;  ///< of the picture
constexpr double most_apart = 0.3;    ///< of all burnt pixels, that are no part of the stain
constexpr double most_stain = 0.3;    ///< of the picture
constexpr double paper_there = 0.3;   ///< of a border, where the sheet runs out of the picture
constexpr double no_paper = 0.05;     ///< of a border, where it does not
constexpr int tiles = 10;             ///< across and down, in which edges are looked at
constexpr std::size_t least_tiles = 3;

PixPtr shrunk(const PixPtr& pix, double side) {
    return reduced(pix, side / std::max(width_of(pix), height_of(pix)));
}

/// The grey level under which `part` of the pixels lie.
double level_at(const PixPtr& grey, double part) {
    Numa* levels = pixGetGrayHistogram(grey.get(), 2);
    l_float32 level = 0;
    numaHistogramGetValFromRank(levels, static_cast<l_float32>(part), &level);
    numaDestroy(&levels);
    return level;
}

/// Over how many pixels print in this tile goes from light to dark; 0 without print.
double edge_width(const PixPtr& grey, const ::Box& tile) {
    int x0 = 0;
    int y0 = 0;
    int width = 0;
    int height = 0;
    boxGetGeometry(const_cast<::Box*>(&tile), &x0, &y0, &width, &height); // NOLINT: C API
    int darkest = 255;
    int lightest = 0;
    int steepest = 0;
    for (int y = y0; y < y0 + height; ++y) {
        const l_uint32* row =
            pixGetData(grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(grey.get());
        for (int x = x0; x + 1 < x0 + width; ++x) {
            const int level = GET_DATA_BYTE(row, x);
            const int next = GET_DATA_BYTE(row, x + 1);
            darkest = std::min(darkest, level);
            lightest = std::max(lightest, level);
            steepest = std::max(steepest, std::abs(level - next));
        }
    }
    const int contrast = lightest - darkest;
    return contrast < least_contrast || steepest == 0 ? 0
                                                      : static_cast<double>(contrast) / steepest;
}

/// The middle one of all tiles with print; 0 when there are too few.
double usual_edge_width(const PixPtr& grey) {
    std::vector<double> widths;
    const int width = width_of(grey) / tiles;
    const int height = height_of(grey) / tiles;
    for (int i = 0; i < tiles * tiles && width > 1 && height > 1; ++i) {
        ::Box* tile = boxCreate(i % tiles * width, i / tiles * height, width, height);
        if (const double edge = edge_width(grey, *tile); edge > 0)
            widths.push_back(edge);
        boxDestroy(&tile);
    }
    if (widths.size() < least_tiles)
        return 0;
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
    std::nth_element(widths.begin(), middle, widths.end());
    return *middle;
}

/// Of the largest blob without any print, a part of the picture.
double largest_stain(const PixPtr& grey) {
    const PixPtr light(pixThresholdToBinary(grey.get(), burnt)); // dark is set
    const PixPtr stains(light ? pixInvert(nullptr, light.get()) : nullptr);
    const PixPtr whole(stains ? pixOpenBrick(nullptr, stains.get(), 9, 9) : nullptr);
    Pixa* parts = nullptr;
    Boxa* boxes = whole ? pixConnComp(whole.get(), &parts, 4) : nullptr;
    int most = 0;
    for (int i = 0; i < pixaGetCount(parts); ++i) {
        const PixPtr part(pixaGetPix(parts, i, L_CLONE));
        int count = 0;
        pixCountPixels(part.get(), &count, nullptr);
        most = std::max(most, count);
    }
    boxaDestroy(&boxes);
    pixaDestroy(&parts);
    int all = 0;
    if (whole)
        pixCountPixels(whole.get(), &all, nullptr);
    if (most < (1 - most_apart) * all) // white here and there is paper or a drawing
        return 0;
    return static_cast<double>(most) / width_of(grey) / height_of(grey);
}

bool is_cut(const Page& page, const CleanPage& cleaned) {
    const PixPtr whole = cleaned.corners ? nullptr : to_pix(page.picture);
    if (!whole)
        return false;
    const auto borders = paper_at_borders(shrunk(whole, 400));
    const auto [least, most] = std::ranges::minmax(borders);
    return least <= no_paper && most >= paper_there;
}

} // namespace

std::vector<PictureFault> picture_faults(const Page& page, const CleanPage& cleaned) {
    std::vector<PictureFault> faults;
    if (!cleaned.grey || std::min(width_of(cleaned.grey), height_of(cleaned.grey)) < 40)
        return faults;
    const PixPtr small = shrunk(cleaned.grey, 800);
    const double paper = level_at(small, 0.9);
    const auto lay = lay_of_print(cleaned);
    const double edge = usual_edge_width(cleaned.grey);
    const bool is_dark = paper < dark_paper;
    if (is_dark)
        faults.push_back(PictureFault::TooDark);
    const double stain = largest_stain(small);
    if (!is_dark && level_at(small, 0.5) < white_paper && stain > least_stain && stain < most_stain)
        faults.push_back(PictureFault::Glossy);
    if (is_cut(page, cleaned))
        faults.push_back(PictureFault::Cut);
    const double capital = lay.is_clear ? lay.height : usual_capital;
    if (lay.is_clear && lay.height < least_capital)
        faults.push_back(PictureFault::TooSmall);
    else if (edge > most_edge * capital)
        faults.push_back(PictureFault::TooBlurred);
    return faults;
}

bool is_blank(const PixPtr& grey) {
    constexpr l_int32 least_difference = 8; // grey levels; a scanner's own grain has more
    l_int32 darkest = 0;
    l_int32 lightest = 255;
    pixGetExtremeValue(grey.get(), 1, L_SELECT_MIN, nullptr, nullptr, nullptr, &darkest);
    pixGetExtremeValue(grey.get(), 1, L_SELECT_MAX, nullptr, nullptr, nullptr, &lightest);
    return lightest - darkest < least_difference;
}

} // namespace guichet::scan
