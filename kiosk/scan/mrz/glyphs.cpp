// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/mrz/glyphs.hpp"

#include "base/files.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <utility>

/// Most of the time of a page goes into this network: it is compiled twice, for processors with
/// eight numbers a step and for all others. Both give the same bits.
#if defined(__x86_64__) && !defined(__clang__) && !defined(__SANITIZE_THREAD__)
#define GUICHET_WIDE [[gnu::target_clones("avx2", "default"), gnu::flatten]]
#else
#define GUICHET_WIDE
#endif

namespace guichet::scan {

namespace {

using namespace network; // NOLINT(google-build-using-namespace): the shape of this file's subject

static_assert(std::endian::native == std::endian::little, "model files are little-endian");

/// So many numbers that are worked on at once.
template <int lanes>
using Lanes [[gnu::vector_size(lanes * sizeof(float))]] = float;

template <int lanes>
void load(Lanes<lanes>& to, const float* values) {
    std::memcpy(&to, values, sizeof(to));
}

/// One cell of a layer: four neighbouring places of a convolution of 3 x 3 neighbours with `in`
/// maps each, the largest of the four, and nothing below nought. `row` values from row to row. All
/// four are kept in registers.
template <int in, int out, int lanes>
void cell(
    const float* source,
    std::ptrdiff_t row,
    float* target,
    const float* weights,
    const float* biases
) {
    constexpr std::ptrdiff_t parts = out / lanes;
    Lanes<lanes> sums[4][parts]; // NOLINT(modernize-avoid-c-arrays): registers
    for (auto& place : sums)
        for (std::ptrdiff_t part = 0; part < parts; ++part)
            load<lanes>(place[part], biases + part * lanes);
    for (std::ptrdiff_t y = 0; y < 3; ++y)
        for (std::ptrdiff_t i = 0; i < std::ptrdiff_t{3} * in; ++i, weights += out) {
            const float* value = source + y * row + i;
#pragma GCC unroll 8
            for (std::ptrdiff_t part = 0; part < parts; ++part) {
                Lanes<lanes> weight;
                load<lanes>(weight, weights + part * lanes);
                sums[0][part] += value[0] * weight;
                sums[1][part] += value[in] * weight;
                sums[2][part] += value[row] * weight;
                sums[3][part] += value[row + in] * weight;
            }
        }
    for (std::ptrdiff_t part = 0; part < parts; ++part) {
        Lanes<lanes> most{};
        for (const auto& place : sums)
            most = place[part] > most ? place[part] : most;
        std::memcpy(target + part * lanes, &most, sizeof(most));
    }
}

template <int in, int out, int width, int height, int lanes>
void layer(const float* source, float* target, const float* weights, const float* biases) {
    constexpr std::ptrdiff_t row = std::ptrdiff_t{2 * width + 2} * in;
    for (std::ptrdiff_t y = 0; y < height; ++y)
        for (std::ptrdiff_t x = 0; x < width; ++x)
            cell<in, out, lanes>(
                source + 2 * (y * row + x * in),
                row,
                target + (y * width + x) * out,
                weights,
                biases
            );
}

template <int in, int out>
std::array<float, out> full(const float* source, const float* weights, const float* biases) {
    std::array<float, out> sums;
    std::copy_n(biases, out, sums.begin());
    for (int i = 0; i < in; ++i, weights += out)
        for (int o = 0; o < out; ++o)
            sums[static_cast<std::size_t>(o)] += source[i] * weights[o];
    return sums;
}

void to_logarithms(GlyphScores& scores) {
    const float largest = *std::ranges::max_element(scores);
    float total = 0;
    for (const float score : scores)
        total += std::exp(score - largest);
    const float norm = largest + std::log(total);
    for (float& score : scores)
        score = std::max(score - norm, -14.0F);
}

std::string header(std::string_view weights) {
    std::uint32_t sum = 2166136261U; // FNV-1a
    for (const char byte : weights)
        sum = (sum ^ static_cast<unsigned char>(byte)) * 16777619U;
    std::array<char, 96> text{};
    std::snprintf(
        text.data(),
        text.size(),
        "guichet-ocrb 1 %dx%d %d %d %d %d %08x\n",
        cell_width,
        cell_height,
        first_maps,
        second_maps,
        hidden,
        outputs,
        sum
    );
    return text.data();
}

} // namespace

GlyphModel::GlyphModel(std::vector<float> weights) : m_weights(std::move(weights)) {}

GUICHET_WIDE GlyphScores GlyphModel::read(const Window& window) const {
    const float* w = m_weights.data();
    std::array<float, static_cast<std::size_t>(first_width * first_height * first_maps)> first{};
    layer<1, first_maps, first_width, first_height, 4>(
        window.data(), first.data(), w + first_weights, w + first_biases
    );
    std::array<float, features> second{};
    layer<first_maps, second_maps, second_width, second_height, 8>(
        first.data(), second.data(), w + second_weights, w + second_biases
    );
    auto inner = full<features, hidden>(second.data(), w + hidden_weights, w + hidden_biases);
    for (float& value : inner)
        value = std::max(value, 0.0F);
    GlyphScores scores = full<hidden, outputs>(inner.data(), w + output_weights, w + output_biases);
    to_logarithms(scores);
    return scores;
}

Result<GlyphModel> parse_glyph_model(std::string_view bytes) {
    const auto end = bytes.find('\n');
    if (end == std::string_view::npos || !bytes.starts_with("guichet-ocrb 1 "))
        return fail(Error::Kind::Unreadable, "not a model of OCR-B letters");
    const auto weights = bytes.substr(end + 1);
    if (weights.size() != parameters * sizeof(float) || header(weights) != bytes.substr(0, end + 1))
        return fail(Error::Kind::Unreadable, "a damaged model of OCR-B letters");
    std::vector<float> values(parameters);
    std::memcpy(values.data(), weights.data(), weights.size());
    if (!std::ranges::all_of(values, [](float value) { return std::isfinite(value); }))
        return fail(Error::Kind::Unreadable, "a model of OCR-B letters with broken weights");
    return GlyphModel(std::move(values));
}

Result<GlyphModel> load_glyph_model(const std::filesystem::path& file) {
    constexpr std::size_t limit = std::size_t{4} << 20;
    const auto bytes = read_file(file, limit);
    auto model = bytes ? parse_glyph_model(*bytes) : tl::unexpected(bytes.error());
    if (!model)
        return fail(model.error().kind, file.string() + ": " + model.error().detail);
    return model;
}

std::string to_bytes(const std::vector<float>& weights) {
    std::string bytes(weights.size() * sizeof(float), '\0');
    std::memcpy(bytes.data(), weights.data(), bytes.size());
    return header(bytes) + bytes;
}

void normalise(Window& window, float floor) {
    constexpr auto count = static_cast<float>(cell_width * cell_height);
    float sum = 0;
    for (const float value : window)
        sum += value;
    const float mean = sum / count;
    float squares = 0;
    for (const float value : window)
        squares += (value - mean) * (value - mean);
    const float spread = std::max({std::sqrt(squares / count), floor, 1.0F});
    for (float& value : window)
        value = (value - mean) / spread;
}

} // namespace guichet::scan
