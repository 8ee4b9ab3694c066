// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/ocr/ocr.hpp"

#include "scan/clean/clean.hpp"
#include "scan/clean/lines.hpp"
#include "scan/text/boxes.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/ocr/engine.hpp"
#include "scan/text/ocr/halves.hpp"
#include "scan/text/ocr/left_over.hpp"
#include "scan/text/ocr/other_language.hpp"
#include "scan/text/ocr/page_language.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <future>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/ltrresultiterator.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>

namespace guichet::scan {

namespace {

constexpr double least_turn_confidence = 4;
constexpr int least_words = 12;
constexpr int surely_line = 4; ///< letters that are hardly ever specks
/// Running text is read no worse from capitals of so many pixels, often better, and a large page a
/// fifth faster than from 30.
constexpr double enough_capital = 21.5;
/// Of small capitals Tesseract loses lines and their ends: 0.937 of the words of 16 pages at 100 to
/// 150 dots an inch, 0.960 of the same enlarged.
constexpr double small_capital = 16;
constexpr double enlarged_capital = 17.5;
/// A form is read from A4 at 200 dots an inch: Tesseract is then a quarter faster than at 300 and
/// no worse (0.912 of the words of our 13 pages against 0.904).
constexpr double enough_for_form = 2340;
constexpr double worth_while = 0.8; ///< to be made only a little smaller spares nothing
constexpr double quick = 0.69;      ///< above it Leptonica makes smaller in another, slower way
constexpr double most_enlarged_page = 2;

using Api = tesseract::TessBaseAPI;
/// French and English are read from left to right: the iterator that puts lines of both directions
/// in order takes a twentieth of the whole time for it.
using Place = tesseract::LTRResultIterator;

/// Boxes are divided by `scale`: Tesseract saw the page that much larger.
Box box_of(const Place& it, tesseract::PageIteratorLevel level, double scale) {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    it.BoundingBox(level, &left, &top, &right, &bottom);
    const auto real = [scale](int length) { return static_cast<int>(std::lround(length / scale)); };
    return {
        .x = real(left), .y = real(top), .width = real(right - left), .height = real(bottom - top)};
}

/// The word the iterator stands on; leaves it on the next one, if there is `more`.
Word take_word(Place& it, double scale, bool& more) {
    Word word;
    word.is_ink = true;
    word.box = box_of(it, tesseract::RIL_WORD, scale);
    word.clearness = it.Confidence(tesseract::RIL_WORD) / 100;
    word.known = it.WordIsFromDictionary();
    do {
        const std::unique_ptr<char, DeleteText> text(it.GetUTF8Text(tesseract::RIL_SYMBOL));
        if (text) {
            word.text += text.get();
            const auto letters = letter_count(text.get());
            word.sureness.insert(
                word.sureness.end(), letters, it.Confidence(tesseract::RIL_SYMBOL) / 100
            );
        }
        more = it.Next(tesseract::RIL_SYMBOL);
    } while (more && !it.IsAtBeginningOf(tesseract::RIL_WORD));
    word.folded = fold(word.text);
    return word;
}

/// Tesseract sometimes gives a word the box of all that follow it on its line.
void part_boxes(std::vector<Word>& words) {
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        auto& box = words[i].box;
        const auto& next = words[i + 1].box;
        if (next.x > box.x && next.x + next.width <= box.x + box.width)
            box.width = next.x - box.x;
    }
}

std::vector<TextLine> collect(Api& api, double scale) {
    std::vector<TextLine> lines;
    const std::unique_ptr<tesseract::ResultIterator> begin(api.GetIterator());
    if (!begin)
        return lines;
    Place it(*begin); // NOLINT(cppcoreguidelines-slicing): what it loses is the second direction
    for (bool more = true; more;) {
        if (it.Empty(tesseract::RIL_WORD)) {
            more = it.Next(tesseract::RIL_SYMBOL);
            continue;
        }
        if (lines.empty() || it.IsAtBeginningOf(tesseract::RIL_TEXTLINE))
            lines.push_back({.words = {}, .box = box_of(it, tesseract::RIL_TEXTLINE, scale)});
        auto word = take_word(it, scale, more);
        if (word.text.find_first_not_of(' ') != std::string::npos) // it takes a rule for a blank
            lines.back().words.push_back(std::move(word));
    }
    std::erase_if(lines, [](const TextLine& line) { return line.words.empty(); });
    for (auto& line : lines)
        part_boxes(line.words);
    return lines;
}

int milliseconds_until(std::chrono::steady_clock::time_point end) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        end - std::chrono::steady_clock::now()
    );
    return static_cast<int>(std::max<long>(left.count(), 100));
}

