// SPDX-License-Identifier: GPL-3.0-or-later
// Trains the network of kiosk/scan/mrz/glyphs.hpp on lines of OCR-B that it draws and spoils
// itself. Usage: train_glyphs LETTERS FILE (packaging/train-mrz.sh calls it).
#include "train/chance.hpp"
#include "train/learner.hpp"
#include "train/printed_line.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

namespace {

using guichet::scan::glyph_letters;
using guichet::scan::glyph_none;

constexpr int batch_size = 48;
constexpr std::size_t at_once = 60'000;

/// Characters a little off their place, and windows between, above, below and outside characters.
void collect(std::vector<Sample>& samples) {
    const auto line = print_line();
    const auto add = [&](double index, double down, int label) {
        samples.push_back({cut_window(line, index, down), label});
    };
    for (std::size_t i = 0; i < line.text.size(); ++i) {
        const auto index = static_cast<double>(i);
        const auto label = static_cast<int>(glyph_letters.find(line.text[i]));
        add(index + uniform(-0.11, 0.11), uniform(-0.12, 0.12), label);
        add(index + uniform(-0.06, 0.06), uniform(-0.06, 0.06), label);
        if (i % 2 == 0)
            add(index + 0.5 + uniform(-0.17, 0.17), uniform(-0.15, 0.15), glyph_none);
        if (i % 6 == 0)
            add(index, (chance(0.5) ? 1 : -1) * uniform(0.6, 0.9), glyph_none);
    }
    const auto end = static_cast<double>(line.text.size());
    for (int n = 0; n < 3; ++n)
        add(chance(0.5) ? uniform(-1.5, -0.6) : end + uniform(-0.4, 0.5),
            uniform(-0.5, 0.5),
            glyph_none);
}

void refill(std::vector<Sample>& samples) {
    samples.clear();
    while (samples.size() < at_once)
        collect(samples);
    std::ranges::shuffle(samples, chance_source());
}

/// What a reader makes of the written file, on lines it has not learned from.
int check(const std::string& bytes) {
    const auto model = guichet::scan::parse_glyph_model(bytes);
    if (!model) {
        std::fprintf(stderr, "%s\n", model.error().detail.c_str());
        return 1;
    }
    std::vector<Sample> samples;
    refill(samples);
    long right = 0;
    for (const auto& sample : samples) {
        const auto scores = model->read(sample.window);
        right += std::ranges::max_element(scores) - scores.begin() == sample.label ? 1 : 0;
    }
    std::printf(
        "%.4f of new windows read right\n",
        static_cast<double>(right) / static_cast<double>(samples.size())
    );
    return 0;
}

} // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::fputs("usage: train_glyphs LETTERS FILE\n", stderr);
        return 2;
    }
    const double wanted = std::atof(arguments[1]);
    Learner learner;
    std::vector<Sample> samples;
    double seen = 0;
    while (seen < wanted) {
        refill(samples);
        const double done = std::min(1.0, seen / wanted);
        const auto rate = static_cast<float>(1e-5 + 1e-3 * (1 + std::cos(done * 3.14159265)));
        long right = 0;
        for (std::size_t i = 0; i + batch_size <= samples.size(); i += batch_size)
            right += learner.learn(&samples[i], batch_size, rate);
        std::printf(
            "%.0f of %.0f: %.4f\n",
            seen,
            wanted,
            static_cast<double>(right) / static_cast<double>(samples.size())
        );
        std::fflush(stdout);
        seen += static_cast<double>(samples.size());
    }
    const auto bytes = guichet::scan::to_bytes(learner.weights());
    std::ofstream(arguments[2], std::ios::binary) << bytes;
    return check(bytes);
}
