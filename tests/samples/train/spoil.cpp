// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance.hpp"
#include "printed_line.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include <leptonica/allheaders.h>

namespace {

/// The sine by a table: quick, and the same on every machine.
double wave(double angle) {
    static const auto table = [] {
        std::array<double, 1024> values{};
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = std::sin(static_cast<double>(i) * 2 * M_PI / 1024);
        return values;
    }();
    return table[static_cast<std::size_t>(std::lround(angle * 1024 / (2 * M_PI))) & 1023];
}

std::vector<float> bell(double radius) {
    const int reach = std::max(1, static_cast<int>(std::ceil(radius * 2.2)));
    std::vector<float> kernel;
    float sum = 0;
    for (int k = -reach; k <= reach; ++k)
        sum += kernel.emplace_back(static_cast<float>(std::exp(-k * k / (2 * radius * radius))));
    for (auto& value : kernel)
        value /= sum;
    return kernel;
}

/// Along x; the other direction by giving the picture's columns as rows.
struct Pass {
    int step;
    int count;
    int lines;
    int jump;
};

void soften(std::vector<float>& grey, const std::vector<float>& kernel, const Pass& pass) {
    const int reach = static_cast<int>(kernel.size() / 2);
    std::vector<float> copy(static_cast<std::size_t>(pass.count));
    for (int l = 0; l < pass.lines; ++l) {
        const auto begin = static_cast<std::size_t>(l) * static_cast<std::size_t>(pass.jump);
        const auto place = [&](int i) {
            return begin + static_cast<std::size_t>(i) * static_cast<std::size_t>(pass.step);
        };
        for (int i = 0; i < pass.count; ++i) {
            float value = 0;
            for (std::size_t k = 0; k < kernel.size(); ++k) {
                const int from = i + static_cast<int>(k) - reach;
                value += kernel[k] * grey[place(std::clamp(from, 0, pass.count - 1))];
            }
            copy[static_cast<std::size_t>(i)] = value;
        }
        for (int i = 0; i < pass.count; ++i)
            grey[place(i)] = copy[static_cast<std::size_t>(i)];
    }
}

void blur(PrintedLine& line, double across, double down) {
    soften(line.grey, bell(across), {1, line.width, line.height, line.width});
    soften(line.grey, bell(down), {line.width, line.height, line.width, 1});
}

/// What many cameras and web sites do after making a picture smaller.
void sharpen(PrintedLine& line) {
    const auto before = line.grey;
    blur(line, 0.8, 0.8);
    const auto amount = static_cast<float>(uniform(0.3, 1.6));
    for (std::size_t i = 0; i < before.size(); ++i)
        line.grey[i] = std::clamp(before[i] + amount * (before[i] - line.grey[i]), 0.0F, 255.0F);
}

/// Blotches where ink is missing or thin.
class Blotches {
public:
    explicit Blotches(double capital) : m_scale(uniform(1.5, 7) / capital) {}

    double at(int x, int y) const {
        if (m_loss <= 0)
            return 1;
        const double u = x * m_scale;
        const double v = y * m_scale;
        const double field = wave(u + m_a) * wave(v + m_b) +
                             wave(1.7 * u - 0.9 * v + m_b) * wave(0.6 * u + 1.3 * v + m_a);
        return 1 - m_loss * std::clamp(field - 0.2, 0.0, 1.0);
    }

private:
    double m_scale;
    double m_loss = chance(0.35) ? uniform(0, 0.8) : 0;
    double m_a = uniform(0, 6.3);
    double m_b = uniform(0, 6.3);
};

/// Light, its fall-off, and the waves of a security print.
class Ground {
public:
    explicit Ground(int width) : m_tilt(uniform(-30, 30) / width) {}