bool is_stopped(void* stopped, int /*words*/) {
    return *static_cast<const std::atomic<bool>*>(stopped);
}

void move(TextLine& line, int x, int y) {
    line.box.x += x;
    line.box.y += y;
    for (auto& word : line.words) {
        word.box.x += x;
        word.box.y += y;
    }
}

/// By which a page is to be made smaller or larger to be read.
double reading_scale(const PixPtr& grey, const TextSheet& sheet) {
    if (sheet.layout == PageLayout::Form)
        return sheet.is_photo ? 1 : scale_for_form(grey);
    const bool large = std::max(width_of(grey), height_of(grey)) > enough_for_form;
    if (sheet.capital > 0 && sheet.capital < small_capital)
        return std::min(enlarged_capital / sheet.capital, most_enlarged_page);
    const double scale = sheet.capital > 0 ? enough_capital / sheet.capital : 1;
    return large && scale < worth_while ? std::min(scale, quick) : 1;
}

/// What Tesseract sees of a page.
struct Seen {
    PixPtr grey;
    double scale{}; ///< of its sides to those of the page
    int resolution{};
};

std::vector<TextLine> read_with(Api& api, const Seen& seen, const TextSheet& sheet) {
    // Papers are forms rather than prose: each run of words by itself, found by its place later.
    const bool is_form = sheet.layout == PageLayout::Form;
    api.SetPageSegMode(is_form ? tesseract::PSM_SPARSE_TEXT : tesseract::PSM_AUTO);
    api.SetImage(seen.grey.get());
    api.SetSourceResolution(seen.resolution);
    tesseract::ETEXT_DESC monitor;
    monitor.set_deadline_msecs(milliseconds_until(sheet.end));
    if (sheet.stopped != nullptr) {
        monitor.cancel = is_stopped;
        monitor.cancel_this = sheet.stopped;
    }
    api.Recognize(&monitor);
    auto lines = collect(api, seen.scale);
    api.Clear();
    return lines;
}

/// As read_with(), parts of the page one after the other.
std::vector<TextLine>
read_parts(Api& api, const Seen& seen, const std::vector<Box>& parts, const TextSheet& sheet) {
    const auto real = [&seen](int length) {
        return static_cast<int>(std::lround(length / seen.scale));
    };
    std::vector<TextLine> all;
    for (const auto& part : parts) {
        const Seen alone{cut_out(seen.grey, part), seen.scale, seen.resolution};
        for (auto& line : read_with(api, alone, sheet)) {
            move(line, real(part.x), real(part.y));
            all.push_back(std::move(line));
        }
    }
    return all;
}

/// A form in a photograph is read whole: in halves six of 567 fields were lost.
std::optional<Halves>
halves_to_read(const PixPtr& grey, const std::vector<PrintLine>& print, const TextSheet& sheet) {
    const bool is_form = sheet.layout == PageLayout::Form;
    if (is_form && sheet.is_photo)
        return std::nullopt;
    return (is_form ? above_and_below : halves_of)(width_of(grey), height_of(grey), print);
}

/// As read_with(), two halves of the page at the same time.
std::vector<TextLine>
read_halves(const Seen& seen, const Halves& halves, Language language, const TextSheet& sheet) {
    auto second = std::async(std::launch::async, [&] {
        auto* api = text_engine(language, EngineSlot::Second);
        return api != nullptr ? std::optional(read_parts(*api, seen, halves[1], sheet))
                              : std::nullopt;
    });
    auto& api = *text_engine(language);
    auto lines = read_parts(api, seen, halves[0], sheet);
    auto others = second.get();
    std::ranges::move(
        others ? *others : read_parts(api, seen, halves[1], sheet), std::back_inserter(lines)
    );
    return lines;
}

} // namespace

double scale_for_form(const PixPtr& grey) {
    return std::min(1.0, enough_for_form / std::max(width_of(grey), height_of(grey)));
}

double clear_letters(const Word& word) {
    return word.clearness * static_cast<double>(word.sureness.size());
}

