// SPDX-License-Identifier: GPL-3.0-or-later
#include "printed_line.hpp"

#include "chance.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <cairo/cairo.h>

using guichet::scan::cap_height;
using guichet::scan::cell_height;
using guichet::scan::cell_pitch;
using guichet::scan::cell_width;
using guichet::scan::Window;

namespace {

std::string random_text() {
    std::string text;
    const double kind = uniform(0, 1);
    while (text.size() < 30) {
        const bool filler = chance(kind < 0.3 ? 0.3 : 0.1);
        const bool digit = chance(kind < 0.6 ? 0.5 : 0.2);
        if (filler)
            text.append(static_cast<std::size_t>(uniform(1, 5)), '<');
        else
            text += digit ? static_cast<char>('0' + static_cast<int>(uniform(0, 10)))
                          : static_cast<char>('A' + static_cast<int>(uniform(0, 26)));
    }
    return text;
}

/// What is printed for a letter: some cards keep accents (Ñ, Ö), which stand for the bare letter.
std::string printed(char letter) {
    constexpr auto accented = std::to_array<std::pair<char, const char*>>({
        {'A', "\u00c4"},
        {'C', "\u00c7"},
        {'E', "\u00c9"},
        {'N', "\u00d1"},
        {'O', "\u00d6"},
        {'U', "\u00dc"},
    });
    for (const auto& [bare, accent] : accented)
        if (letter == bare && chance(0.03))
            return accent;
    return {letter};
}

/// A smooth bending of letter shapes, the same for a whole line: no printer draws the font's
/// outlines exactly, and every state has its own cut of OCR-B.
struct Bend {
    double size = chance(0.6) ? uniform(0, 0.035) : 0;
    double fx = uniform(2, 7);
    double fy = uniform(2, 7);
    double px = uniform(0, 6.3);
    double py = uniform(0, 6.3);

    void operator()(double& x, double& y, double capital) const {
        const double u = x / capital;
        const double v = y / capital;
        x += size * capital * std::sin(fx * v + px);
        y += size * capital * std::sin(fy * u + py);
    }
};

void bend_path(cairo_t* cairo, const Bend& bend, double capital) {
    if (bend.size <= 0)
        return;
    cairo_path_t* path = cairo_copy_path(cairo);
    cairo_new_path(cairo);
    for (int i = 0; i < path->num_data; i += path->data[i].header.length)
        for (int k = 1; k < path->data[i].header.length; ++k)
            bend(path->data[i + k].point.x, path->data[i + k].point.y, capital);
    cairo_append_path(cairo, path);
    cairo_path_destroy(path);
}

/// How the letters of a line are drawn.
struct Pen {
    double stretch = uniform(0.86, 1.08);
    double shear = chance(0.3) ? uniform(-0.08, 0.08) : 0;
    double heavier = 0;
    double lighter = 0;
    double unsteady = uniform(0, 0.035);
    Bend bend;

    explicit Pen(double capital) {
        const double weight = uniform(0, 1);
        if (weight < 0.45)
            heavier = uniform(0, 0.12) * capital;
        else if (weight > 0.7)
            lighter = uniform(0, 0.085) * capital;
    }
};

void draw_letter(cairo_t* cairo, const PrintedLine& line, std::size_t index, const Pen& pen) {
    const std::string letter = printed(line.text[index]);
    cairo_text_extents_t extents;
    cairo_text_extents(cairo, letter.c_str(), &extents);
    cairo_save(cairo);
    const double wander = uniform(-pen.unsteady, pen.unsteady) * line.pitch;
    cairo_translate(
        cairo,
        line.pitch * static_cast<double>(index) + wander,
        uniform(-pen.unsteady, pen.unsteady) * line.capital
    );
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, pen.stretch, 0, pen.shear, 1, 0, 0);
    cairo_transform(cairo, &matrix);
    if (letter.size() > 1 && chance(0.5)) { // accent and letter in the height of a capital
        cairo_translate(cairo, 0, line.capital / 2);
        cairo_scale(cairo, 1, line.capital / std::max(line.capital, -extents.y_bearing));
        cairo_translate(cairo, 0, -line.capital / 2);
    }
    cairo_move_to(cairo, -extents.x_advance / 2, line.capital / 2);
    cairo_text_path(cairo, letter.c_str());
    bend_path(cairo, pen.bend, line.capital);
    cairo_set_line_width(cairo, pen.heavier + pen.lighter);
    cairo_fill_preserve(cairo);
    cairo_set_operator(cairo, pen.lighter > 0 ? CAIRO_OPERATOR_CLEAR : CAIRO_OPERATOR_OVER);
    if (pen.heavier + pen.lighter > 0)
        cairo_stroke(cairo);
    cairo_new_path(cairo);
    cairo_restore(cairo);
}

