// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/source/pdf_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include <poppler-page.h>

namespace guichet::scan {

namespace {

/// A page with fewer words is a picture with a stamp on it.
constexpr std::size_t least_words = 10;
constexpr std::size_t most_words = 20'000;
constexpr std::size_t longest_word = 200;
constexpr double tallest_word = 1; ///< inches: what is taller is a drawing, "RF" behind a card
/// Least difference between ink and paper.
constexpr int least_contrast = 60;

std::uint8_t brightness(const Image& image, int x, int y) {
    const auto at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                     static_cast<std::size_t>(x)) *
                    4;
    return static_cast<std::uint8_t>(
        (image.rgba[at] * 3 + image.rgba[at + 1] * 6 + image.rgba[at + 2]) / 10
    );
}

Box to_pixels(const poppler::rectf& box, double dpi) {
    const double scale = dpi / points_per_inch;
    const auto pixel = [scale](double points) {
        return static_cast<int>(std::lround(std::clamp(points * scale, -1e6, 1e6)));
    };
    return {
        .x = pixel(box.x()),
        .y = pixel(box.y()),
        .width = pixel(box.width()),
        .height = pixel(box.height())};
}

/// What stands in a box: ink at all, and whether the paper between the letters is one exact colour,
/// as drawn pages have it and photographed ones do not.
struct Ground {
    bool ink{false};
    bool drawn{false};
};

Ground look_at(const Image& image, const Box& box) {
    std::array<int, 256> counts{};
    for (int y = box.y; y < box.y + box.height; ++y)
        for (int x = box.x; x < box.x + box.width; ++x)
            ++counts[brightness(image, x, y)];
    const auto* const most = std::ranges::max_element(counts);
    const auto paper = static_cast<int>(most - counts.begin());
    int same = 0;
    int near = 0; // of nearly the paper's colour: grain, or the edge of a letter
    int ink = 0;
    for (int level = 0; level < 256; ++level) {
        const int count = counts[static_cast<std::size_t>(level)];
        if (std::abs(level - paper) >= least_contrast)
            ink += count;
        else if (level == paper)
            same += count;
        else
            near += count;
    }
    return {.ink = ink > 0, .drawn = same > near};
}

/// Fonts that draw nothing, made to lay recognised words under a picture (Tesseract, OCRmyPDF).
bool is_hidden_font(const std::string& name) {
    return name.find("GlyphLess") != std::string::npos ||
           name.find("Invisible") != std::string::npos;
}

bool is_print(const std::string& text, const Box& box, double dpi) {
    return !text.empty() && text.size() <= longest_word && box.width > 0 && box.height > 0 &&
           box.height <= tallest_word * dpi;
}

std::string utf8_of(const poppler::text_box& word) {
    const auto bytes = word.text().to_utf8();
    std::string text(bytes.begin(), bytes.end());
    std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    return text;
}

} // namespace

std::vector<PrintedWord> words_of(const poppler::page& page, const Page& drawn) {
    const auto boxes = page.text_list(poppler::page::text_list_include_font);
    std::vector<PrintedWord> words;
    std::size_t all = 0;
    std::size_t good = 0;
    for (const auto& word : boxes) {
        if (words.size() >= most_words)
            return {};
        const auto box =
            within(to_pixels(word.bbox(), drawn.dpi), drawn.picture->width, drawn.picture->height);
        auto text = utf8_of(word);
        if (!is_print(text, box, drawn.dpi))
            continue;
        const auto ground = look_at(*drawn.picture, box);
        if (!ground.ink)
            continue; // nobody can see it
        ++all;
        if (word.rotation() != 0)
            continue; // what runs up the margin would stand level with lines it is none of
        const bool hidden = word.has_font_info() && is_hidden_font(word.get_font_name());
        if (ground.drawn && !hidden)
            ++good;
        words.push_back({.text = std::move(text), .box = box});
    }
    if (words.size() < least_words || good * 4 < all * 3) // letters drawn small hide some paper
        return {};
    return words;
}

} // namespace guichet::scan
