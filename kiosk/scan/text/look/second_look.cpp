// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/look/second_look.hpp"

#include "scan/text/boxes.hpp"
#include "scan/text/letters.hpp"
#include "scan/text/ocr/strip.hpp"
#include "scan/text/ocr/two_engines.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr double worth_a_look = 0.8; ///< confidence from which on a value may be sure
constexpr std::size_t at_once = 2;   ///< lines

/// The figures of those words in that place, one after the other.
std::string figures_in(const Box& place, const Words& words) {
    std::string figures;
    for (const auto* word : words)
        if (word->clearness >= least_clearness && holds_middle(place, word->box))
            std::ranges::copy_if(word->text, std::back_inserter(figures), is_digit);
    return figures;
}

bool is_unchecked(const procedure::Proposal& field) {
    return !field.proven && field.doubtful.empty() && field.confidence >= worth_a_look;
}

/// Whether most of a place is darker than its mean: light print on a dark ground.
bool is_light_on_dark(const PixPtr& piece) {
    l_float32 mean = 0;
    l_float32 ground = 0;
    return pixGetAverageMasked(piece.get(), nullptr, 0, 0, 1, L_MEAN_ABSVAL, &mean) == 0 &&
           pixGetRankValueMasked(piece.get(), nullptr, 0, 0, 1, 0.5F, &ground, nullptr) == 0 &&
           ground < mean;
}

/// The line of that place as it is read alone, in dark print on light ground.
TextLine read_alone(const PixPtr& grey, const Box& place, EngineSlot slot) {
    const int around = place.height / 2;
    const Box wide{
        .x = std::max(0, place.x - around),
        .y = std::max(0, place.y - around),
        .width = place.width + 2 * around,
        .height = place.height + 2 * around};
    const auto piece = cut_out(grey, wide);
    if (!piece)
        return {};
    if (is_light_on_dark(piece))
        pixInvert(piece.get(), piece.get());
    auto strip = cut_strip(
        piece, {.width = wide.width, .height = wide.height}, place.height, StripLight::Even
    );
    if (!strip.grey)
        return {};
    auto line = recognise_line(strip.grey, Language::French, slot);
    strip.place.x += wide.x;
    strip.place.y += wide.y;
    place_in_page(line, strip);
    return line;
}

bool is_unlike(const PixPtr& grey, const PageText& page, const Box& place, EngineSlot slot) {
    const auto first = figures_in(place, page.within(place));
    if (first.empty())
        return false;
    const auto line = read_alone(grey, place, slot);
    Words words;
    for (const auto& word : line.words)
        words.push_back(&word);
    const auto second = figures_in(place, words);
    return second.size() == first.size() && second != first;
}

} // namespace

void doubt_unlike(
    const PixPtr& grey,
    const PageText& page,
    std::vector<procedure::Proposal>& fields,
    std::chrono::steady_clock::time_point end
) {
    std::vector<procedure::Proposal*> unchecked;
    for (auto& field : fields)
        if (is_unchecked(field))
            unchecked.push_back(&field);
    read_on_two_engines(unchecked.size(), at_once, [&](std::size_t i, EngineSlot slot) {
        auto& field = *unchecked[i];
        if (std::chrono::steady_clock::now() < end && is_unlike(grey, page, field.box, slot))
            field.confidence = most_if_unlike;
    });
}

} // namespace guichet::scan
