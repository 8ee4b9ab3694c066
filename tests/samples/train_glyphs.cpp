// Draws lines of OCR-B, spoils them as scanners and cameras do, and trains the network of
// kiosk/scan/mrz/glyphs.hpp. Usage: train_glyphs SAMPLES > kiosk/scan/mrz/glyph_weights.inc
#include "scan/mrz/glyphs.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include <cairo/cairo.h>

namespace {

using namespace guichet::scan; // NOLINT(google-build-using-namespace): a tool about one header

constexpr int inputs = cell_width * cell_height;
constexpr int outputs = glyph_count + 1;

std::mt19937 random_source(1968);

double uniform(double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random_source);
}

bool chance(double probability) {
    return uniform(0, 1) < probability;
}

/// A grey picture of one line and where its characters stand.
struct Line {
    int width{};
    int height{};
    std::vector<float> grey;
    std::string text;
    double first{};   ///< centre of the first character
    double pitch{};   ///< between centres
    double middle{};  ///< of the capitals, from the top
    double capital{}; ///< their height
    double spread{};  ///< standard deviation of the whole line
    double slope{};

    float at(double x, double y) const {
        const double cx = std::clamp(x, 0.0, width - 1.001);
        const double cy = std::clamp(y, 0.0, height - 1.001);
        const int ix = static_cast<int>(cx);
        const int iy = static_cast<int>(cy);
        const auto fx = static_cast<float>(cx - ix);
        const auto fy = static_cast<float>(cy - iy);
        const auto* row = &grey[static_cast<std::size_t>(iy * width + ix)];
        const float top = row[0] * (1 - fx) + row[1] * fx;
        const float bottom = row[width] * (1 - fx) + row[width + 1] * fx;
        return top * (1 - fy) + bottom * fy;
    }
};

std::string random_text() {
    std::string text;
    const double kind = uniform(0, 1);
    while (text.size() < 30) {
        const bool filler = chance(kind < 0.3 ? 0.3 : 0.12);
        const bool digit = chance(kind < 0.6 ? 0.5 : 0.2);
        if (filler)
            text.append(static_cast<std::size_t>(uniform(1, 5)), '<');
        else
            text += digit ? static_cast<char>('0' + static_cast<int>(uniform(0, 10)))
                          : static_cast<char>('A' + static_cast<int>(uniform(0, 26)));
    }
    return text;
}

void draw(Line& line, std::vector<unsigned char>& pixels, int stride) {
    auto* surface = cairo_image_surface_create_for_data(
        pixels.data(), CAIRO_FORMAT_A8, line.width, line.height, stride
    );
    auto* cairo = cairo_create(surface);
    constexpr const char* faces[] = {"OCR B", "OCR B", "OCR B S"};
    cairo_select_font_face(
        cairo,
        faces[static_cast<int>(uniform(0, 3))],
        CAIRO_FONT_SLANT_NORMAL,
        CAIRO_FONT_WEIGHT_NORMAL
    );
    cairo_text_extents_t extents;
    cairo_set_font_size(cairo, 100);
    cairo_text_extents(cairo, "H", &extents);
    cairo_set_font_size(cairo, 100 * line.capital / extents.height);
    cairo_translate(cairo, line.first, line.middle);
    cairo_rotate(cairo, line.slope);
    const double stretch = uniform(0.92, 1.06);
    const double weight = uniform(0, 1);
    const double heavier = weight < 0.4 ? uniform(0, 0.11) * line.capital : 0;
    const double lighter = weight > 0.75 ? uniform(0, 0.07) * line.capital : 0;
    for (std::size_t i = 0; i < line.text.size(); ++i) {
        const std::string letter(1, line.text[i]);
        cairo_text_extents(cairo, letter.c_str(), &extents);
        cairo_save(cairo);
        cairo_translate(
            cairo, line.pitch * static_cast<double>(i) + uniform(-0.02, 0.02) * line.pitch, 0
        );
        cairo_scale(cairo, stretch, 1);
        cairo_move_to(cairo, -extents.x_advance / 2, line.capital / 2);
        cairo_text_path(cairo, letter.c_str());
        cairo_set_line_width(cairo, heavier + lighter);
        cairo_fill_preserve(cairo);
        cairo_set_operator(cairo, lighter > 0 ? CAIRO_OPERATOR_CLEAR : CAIRO_OPERATOR_OVER);
        if (heavier + lighter > 0)
            cairo_stroke(cairo);
        cairo_new_path(cairo);
        cairo_set_operator(cairo, CAIRO_OPERATOR_OVER);
        cairo_restore(cairo);
    }
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
}