std::pair<Word, Word> parted(const Word& word, std::size_t end) {
    const auto letters = static_cast<int>(letter_count(word.text));
    const auto before = static_cast<int>(letter_count(word.text.substr(0, end)));
    const int width = letters > 0 ? word.box.width * before / letters : 0;
    auto first = word;
    first.text = word.text.substr(0, end);
    first.folded = fold(first.text);
    first.box.width = width;
    auto second = word;
    second.text = word.text.substr(end);
    second.folded = fold(second.text);
    second.box.x += width;
    second.box.width -= width;
    const auto count = std::min(word.sureness.size(), static_cast<std::size_t>(before));
    const auto middle = word.sureness.begin() + static_cast<std::ptrdiff_t>(count);
    first.sureness.assign(word.sureness.begin(), middle);
    second.sureness.assign(middle, word.sureness.end());
    return {std::move(first), std::move(second)};
}

void append(const Word& next, Word& word) {
    word.text += next.text;
    word.folded = fold(word.text);
    word.box = around(word.box, next.box);
    word.sureness.insert(word.sureness.end(), next.sureness.begin(), next.sureness.end());
    word.clearness = std::min(word.clearness, next.clearness);
}

Legible legible(const std::vector<TextLine>& lines) {
    Legible legible;
    for (const auto& line : lines)
        for (const auto& word : line.words) {
            legible.letters += word.sureness.size();
            legible.clear += clear_letters(word);
        }
    return legible;
}

std::string text_of(const std::vector<TextLine>& lines) {
    std::string all;
    for (const auto& line : lines) {
        if (!all.empty())
            all += '\n';
        for (std::size_t i = 0; i < line.words.size(); ++i)
            all += (i == 0 ? "" : " ") + line.words[i].text;
    }
    return all;
}

Result<std::vector<TextLine>> recognise(const PixPtr& grey, const TextSheet& sheet) {
    if (text_engine(Language::French) == nullptr)
        return fail(Error::Kind::NotFound, "Tesseract's French data is missing");
    const Quiet quiet;
    const double scale = reading_scale(grey, sheet);
    const double dpi = sheet.dpi >= 70 && sheet.dpi <= 1200 ? sheet.dpi : 300;
    const Seen seen{
        .grey = scale > 1 ? resized(grey, scale) : reduced(grey, scale),
        .scale = scale,
        .resolution = static_cast<int>(dpi * scale)};
    if (!seen.grey)
        return std::vector<TextLine>{};
    const bool is_form = sheet.layout == PageLayout::Form;
    if (is_form && !sheet.is_page)
        return read_with(*text_engine(Language::French), seen, sheet);
    // Of a form in all its pixels: in fewer, fewer lines are seen to be left over.
    const auto print = is_form ? find_page_lines(grey, least_line)
                               : stretched(find_page_lines(seen.grey, least_line), 1 / scale);
    const auto seen_print = stretched(print, scale);
    const auto language = is_form ? Language::French : language_of(seen.grey, seen_print);
    const auto halves = halves_to_read(seen.grey, seen_print, sheet);
    auto lines = halves ? read_halves(seen, *halves, language, sheet)
                        : read_with(*text_engine(language), seen, sheet);
    const bool stopped = sheet.stopped != nullptr && *sheet.stopped;
    if (stopped)
        return lines;
    lines = with_left_over(grey, std::move(lines), print, language, sheet.end);
    if (is_form)
        return lines;
    return with_other_language(grey, std::move(lines), language, sheet.end);
}

TextLine recognise_line(const PixPtr& strip, Language language, EngineSlot slot) {
    auto* api = text_engine(language, slot);
    if (api == nullptr || !strip)
        return {};
    const Quiet quiet;
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
    const Quiet quiet;
    const auto api = orientation_engine();
    if (!api)
        return 0;
    const double longest = std::max(width_of(grey), height_of(grey));
    const PixPtr small = reduced(grey, 1700 / longest);
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
    const PixPtr small = reduced(grey, std::min(1.0, 1600 / longest));
    if (!small)
        return false;
    const auto letters = [](const PixPtr& picture) {
        return count_blobs(find_print_lines(picture, surely_line));
    };
    return letters(small) >= 4 * least_words || letters(turned(small, 1)) >= 4 * least_words;
}

} // namespace guichet::scan
