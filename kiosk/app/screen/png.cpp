// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screen/png.hpp"

#include <memory>

#include <cairo/cairo.h>

namespace guichet::app {

Result<void> write_png(const std::filesystem::path& file, const Image& image) {
    const std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)> surface{
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, image.width, image.height),
        cairo_surface_destroy};
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
        return fail(Error::Kind::TooLarge, "picture too large for PNG");
    auto* row = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    const auto* from = image.rgba.data();
    for (int y = 0; y < image.height; ++y, row += stride)
        for (int x = 0; x < image.width; ++x, from += 4) {
            const auto pixel = static_cast<std::uint32_t>(from[0] << 16 | from[1] << 8 | from[2]);
            reinterpret_cast<std::uint32_t*>(row)[x] = pixel;
        }
    cairo_surface_mark_dirty(surface.get());
    const auto status = cairo_surface_write_to_png(surface.get(), file.c_str());
    if (status != CAIRO_STATUS_SUCCESS)
        return fail(Error::Kind::Refused, cairo_status_to_string(status));
    return {};
}

} // namespace guichet::app
