// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::scan {

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

using Window = std::array<float, static_cast<std::size_t>(cell_width* cell_height)>;
/// Natural logarithms of the probabilities, in the order of glyph_letters, then none.
using GlyphScores = std::array<float, glyph_count + 1>;

/// The shape of the network: two layers of 3 x 3 convolutions, each halved by taking the largest of
/// four, then two full layers. Weights lie one layer after the other, biases after weights, the
/// outputs of a layer side by side.
namespace network {
inline constexpr int first_maps = 12;
inline constexpr int second_maps = 24;
inline constexpr int hidden = 64;
inline constexpr int outputs = glyph_count + 1;
inline constexpr int first_width = (cell_width - 2) / 2;
inline constexpr int first_height = (cell_height - 2) / 2;
inline constexpr int second_width = (first_width - 2) / 2;
inline constexpr int second_height = (first_height - 2) / 2;
inline constexpr int features = second_width * second_height * second_maps;

inline constexpr int first_weights = 0;
inline constexpr int first_biases = first_weights + 9 * first_maps;
inline constexpr int second_weights = first_biases + first_maps;
inline constexpr int second_biases = second_weights + 9 * first_maps * second_maps;
inline constexpr int hidden_weights = second_biases + second_maps;
inline constexpr int hidden_biases = hidden_weights + features * hidden;
inline constexpr int output_weights = hidden_biases + hidden;
inline constexpr int output_biases = output_weights + hidden * outputs;
inline constexpr int parameters = output_biases + outputs;
} // namespace network

/// What the printed characters of a machine-readable zone are, told one window at a time by a small
/// network trained on OCR-B (packaging/train-mrz.sh makes assets/mrz/ocrb.model).
class GlyphModel {
public:
    /// `weights` has network::parameters values.
    explicit GlyphModel(std::vector<float> weights);

    /// Reads one normalised window.
    GlyphScores read(const Window& window) const;

private:
    std::vector<float> m_weights;
};

/// A model as bytes: a line of text with the version and the network's shape, a checksum, then the
/// weights as 32 bit numbers. Unreadable when it is cut, changed or of another shape.
Result<GlyphModel> parse_glyph_model(std::string_view bytes);
/// The same from a file; the error names it.
Result<GlyphModel> load_glyph_model(const std::filesystem::path& file);
std::string to_bytes(const std::vector<float>& weights);

/// Makes light and contrast even. `floor` is the least spread that counts as ink (0.35 of the whole
/// line's), so that empty paper is not blown up into noise.
void normalise(Window& window, float floor);

} // namespace guichet::scan