void draw(PrintedLine& line, std::vector<unsigned char>& pixels, int stride) {
    auto* surface = cairo_image_surface_create_for_data(
        pixels.data(), CAIRO_FORMAT_A8, line.width, line.height, stride
    );
    auto* cairo = cairo_create(surface);
    constexpr auto faces = std::to_array<const char*>({"OCR B", "OCR B", "OCR B S"});
    cairo_select_font_face(
        cairo,
        faces[static_cast<std::size_t>(uniform(0, 3))],
        CAIRO_FONT_SLANT_NORMAL,
        CAIRO_FONT_WEIGHT_NORMAL
    );
    cairo_text_extents_t extents;
    cairo_set_font_size(cairo, 100);
    cairo_text_extents(cairo, "H", &extents);
    cairo_set_font_size(cairo, 100 * line.capital / extents.height);
    cairo_translate(cairo, line.first, line.middle);
    cairo_rotate(cairo, line.slope);
    const Pen pen(line.capital);
    for (std::size_t i = 0; i < line.text.size(); ++i)
        draw_letter(cairo, line, i, pen);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
}

} // namespace

float PrintedLine::at(double x, double y) const {
    const double cx = std::clamp(x, 0.0, width - 1.001);
    const double cy = std::clamp(y, 0.0, height - 1.001);
    const int ix = static_cast<int>(cx);
    const int iy = static_cast<int>(cy);
    const auto fx = static_cast<float>(cx - ix);
    const auto fy = static_cast<float>(cy - iy);
    const auto* row = &grey[index(ix, iy)];
    const float top = row[0] * (1 - fx) + row[1] * fx;
    const float bottom = row[width] * (1 - fx) + row[width + 1] * fx;
    return top * (1 - fy) + bottom * fy;
}

PrintedLine print_line() {
    PrintedLine line;
    line.text = random_text();
    line.capital = std::exp(uniform(std::log(4.2), std::log(24.0)));
    line.pitch = line.capital * uniform(0.95, 1.22);
    line.first = line.pitch * 2 + uniform(0, 1);
    line.width = static_cast<int>(line.pitch * (static_cast<double>(line.text.size()) + 4));
    line.height = static_cast<int>(line.capital * 3.2) + 2;
    line.middle = line.capital * 1.6 + uniform(0, 1);
    line.slope = uniform(-0.012, 0.012);
    const int stride = cairo_format_stride_for_width(CAIRO_FORMAT_A8, line.width);
    std::vector<unsigned char> ink(
        static_cast<std::size_t>(stride) * static_cast<std::size_t>(line.height)
    );
    draw(line, ink, stride);
    spoil(line, ink, stride);
    return line;
}

Window cut_window(const PrintedLine& line, double index, double down) {
    const double step_x = line.pitch / cell_pitch * uniform(0.93, 1.07);
    const double step_y = line.capital / cap_height * uniform(0.88, 1.12);
    const double along = index * line.pitch;
    const double cx = line.first + along * std::cos(line.slope);
    const double cy = line.middle + along * std::sin(line.slope) + down * line.capital;
    const double shear = uniform(-0.07, 0.07);
    const double turn = uniform(-0.03, 0.03);
    Window window{};
    auto* cell = window.begin();
    for (int y = 0; y < cell_height; ++y)
        for (int x = 0; x < cell_width; ++x) {
            const double oy = (y - (cell_height - 1) / 2.0) * step_y;
            const double ox = (x - (cell_width - 1) / 2.0) * step_x;
            *cell++ = line.at(cx + ox + shear * oy, cy + oy + turn * ox);
        }
    guichet::scan::normalise(window, static_cast<float>(0.35 * line.spread));
    return window;
}