void blur(Line& line, double radius) {
    const auto soften = [&](int step, int count, int lines, int jump) {
        const int reach = std::max(1, static_cast<int>(std::ceil(radius * 2)));
        std::vector<float> kernel;
        float sum = 0;
        for (int k = -reach; k <= reach; ++k)
            sum +=
                kernel.emplace_back(static_cast<float>(std::exp(-k * k / (2 * radius * radius))));
        std::vector<float> copy(static_cast<std::size_t>(count));
        for (int l = 0; l < lines; ++l) {
            for (int i = 0; i < count; ++i) {
                float value = 0;
                for (int k = -reach; k <= reach; ++k) {
                    const int at = std::clamp(i + k, 0, count - 1);
                    value += kernel[static_cast<std::size_t>(k + reach)] *
                             line.grey[static_cast<std::size_t>(l * jump + at * step)];
                }
                copy[static_cast<std::size_t>(i)] = value / sum;
            }
            for (int i = 0; i < count; ++i)
                line.grey[static_cast<std::size_t>(l * jump + i * step)] =
                    copy[static_cast<std::size_t>(i)];
        }
    };
    soften(1, line.width, line.height, line.width);
    soften(line.width, line.height, line.width, 1);
}

/// Ink, paper, uneven light, security patterns, noise.
void spoil(Line& line, const std::vector<unsigned char>& ink, int stride) {
    const double paper = uniform(130, 255);
    const double black = uniform(0, paper - 60);
    const double tilt = uniform(-30, 30) / line.width;
    const double wave = chance(0.5) ? uniform(0, 18) : 0;
    const double fx = uniform(0.05, 1.5);
    const double fy = uniform(0.05, 1.5);
    line.grey.resize(static_cast<std::size_t>(line.width * line.height));
    for (int y = 0; y < line.height; ++y)
        for (int x = 0; x < line.width; ++x) {
            const double a = ink[static_cast<std::size_t>(y * stride + x)] / 255.0;
            const double ground = paper + tilt * x + wave * std::sin(fx * x + fy * y);
            line.grey[static_cast<std::size_t>(y * line.width + x)] =
                static_cast<float>(ground * (1 - a) + black * a);
        }
    if (chance(0.75))
        blur(line, uniform(0.03, 0.13) * line.capital);
    std::normal_distribution<float> noise(0, static_cast<float>(uniform(0.5, 12)));
    double sum = 0;
    double squares = 0;
    for (auto& value : line.grey) {
        value = std::clamp(value + noise(random_source), 0.0F, 255.0F);
        sum += value;
        squares += value * value;
    }
    const auto count = static_cast<double>(line.grey.size());
    line.spread = std::sqrt(std::max(1.0, squares / count - sum / count * sum / count));
}

Line make_line() {
    Line line;
    line.text = random_text();
    line.capital = std::exp(uniform(std::log(5.0), std::log(26.0)));
    line.pitch = line.capital * uniform(0.98, 1.2);
    line.first = line.pitch * 2;
    line.width = static_cast<int>(line.pitch * (static_cast<double>(line.text.size()) + 4));
    line.height = static_cast<int>(line.capital * 3.2);
    line.middle = line.capital * 1.6;
    line.slope = uniform(-0.012, 0.012);
    const int stride = cairo_format_stride_for_width(CAIRO_FORMAT_A8, line.width);
    std::vector<unsigned char> ink(static_cast<std::size_t>(stride * line.height));
    draw(line, ink, stride);
    spoil(line, ink, stride);
    return line;
}

Window cut(const Line& line, double index, double dy) {
    const double step_x = line.pitch / cell_pitch * uniform(0.93, 1.07);
    const double step_y = line.capital / cap_height * uniform(0.9, 1.1);
    const double along = index * line.pitch;
    const double cx = line.first + along * std::cos(line.slope);
    const double cy = line.middle + along * std::sin(line.slope) + dy * line.capital;
    const double shear = uniform(-0.06, 0.06);
    Window window{};
    for (int y = 0; y < cell_height; ++y)
        for (int x = 0; x < cell_width; ++x) {
            const double oy = (y - (cell_height - 1) / 2.0) * step_y;
            const double ox = (x - (cell_width - 1) / 2.0) * step_x + shear * oy;
            window[static_cast<std::size_t>(y * cell_width + x)] = line.at(cx + ox, cy + oy);
        }
    normalise(window, static_cast<float>(0.35 * line.spread));
    return window;
}

struct Sample {
    Window window;
    int label;
};

/// Characters a little off their place, and windows between or outside characters.
void collect(std::vector<Sample>& samples) {
    const auto line = make_line();
    for (std::size_t i = 0; i < line.text.size(); ++i) {
        const auto index = static_cast<double>(i);
        const auto label = static_cast<int>(glyph_letters.find(line.text[i]));
        samples.push_back({cut(line, index + uniform(-0.1, 0.1), uniform(-0.1, 0.1)), label});
        if (i % 3 == 0)
            samples.push_back(
                {cut(line, index + 0.5 + uniform(-0.17, 0.17), uniform(-0.15, 0.15)), glyph_none}
            );
        if (i % 8 == 0)
            samples.push_back({cut(line, index, chance(0.5) ? 0.75 : -0.75), glyph_none});
    }
    const auto end = static_cast<double>(line.text.size());
    samples.push_back({cut(line, chance(0.5) ? -1.3 : end + 0.6, uniform(-0.5, 0.5)), glyph_none});
}

