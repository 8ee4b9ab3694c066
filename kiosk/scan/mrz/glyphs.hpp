#pragma once

#include <array>
#include <string_view>

namespace guichet::scan {

/// What the printed characters of a machine-readable zone are, told one window at a time by a small
/// network trained on OCR-B (fonts-ocr-b) by tests/samples/train_glyphs.cpp.
///
/// A window is `cell_width` x `cell_height` grey values cut out of a line scaled so that characters
/// stand `cell_pitch` apart and capitals are `cap_height` high, the character in its middle.
inline constexpr int cell_width = 14;
inline constexpr int cell_height = 22;
inline constexpr int cell_pitch = 12;
inline constexpr int cap_height = 14;

inline constexpr std::string_view glyph_letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";
inline constexpr int glyph_count = 37;
/// The class after the letters: no character stands in the middle of the window.
inline constexpr int glyph_none = glyph_count;
inline constexpr int glyph_hidden = 96;

using Window = std::array<float, static_cast<std::size_t>(cell_width* cell_height)>;
/// Natural logarithms of the probabilities, in the order of glyph_letters, then none.
using GlyphScores = std::array<float, glyph_count + 1>;

/// Makes light and contrast even. `floor` is the least spread that counts as ink (0.35 of the whole
/// line's), so that empty paper is not blown up into noise.
void normalise(Window& window, float floor);

/// Reads one normalised window.
GlyphScores read_glyph(const Window& window);

} // namespace guichet::scan
