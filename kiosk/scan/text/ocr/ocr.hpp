// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"
#include "base/result.hpp"
#include "scan/pix.hpp"
#include "scan/text/ocr/engine_slot.hpp"
#include "scan/text/ocr/language.hpp"

#include <atomic>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace guichet::scan {

/// A printed word: UTF-8, and how sure each character is (0 to 1). The whole may be no word though
/// each of its characters looks like one: `clearness`.
struct Word {
    std::string text;
    std::string folded; ///< see fold()
    Box box;
    std::vector<float> sureness;
    float clearness{1};
    bool known{false};    ///< to the dictionary of the language it was read in
    bool is_ink{false};   ///< its box is as high as its letters are, not as their font
    bool is_code{false};  ///< of the value it is printed before, see text/find/printed_codes.hpp
    bool is_guess{false}; ///< a code that was not read as it is printed
};

/// What is less clear is a speck of the ground.
inline constexpr float least_clearness = 0.3F;

/// How many of its letters are clear, each as clear as the word.
double clear_letters(const Word& word);

/// What follows it right away, as part of the same word.
void append(const Word& next, Word& word);

/// What stands in a word before and from byte `end`.
std::pair<Word, Word> parted(const Word& word, std::size_t end);

struct TextLine {
    std::vector<Word> words;
    Box box;
};

/// How much of some lines can be read.
struct Legible {
    std::size_t letters{};
    double clear{}; ///< how many of them, each as clear as its word
};
Legible legible(const std::vector<TextLine>& lines);

/// How a page is laid out. A form: short runs of words anywhere, read in French. Prose: running
/// text, in columns perhaps, read in French or in English.
enum class PageLayout { Form, Prose };

/// Their words as they are printed.
std::string text_of(const std::vector<TextLine>& lines);

/// What is known of a page, and until when it may be read.
struct TextSheet {
    PageLayout layout{};
    double dpi{};             ///< 0 when not known
    double capital{};         ///< height of most capitals, in pixels; 0 when not known
    std::vector<Box> cards{}; ///< that lie on the page
    /// All of a form on plain paper: it is looked at again where print was passed over. No card,
    /// whose pattern looks like print.
    bool is_page{false};
    bool is_photo{false}; ///< the sheet was cut out of one
    std::chrono::steady_clock::time_point end;
    std::atomic<bool>* stopped{nullptr}; ///< once true, what was read so far is enough
};

/// By which a form is to be made smaller to be read, at most 1.
double scale_for_form(const PixPtr& grey);

/// The words on an upright page, line by line in reading order. Stops at its end with what it has.
/// NotFound when Tesseract's French data is missing.
Result<std::vector<TextLine>> recognise(const PixPtr& grey, const TextSheet& sheet);

/// The words on a strip that holds one line; none when Tesseract's data is missing.
TextLine recognise_line(
    const PixPtr& strip, Language language = Language::French, EngineSlot slot = EngineSlot::First
);

/// Quarters clockwise that make printed text upright; 0 unless it is clear.
int text_orientation(const PixPtr& grey);

/// Whether there is enough print to be worth reading.
bool has_print(const PixPtr& grey);

} // namespace guichet::scan
