#include "scan/text/ocr.hpp"

#include "scan/clean.hpp"
#include "scan/lines.hpp"
#include "scan/text/fold.hpp"

#include <algorithm>
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

Box box_of(const tesseract::ResultIterator& it, tesseract::PageIteratorLevel level) {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    it.BoundingBox(level, &left, &top, &right, &bottom);
    return {.x = left, .y = top, .width = right - left, .height = bottom - top};
}

/// The word the iterator stands on; leaves it on the word's last symbol.
Word take_word(tesseract::ResultIterator& it) {
    Word word;
    word.box = box_of(it, tesseract::RIL_WORD);
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

std::vector<TextLine> collect(Api& api) {
    std::vector<TextLine> lines;
    const std::unique_ptr<tesseract::ResultIterator> it(api.GetIterator());
    if (!it)
        return lines;
    do {
        if (it->Empty(tesseract::RIL_WORD))
            continue;
        if (lines.empty() || it->IsAtBeginningOf(tesseract::RIL_TEXTLINE))
            lines.push_back({.words = {}, .box = box_of(*it, tesseract::RIL_TEXTLINE)});
        auto word = take_word(*it);
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
    api->SetPageSegMode(tesseract::PSM_AUTO);
    api->SetImage(grey.get());
    api->SetSourceResolution(dpi >= 70 && dpi <= 1200 ? static_cast<int>(dpi) : 300);
    tesseract::ETEXT_DESC monitor;
    monitor.set_deadline_msecs(milliseconds_until(end));
    api->Recognize(&monitor);
    auto lines = collect(*api);
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
