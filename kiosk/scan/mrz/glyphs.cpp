#include "scan/mrz/glyphs.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace guichet::scan {

namespace {

#include "scan/mrz/glyph_weights.inc" // NOLINT(bugprone-suspicious-include): generated tables

constexpr int inputs = cell_width * cell_height;
constexpr int outputs = glyph_count + 1;

std::vector<float> unpack(const char* text, const float* scales, int rows, int columns) {
    std::vector<float> weights(static_cast<std::size_t>(rows * columns));
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < columns; ++c) {
            const auto at = static_cast<std::size_t>(r * columns + c);
            weights[at] = static_cast<float>(text[at] - 'P') * scales[r];
        }
    return weights;
}

/// A dot product in four lanes, which the compiler keeps apart and so can do side by side.
float dot(const float* a, const float* b, int count) {
    float lanes[4] = {};
    for (int i = 0; i + 4 <= count; i += 4)
        for (int k = 0; k < 4; ++k)
            lanes[k] += a[i + k] * b[i + k];
    return lanes[0] + lanes[1] + lanes[2] + lanes[3];
}

} // namespace

void normalise(Window& window, float floor) {
    float sum = 0;
    for (const float value : window)
        sum += value;
    const float mean = sum / static_cast<float>(inputs);
    float squares = 0;
    for (const float value : window)
        squares += (value - mean) * (value - mean);
    const float spread = std::max({std::sqrt(squares / static_cast<float>(inputs)), floor, 1.0F});
    for (float& value : window)
        value = (value - mean) / spread;
}

GlyphScores read_glyph(const Window& window) {
    static const auto first = unpack(first_weights, first_weights_scales, glyph_hidden, inputs);
    static const auto second = unpack(second_weights, second_weights_scales, outputs, glyph_hidden);
    std::array<float, glyph_hidden> hidden{};
    for (int h = 0; h < glyph_hidden; ++h) {
        const float sum = first_biases[h] +
                          dot(window.data(), &first[static_cast<std::size_t>(h * inputs)], inputs);
        hidden[static_cast<std::size_t>(h)] = std::max(0.0F, sum);
    }
    GlyphScores scores{};
    float largest = -1e9F;
    for (int o = 0; o < outputs; ++o) {
        const auto at = static_cast<std::size_t>(o);
        scores[at] =
            second_biases[o] + dot(hidden.data(), &second[at * glyph_hidden], glyph_hidden);
        largest = std::max(largest, scores[at]);
    }
    float total = 0;
    for (const float score : scores)
        total += std::exp(score - largest);
    const float norm = largest + std::log(total);
    for (float& score : scores)
        score = std::max(score - norm, -14.0F);
    return scores;
}

} // namespace guichet::scan
