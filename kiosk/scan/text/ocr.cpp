// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/ocr.hpp"

#include "scan/clean/clean.hpp"
#include "scan/clean/lines.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/language.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>

#include <dlfcn.h>
#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>

namespace guichet::scan {

namespace {

constexpr double least_turn_confidence = 4;
constexpr int least_words = 12;
/// A form is read from A4 at 200 dots an inch: Tesseract is then a quarter faster than at 300 and
/// no worse (0.912 of the words of our 13 pages against 0.904). Running text gains a little from
/// all its pixels (0.991 against 0.988 of a page's words).
constexpr double enough_for_form = 2340;
constexpr double enough_for_prose = 3600;
constexpr std::size_t sample_lines = 3;  ///< read to tell the language
constexpr double sample_width = 26;      ///< of such a line, heights of capitals
constexpr int clearly_more = 2;          ///< small words of a language
constexpr int least_sample_letters = 20; ///< of such a line
constexpr int clearly_surer = 1;         ///< per cent, when small words did not tell the language

using Api = tesseract::TessBaseAPI;

struct DeleteText {
    void operator()(char* text) const { delete[] text; } // NOLINT: Tesseract allocates so
};

/// Keeps Tesseract from sharing each small task among four threads that wait for each other: that
/// doubles the work, and on a busy machine the time too. The variable OMP_THREAD_LIMIT is read
/// before main(), so we ask OpenMP itself, where Tesseract was built with it; it is asked for each
/// thread.
void use_one_thread() {
    using SetLevels = void (*)(int);
    static const auto set_levels =
        reinterpret_cast<SetLevels>(dlsym(RTLD_DEFAULT, "omp_set_max_active_levels"));
    if (set_levels != nullptr)
        set_levels(0);
}

/// An engine that stays warm as long as the process; null when its data is missing.
Api* engine(const char* language, tesseract::OcrEngineMode mode) {
    const Quiet quiet;
    auto api = std::make_unique<Api>();
    if (api->Init(nullptr, language, mode) != 0)
        return nullptr;
    api->SetVariable("debug_file", "/dev/null");
    // What one paper says must not change how the next one is read.
    api->SetVariable("tessedit_enable_doc_dict", "0");
    return api.release();
}

Api* text_engine(Language language) {
    static const std::unique_ptr<Api> french(engine("fra", tesseract::OEM_LSTM_ONLY));
    if (language == Language::French)
        return french.get();
    static const std::unique_ptr<Api> english(engine("eng", tesseract::OEM_LSTM_ONLY));
    return english ? english.get() : french.get();
}

Api* orientation_engine() {
    static const std::unique_ptr<Api> api(engine("osd", tesseract::OEM_TESSERACT_ONLY));
    return api.get();
}

/// Boxes are divided by `scale`: Tesseract saw the page that much larger.
Box box_of(const tesseract::ResultIterator& it, tesseract::PageIteratorLevel level, double scale) {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    it.BoundingBox(level, &left, &top, &right, &bottom);
    const auto real = [scale](int length) { return static_cast<int>(std::lround(length / scale)); };
    return {
        .x = real(left), .y = real(top), .width = real(right - left), .height = real(bottom - top)};
}

/// The word the iterator stands on; leaves it on the word's last symbol.
Word take_word(tesseract::ResultIterator& it, double scale) {
    Word word;
    word.box = box_of(it, tesseract::RIL_WORD, scale);
    word.clearness = it.Confidence(tesseract::RIL_WORD) / 100;
    while (true) {
        const std::unique_ptr<char, DeleteText> text(it.GetUTF8Text(tesseract::RIL_SYMBOL));
        if (text) {
            word.text += text.get();
            const auto letters = letter_count(text.get());
            word.sureness.insert(
                word.sureness.end(), letters, it.Confidence(tesseract::RIL_SYMBOL) / 100
            );
        }
        if (it.IsAtFinalElement(tesseract::RIL_WORD, tesseract::RIL_SYMBOL) ||
            !it.Next(tesseract::RIL_SYMBOL))
            break;
    }
    word.folded = fold(word.text);
    return word;
}

std::vector<TextLine> collect(Api& api, double scale) {
    std::vector<TextLine> lines;
    const std::unique_ptr<tesseract::ResultIterator> it(api.GetIterator());
    if (!it)
        return lines;
    do {
        if (it->Empty(tesseract::RIL_WORD))
            continue;
        if (lines.empty() || it->IsAtBeginningOf(tesseract::RIL_TEXTLINE))
            lines.push_back({.words = {}, .box = box_of(*it, tesseract::RIL_TEXTLINE, scale)});
        auto word = take_word(*it, scale);
        if (!word.text.empty())
            lines.back().words.push_back(std::move(word));
    } while (it->Next(tesseract::RIL_SYMBOL));
    std::erase_if(lines, [](const TextLine& line) { return line.words.empty(); });
    return lines;
}

int milliseconds_until(std::chrono::steady_clock::time_point end) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        end - std::chrono::steady_clock::now()
    );
    return static_cast<int>(std::max<long>(left.count(), 100));
}

PixPtr shrunk(const PixPtr& grey, double scale) {
    const auto factor = static_cast<l_float32>(scale);
    return scale < 1 ? PixPtr(pixScaleAreaMap(grey.get(), factor, factor)) : share(grey);
}

