// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet.hpp"

#include <cmath>
#include <cstddef>

#include <pango/pangocairo.h>

namespace samples {

Sheet::Sheet(double width, double height, Colour ground, double dpi)
    : m_dots(dpi / 25.4), m_surface(cairo_image_surface_create(
                              CAIRO_FORMAT_RGB24,
                              static_cast<int>(width * dpi / 25.4),
                              static_cast<int>(height * dpi / 25.4)
                          )),
      m_cairo(cairo_create(m_surface)) {
    cairo_set_source_rgb(m_cairo, ground.red, ground.green, ground.blue);
    cairo_paint(m_cairo);
    cairo_scale(m_cairo, m_dots, m_dots);
}

Sheet::~Sheet() {
    cairo_destroy(m_cairo);
    cairo_surface_destroy(m_surface);
}

void Sheet::write(double x, double y, double points, const std::string& text, bool bold) const {
    auto* layout = pango_cairo_create_layout(m_cairo);
    auto* font = pango_font_description_from_string(bold ? "DejaVu Sans Bold" : "DejaVu Sans");
    pango_font_description_set_absolute_size(font, points * 25.4 / 72 * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_text(layout, text.c_str(), -1);
    cairo_set_source_rgb(m_cairo, 0.1, 0.1, 0.14);
    cairo_move_to(m_cairo, x, y);
    pango_cairo_show_layout(m_cairo, layout);
    pango_font_description_free(font);
    g_object_unref(layout);
}

void Sheet::rectangle(double x, double y, double width, double height, double shade) const {
    cairo_set_source_rgb(m_cairo, shade, shade, shade * 1.02);
    cairo_rectangle(m_cairo, x, y, width, height);
    cairo_fill(m_cairo);
}

void Sheet::guilloche(double width, double height) const {
    cairo_set_line_width(m_cairo, 0.12);
    for (int i = 0; i < 26; ++i) {
        cairo_set_source_rgba(m_cairo, 0.35, 0.5 + 0.01 * i, 0.75, 0.35);
        for (int step = 0; step <= 2 * width; ++step) {
            const double x = 0.5 * step;
            cairo_line_to(
                m_cairo, x, height * i / 25 + 2.2 * std::sin(x / 6 + i * 0.7) + std::sin(x / 1.9)
            );
        }
        cairo_stroke(m_cairo);
    }
}

void Sheet::portrait(double x, double y) const {
    rectangle(x, y, 26, 33, 0.8);
    cairo_set_source_rgb(m_cairo, 0.45, 0.42, 0.4);
    cairo_arc(m_cairo, x + 13, y + 13, 6, 0, 6.3);
    cairo_arc(m_cairo, x + 13, y + 33, 11, 3.14, 6.28);
    cairo_fill(m_cairo);
}

void Sheet::zone(const std::vector<std::string>& lines, double left, double top) const {
    cairo_save(m_cairo);
    cairo_identity_matrix(m_cairo);
    cairo_select_font_face(m_cairo, "OCR B", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(m_cairo, 100);
    cairo_text_extents_t extents;
    cairo_text_extents(m_cairo, "H", &extents);
    cairo_set_font_size(m_cairo, 100 * 2.4 * m_dots / extents.height);
    cairo_set_source_rgb(m_cairo, 0.08, 0.08, 0.1);
    for (std::size_t l = 0; l < lines.size(); ++l)
        for (std::size_t i = 0; i < lines[l].size(); ++i) {
            const std::string letter(1, lines[l][i]);
            cairo_text_extents(m_cairo, letter.c_str(), &extents);
            cairo_move_to(
                m_cairo,
                left * m_dots + (static_cast<double>(i) + 0.5) * 2.54 * m_dots -
                    extents.x_advance / 2,
                (top + 2.4 + 4.25 * static_cast<double>(l)) * m_dots
            );
            cairo_show_text(m_cairo, letter.c_str());
        }
    cairo_restore(m_cairo);
}

guichet::Image Sheet::image() const {
    cairo_surface_flush(m_surface);
    guichet::Image image;
    image.width = cairo_image_surface_get_width(m_surface);
    image.height = cairo_image_surface_get_height(m_surface);
    const auto* data = cairo_image_surface_get_data(m_surface);
    const int stride = cairo_image_surface_get_stride(m_surface);
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const auto* pixel =
                data + static_cast<std::ptrdiff_t>(y) * stride + std::ptrdiff_t{4} * x;
            image.rgba.insert(image.rgba.end(), {pixel[2], pixel[1], pixel[0], 255});
        }
    return image;
}

} // namespace samples