    double at(int x, int y) const {
        double light = m_paper + m_tilt * x;
        if (m_wave > 0)
            light += m_wave * wave(m_fx * x + m_fy * y);
        if (m_second > 0)
            light += m_second * wave(m_gx * x - m_gy * y + 3 * wave(0.07 * x));
        return light;
    }
    double paper() const { return m_paper; }

private:
    double m_paper = uniform(120, 255);
    double m_tilt;
    double m_wave = chance(0.5) ? uniform(0, 20) : 0;
    double m_second = chance(0.3) ? uniform(0, 16) : 0;
    double m_fx = uniform(0.05, 1.5);
    double m_fy = uniform(0.05, 1.5);
    double m_gx = uniform(0.02, 0.8);
    double m_gy = uniform(0.02, 0.8);
};

/// Thin pale lines across the print: folds, scratches, big outlined words, guilloches.
void scratch(PrintedLine& line, double paper) {
    const int count = chance(0.35) ? static_cast<int>(uniform(1, 9)) : 0;
    for (int n = 0; n < count; ++n) {
        const double x = uniform(0, line.width);
        const double lean = uniform(-1.5, 1.5);
        const double curl = uniform(-0.6, 0.6) / line.capital;
        const double half = uniform(0.02, 0.09) * line.capital + 0.3;
        const double strength = uniform(-0.6, 0.25) * paper * 0.5;
        for (int y = 0; y < line.height; ++y) {
            const double v = y - line.middle;
            const double at = x + lean * v + curl * v * v;
            for (int i = static_cast<int>(at - half - 1); i <= static_cast<int>(at + half + 1); ++i)
                if (i >= 0 && i < line.width)
                    line.grey[line.index(i, y)] += static_cast<float>(
                        strength * std::clamp(half + 0.5 - std::abs(i - at), 0.0, 1.0)
                    );
        }
    }
}

/// Through JPEG and back.
void compress(PrintedLine& line) {
    PIX* pix = pixCreate(line.width, line.height, 8);
    for (int y = 0; y < line.height; ++y)
        for (int x = 0; x < line.width; ++x)
            pixSetPixel(pix, x, y, static_cast<l_uint32>(line.grey[line.index(x, y)]));
    l_uint8* bytes = nullptr;
    std::size_t size = 0;
    const int quality = static_cast<int>(uniform(25, 95));
    if (pixWriteMemJpeg(&bytes, &size, pix, quality, 0) != 0)
        std::abort();
    pixDestroy(&pix);
    pix = pixReadMemJpeg(bytes, size, 0, 1, nullptr, 0);
    for (int y = 0; y < line.height; ++y)
        for (int x = 0; x < line.width; ++x) {
            l_uint32 value = 0;
            pixGetPixel(pix, x, y, &value);
            line.grey[line.index(x, y)] = static_cast<float>(value);
        }
    pixDestroy(&pix);
    lept_free(bytes);
}

void measure(PrintedLine& line) {
    double sum = 0;
    double squares = 0;
    for (const float value : line.grey) {
        sum += value;
        squares += value * value;
    }
    const auto count = static_cast<double>(line.grey.size());
    line.spread = std::sqrt(std::max(1.0, squares / count - sum / count * sum / count));
}

} // namespace

void spoil(PrintedLine& line, const std::vector<unsigned char>& ink, int stride) {
    const Ground ground(line.width);
    const Blotches blotches(line.capital);
    const double black = uniform(0, ground.paper() - 50);
    line.grey.resize(line.index(0, line.height));
    const auto* row = ink.data();
    for (int y = 0; y < line.height; ++y, row += stride)
        for (int x = 0; x < line.width; ++x) {
            const auto print = row[x];
            const double a = print > 0 ? print / 255.0 * blotches.at(x, y) : 0;
            line.grey[line.index(x, y)] = static_cast<float>(ground.at(x, y) * (1 - a) + black * a);
        }
    scratch(line, ground.paper());
    if (chance(0.8)) {
        const double radius = uniform(0.03, 0.14) * line.capital + uniform(0, 0.45);
        blur(line, std::max(0.2, radius * uniform(0.8, 1.25)), std::max(0.2, radius));
    }
    std::normal_distribution<float> noise(
        0, static_cast<float>(chance(0.6) ? uniform(0.3, 5) : uniform(3, 16))
    );
    for (auto& value : line.grey)
        value = std::clamp(value + noise(chance_source()), 0.0F, 255.0F);
    if (chance(0.3))
        sharpen(line);
    if (chance(0.55))
        compress(line);
    measure(line);
}