/// The longest lines of print one below the other; null when there are too few to tell anything.
PixPtr sample_of(const PixPtr& page) {
    const double scale = std::min(1.0, 1600.0 / std::max(width_of(page), height_of(page)));
    auto lines = find_print_lines(shrunk(page, scale), least_sample_letters);
    std::ranges::sort(lines, std::greater<>(), &PrintLine::length);
    if (lines.size() < 2)
        return nullptr;
    lines.resize(std::min(lines.size(), sample_lines));
    Pixa* strips = pixaCreate(static_cast<int>(lines.size()));
    for (const auto& line : lines) {
        const auto real = [scale](double length) { return static_cast<int>(length / scale); };
        const double end = line.y_at(std::min(line.x1, line.x0 + sample_width * line.height));
        const double top = std::min(line.y0, end) - 0.9 * line.height;
        const double bottom = std::max(line.y0, end) + 0.9 * line.height;
        ::Box* place = boxCreate(
            real(line.x0 - line.height),
            real(top),
            real(std::min(line.length() + 2 * line.height, sample_width * line.height)),
            real(bottom - top)
        );
        if (Pix* strip = pixClipRectangle(page.get(), place, nullptr))
            pixaAddPix(strips, strip, L_INSERT);
        boxDestroy(&place);
    }
    PixPtr stacked(pixaDisplayTiledInColumns(strips, 1, 1, 12, 6));
    pixaDestroy(&strips);
    return stacked;
}

struct Taste {
    SmallWords words;
    int sureness{};
};

Taste read_sample(Api& api, const PixPtr& sample) {
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

/// French unless a few lines are clearly English, or read clearly better so.
Language language_of(const PixPtr& page) {
    auto* french = text_engine(Language::French);
    const auto sample = sample_of(page);
    if (french == nullptr || !sample)
        return Language::French;
    const auto taste = read_sample(*french, sample);
    if (std::abs(taste.words.french - taste.words.english) >= clearly_more)
        return taste.words.french > taste.words.english ? Language::French : Language::English;
    auto* english = text_engine(Language::English);
    const bool surer = read_sample(*english, sample).sureness >= taste.sureness + clearly_surer;
    return surer ? Language::English : Language::French;
}

} // namespace

Result<std::vector<TextLine>> recognise(
    const PixPtr& grey, double dpi, std::chrono::steady_clock::time_point end, PageLayout layout
) {
    if (text_engine(Language::French) == nullptr)
        return fail(Error::Kind::NotFound, "Tesseract's French data is missing");
    const Quiet quiet;
    use_one_thread();
    const bool is_form = layout == PageLayout::Form;
    const double enough = is_form ? enough_for_form : enough_for_prose;
    const double scale = std::min(1.0, enough / std::max(width_of(grey), height_of(grey)));
    const PixPtr seen = shrunk(grey, scale);
    if (!seen)
        return std::vector<TextLine>{};
    auto& api = *text_engine(is_form ? Language::French : language_of(seen));
    // Papers are forms rather than prose: each run of words by itself, found by its place later.
    api.SetPageSegMode(is_form ? tesseract::PSM_SPARSE_TEXT : tesseract::PSM_AUTO);
    api.SetImage(seen.get());
    const double resolution = (dpi >= 70 && dpi <= 1200 ? dpi : 300) * scale;
    api.SetSourceResolution(static_cast<int>(resolution));
    tesseract::ETEXT_DESC monitor;
    monitor.set_deadline_msecs(milliseconds_until(end));
    api.Recognize(&monitor);
    auto lines = collect(api, scale);
    api.Clear();
    return lines;
}

TextLine recognise_line(const PixPtr& strip) {
    auto* api = text_engine(Language::French);
    if (api == nullptr || !strip)
        return {};
    const Quiet quiet;
    use_one_thread();
    api->SetPageSegMode(tesseract::PSM_SINGLE_LINE);
    api->SetImage(strip.get());
    api->SetSourceResolution(300);
    api->Recognize(nullptr);
    TextLine whole;
    for (auto& line : collect(*api, 1)) {
        whole.box = line.box;
        std::ranges::move(line.words, std::back_inserter(whole.words));
    }
    api->Clear();
    return whole;
}

int text_orientation(const PixPtr& grey) {
    auto* api = orientation_engine();
    if (api == nullptr)
        return 0;
    const Quiet quiet;
    use_one_thread();
    const double longest = std::max(width_of(grey), height_of(grey));
    const auto factor = static_cast<l_float32>(std::min(1.0, 1700 / longest));
    const PixPtr small(pixScaleAreaMap(grey.get(), factor, factor));
    if (!small)
        return 0;
    api->SetPageSegMode(tesseract::PSM_OSD_ONLY);
    api->SetImage(small.get());
    int degrees = 0;
    float confidence = 0;
    const char* script = nullptr;
    float script_confidence = 0;
    const bool seen =
        api->DetectOrientationScript(&degrees, &confidence, &script, &script_confidence);
    api->Clear();
    if (!seen || confidence < least_turn_confidence)
        return 0;
    return (4 - degrees / 90 % 4) % 4;
}

bool has_print(const PixPtr& grey) {
    const double longest = std::max(width_of(grey), height_of(grey));
    const PixPtr small = shrunk(grey, std::min(1.0, 1600 / longest));
    if (!small)
        return false;
    const auto letters = [](const PixPtr& picture) {
        int blobs = 0;
        for (const auto& line : find_print_lines(picture, 4))
            blobs += line.blobs;
        return blobs;
    };
    return letters(small) >= 4 * least_words || letters(turned(small, 1)) >= 4 * least_words;
}

} // namespace guichet::scan
