// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/clean/flatten.hpp"

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr double least_unevenness =
    0.012;                        ///< flat pages have up to 0.006, bound ones 0.03 and more
constexpr double most_left = 0.6; ///< of the unevenness, or it was no help
constexpr int sampling = 30;
constexpr int least_lines = 6;
constexpr int paper_level = 130;

/// Leptonica's model of the page, which has to be told that a bound page curves more than it
/// expects; null when it cannot be made.
PixPtr apply_model(const PixPtr& colour, const PixPtr& grey) {
    const Quiet quiet; // it tells how it works
    const PixPtr even(pixBackgroundNormSimple(grey.get(), nullptr, nullptr));
    const PixPtr ink(even ? pixThresholdToBinary(even.get(), paper_level) : nullptr);
    L_Dewarpa* models = ink ? dewarpaCreate(1, sampling, 1, least_lines, 0) : nullptr;
    L_Dewarp* model = models != nullptr ? dewarpCreate(ink.get(), 0) : nullptr;
    if (model == nullptr) {
        dewarpaDestroy(&models);
        return nullptr;
    }
    dewarpaUseBothArrays(models, 1);
    dewarpaSetCheckColumns(models, 0);
    dewarpaSetCurvatures(models, 400, -1, 2000, 1000, 400, 400);
    dewarpaInsertDewarp(models, model);
    Pix* straight = nullptr;
    if (dewarpBuildPageModel(model, nullptr) == 0)
        dewarpaApplyDisparity(models, 0, colour.get(), 255, 0, 0, &straight, nullptr);
    dewarpaDestroy(&models);
    return PixPtr(straight);
}

} // namespace

bool is_curved(const PrintLay& lay) {
    return lay.is_clear && lay.unevenness >= least_unevenness;
}

PixPtr uncurved(const PixPtr& colour, const PixPtr& grey, const PrintLay& before) {
    auto straight = apply_model(colour, grey);
    if (!straight)
        return nullptr;
    const auto after = lay_of_print(to_grey(straight));
    const bool helped = after.is_clear && after.unevenness < most_left * before.unevenness &&
                        after.blobs > 0.8 * before.blobs;
    return helped ? std::move(straight) : nullptr;
}

} // namespace guichet::scan