struct Network {
    std::vector<float> w1 = std::vector<float>(inputs * glyph_hidden);
    std::vector<float> b1 = std::vector<float>(glyph_hidden);
    std::vector<float> w2 = std::vector<float>(glyph_hidden * outputs);
    std::vector<float> b2 = std::vector<float>(outputs);
};

/// One step of plain stochastic gradient descent; true when the sample was already read right.
bool learn(Network& net, const Sample& sample, float rate) {
    float hidden[glyph_hidden];
    for (int h = 0; h < glyph_hidden; ++h) {
        float sum = net.b1[static_cast<std::size_t>(h)];
        const float* w = &net.w1[static_cast<std::size_t>(h * inputs)];
        for (int i = 0; i < inputs; ++i)
            sum += w[i] * sample.window[static_cast<std::size_t>(i)];
        hidden[h] = std::max(0.0F, sum);
    }
    float out[outputs];
    float largest = -1e9F;
    for (int o = 0; o < outputs; ++o) {
        float sum = net.b2[static_cast<std::size_t>(o)];
        const float* w = &net.w2[static_cast<std::size_t>(o * glyph_hidden)];
        for (int h = 0; h < glyph_hidden; ++h)
            sum += w[h] * hidden[h];
        out[o] = sum;
        largest = std::max(largest, sum);
    }
    const bool right = out[sample.label] >= largest;
    float total = 0;
    for (float& value : out)
        total += value = std::exp(value - largest);
    float back[glyph_hidden] = {};
    for (int o = 0; o < outputs; ++o) {
        const float gradient = out[o] / total - (o == sample.label ? 1.0F : 0.0F);
        float* w = &net.w2[static_cast<std::size_t>(o * glyph_hidden)];
        for (int h = 0; h < glyph_hidden; ++h) {
            back[h] += gradient * w[h];
            w[h] -= rate * gradient * hidden[h];
        }
        net.b2[static_cast<std::size_t>(o)] -= rate * gradient;
    }
    for (int h = 0; h < glyph_hidden; ++h) {
        if (hidden[h] <= 0)
            continue;
        float* w = &net.w1[static_cast<std::size_t>(h * inputs)];
        const float pull = rate * back[h];
        for (int i = 0; i < inputs; ++i)
            w[i] -= pull * sample.window[static_cast<std::size_t>(i)];
        net.b1[static_cast<std::size_t>(h)] -= pull;
    }
    return right;
}

/// Each row of weights as printable characters: 'P' is nought, the row's largest is 45 away.
void print_rows(const char* name, const std::vector<float>& weights, int columns) {
    const auto rows = weights.size() / static_cast<std::size_t>(columns);
    std::string scales;
    std::printf("constexpr const char* %s =\n", name);
    for (std::size_t r = 0; r < rows; ++r) {
        const float* row = &weights[r * static_cast<std::size_t>(columns)];
        float largest = 1e-6F;
        for (int i = 0; i < columns; ++i)
            largest = std::max(largest, std::abs(row[i]));
        std::string text;
        for (int i = 0; i < columns; ++i) {
            const int code = 80 + static_cast<int>(std::lround(row[i] / largest * 45));
            const bool awkward = code == '\\' || code == '?'; // escapes and trigraphs
            text += static_cast<char>(awkward ? code - 1 : code);
        }
        std::printf("    \"%s\"%s\n", text.c_str(), r + 1 == rows ? ";" : "");
        scales += std::to_string(largest / 45) + "F,";
    }
    std::printf("constexpr float %s_scales[] = {%s};\n", name, scales.c_str());
}

void print_biases(const char* name, const std::vector<float>& biases) {
    std::printf("constexpr float %s[] = {", name);
    for (const float bias : biases)
        std::printf("%.4fF,", static_cast<double>(bias));
    std::printf("};\n");
}

} // namespace

int main(int count, char** arguments) {
    const long wanted = count > 1 ? std::atol(arguments[1]) : 2'000'000;
    Network net;
    std::normal_distribution<float> first(0, 0.06F);
    std::normal_distribution<float> second(0, 0.12F);
    std::ranges::generate(net.w1, [&] { return first(random_source); });
    std::ranges::generate(net.w2, [&] { return second(random_source); });
    long seen = 0;
    std::vector<Sample> samples;
    while (seen < wanted) {
        samples.clear();
        while (samples.size() < 20'000)
            collect(samples);
        std::ranges::shuffle(samples, random_source);
        const auto rate = static_cast<float>(
            0.004 * (1 - 0.97 * static_cast<double>(seen) / static_cast<double>(wanted))
        );
        long right = 0;
        for (const auto& sample : samples)
            right += learn(net, sample, rate) ? 1 : 0;
        seen += static_cast<long>(samples.size());
        std::fprintf(
            stderr,
            "%ld %.4f\n",
            seen,
            static_cast<double>(right) / static_cast<double>(samples.size())
        );
    }
    std::printf("// Written by tests/samples/train_glyphs.cpp; not edited by hand.\n");
    print_rows("first_weights", net.w1, inputs);
    print_biases("first_biases", net.b1);
    print_rows("second_weights", net.w2, glyph_hidden);
    print_biases("second_biases", net.b2);
}
