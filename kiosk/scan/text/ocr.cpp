#include "scan/text/ocr.hpp"

#include "scan/clean/clean.hpp"
#include "scan/clean/lines.hpp"
#include "scan/text/fold.hpp"

#include <algorithm>
#include <cmath>
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
/// A4 at 200 dots an inch: Tesseract is then a quarter faster than at 300 and no worse (0.912 of
/// the words of our 13 pages against 0.904).
constexpr double enough_pixels = 2340;

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
    return api.release();
}

Api* french_engine() {
    static const std::unique_ptr<Api> api(engine("fra", tesseract::OEM_LSTM_ONLY));
    return api.get();
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

} // namespace

Result<std::vector<TextLine>>
recognise(const PixPtr& grey, double dpi, std::chrono::steady_clock::time_point end) {
    auto* api = french_engine();
    if (api == nullptr)
        return fail(Error::Kind::NotFound, "Tesseract's French data is missing");
    const Quiet quiet;
    use_one_thread();
    const double scale = std::min(1.0, enough_pixels / std::max(width_of(grey), height_of(grey)));
    const auto factor = static_cast<l_float32>(scale);
    const PixPtr seen =
        scale < 1 ? PixPtr(pixScaleAreaMap(grey.get(), factor, factor)) : share(grey);
    if (!seen)
        return std::vector<TextLine>{};
    // Papers are forms rather than prose: each run of words by itself, found by its place later.
    api->SetPageSegMode(tesseract::PSM_SPARSE_TEXT);
    api->SetImage(seen.get());
    const double resolution = (dpi >= 70 && dpi <= 1200 ? dpi : 300) * scale;
    api->SetSourceResolution(static_cast<int>(resolution));
    tesseract::ETEXT_DESC monitor;
    monitor.set_deadline_msecs(milliseconds_until(end));
    api->Recognize(&monitor);
    auto lines = collect(*api, scale);
    api->Clear();
    return lines;
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
    const auto factor = static_cast<l_float32>(std::min(1.0, 1600 / longest));
    const PixPtr small(pixScaleAreaMap(grey.get(), factor, factor));
    if (!small)
        return false;
    int blobs = 0;
    for (const auto& line : find_print_lines(small, 4))
        blobs += line.blobs;
    const PixPtr side = turned(small, 1);
    int across = 0;
    for (const auto& line : find_print_lines(side, 4))
        across += line.blobs;
    return std::max(blobs, across) >= 4 * least_words;
}

} // namespace guichet::scan
