// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/ocr/page_language.hpp"

#include "scan/text/ocr/engine.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <utility>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr std::size_t sample_lines = 3;    ///< read to tell the language
constexpr double sample_width = 36;        ///< of such a line, heights of capitals
constexpr int ground = 190;                ///< grey from which on it is white, as between the lines
constexpr int clear_lead = 2;              ///< small words of a language
constexpr int least_sample_letters = 20;   ///< of such a line
constexpr double least_sample_share = 0.6; ///< of the longest line
constexpr int clearly_surer = 1;           ///< per cent, when small words did not tell the language

/// Long lines from all over the page: a quotation in another language stands together.
std::vector<PrintLine> sample_lines_of(std::vector<PrintLine> lines) {
    std::erase_if(lines, [](const PrintLine& line) { return line.blobs < least_sample_letters; });
    std::ranges::sort(lines, std::greater<>(), &PrintLine::length);
    const auto is_short = [longest = lines.empty() ? 0 : lines.front().length()](const auto& line) {
        return line.length() < least_sample_share * longest;
    };
    std::erase_if(lines, is_short);
    if (lines.size() <= sample_lines)
        return lines;
    std::ranges::sort(lines, {}, &PrintLine::y0);
    std::vector<PrintLine> spread;
    for (std::size_t i = 0; i < sample_lines; ++i)
        spread.push_back(lines[(2 * i + 1) * lines.size() / (2 * sample_lines)]);
    return spread;
}

/// Lines of print one below the other; null when there are too few to tell anything.
PixPtr sample_of(const PixPtr& page, std::vector<PrintLine> all) {
    const auto lines = sample_lines_of(std::move(all));
    if (lines.size() < 2)
        return nullptr;
    Pixa* strips = pixaCreate(static_cast<int>(lines.size()));
    for (const auto& line : lines) {
        const auto real = [](double length) { return static_cast<int>(length); };
        const double end = line.y_at(std::min(line.x1, line.x0 + sample_width * line.height));
        const double top = std::min(line.y0, end) - 0.9 * line.height;
        const double bottom = std::max(line.y0, end) + 0.9 * line.height;
        const Box place{
            .x = real(line.x0 - line.height),
            .y = real(top),
            .width = real(std::min(line.length() + 2 * line.height, sample_width * line.height)),
            .height = real(bottom - top)};
        if (auto strip = cut_out(page, place)) {
            pixGammaTRC(strip.get(), strip.get(), 1, 0, ground);
            pixaAddPix(strips, strip.release(), L_INSERT);
        }
    }
    PixPtr stacked(pixaDisplayTiledInColumns(strips, 1, 1, 12, 0));
    pixaDestroy(&strips);
    return stacked;
}

struct Taste {
    SmallWords words;
    int sureness{};
};

Taste read_sample(tesseract::TessBaseAPI& api, const PixPtr& sample) {
    api.SetPageSegMode(tesseract::PSM_SINGLE_BLOCK);
    api.SetImage(sample.get());
    api.SetSourceResolution(300);
    const std::unique_ptr<char, DeleteText> text(api.GetUTF8Text());
    Taste taste;
    if (text)
        taste.words = count_small_words(text.get());
    taste.sureness = api.MeanTextConf();
    api.Clear();
    return taste;
}

} // namespace

Language language_of(const PixPtr& page, std::vector<PrintLine> lines) {
    auto* french = text_engine(Language::French);
    const auto sample = sample_of(page, std::move(lines));
    if (french == nullptr || !sample)
        return Language::French;
    const auto taste = read_sample(*french, sample);
    if (std::abs(taste.words.french - taste.words.english) >= clear_lead)
        return taste.words.french > taste.words.english ? Language::French : Language::English;
    auto* english = text_engine(Language::English);
    const bool surer = read_sample(*english, sample).sureness >= taste.sureness + clearly_surer;
    return surer ? Language::English : Language::French;
}

} // namespace guichet::scan
