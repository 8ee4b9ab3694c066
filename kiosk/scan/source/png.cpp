// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/source/decode.hpp"

#include <algorithm>
#include <memory>
#include <string_view>
#include <vector>

#include <png.h>

namespace guichet::scan {

namespace {

/// Frees what libpng holds for a picture.
struct Opened {
    Opened() { image.version = PNG_IMAGE_VERSION; }
    ~Opened() { png_image_free(&image); }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;

    png_image image{};
};

double number_at(std::string_view bytes, std::size_t at) {
    double value = 0;
    for (std::size_t i = at; i < at + 4; ++i)
        value = value * 256 + static_cast<unsigned char>(bytes[i]);
    return value;
}

/// What its pHYs chunk says; 0 when it says nothing in metres.
double dpi_of(std::string_view bytes) {
    constexpr double metres_per_inch = 0.0254;
    std::size_t at = 8;
    while (at + 21 <= bytes.size()) {
        const auto name = bytes.substr(at + 4, 4);
        if (name == "IDAT")
            break;
        if (name == "pHYs")
            return bytes[at + 16] == 1 ? number_at(bytes, at + 8) * metres_per_inch : 0;
        at += 12 + static_cast<std::size_t>(number_at(bytes, at));
    }
    return 0;
}

/// A pixel of three bytes for each of four.
Picture whole(const std::vector<png_byte>& pixels, const png_image& size) {
    auto picture = std::make_shared<Image>();
    picture->width = static_cast<int>(size.width);
    picture->height = static_cast<int>(size.height);
    picture->rgba.resize(std::size_t{size.width} * size.height * 4);
    auto* out = picture->rgba.data();
    for (std::size_t at = 0; at + 3 <= pixels.size(); at += 3, out += 4) {
        out[0] = pixels[at];
        out[1] = pixels[at + 1];
        out[2] = pixels[at + 2];
        out[3] = 255;
    }
    return picture;
}

/// The mean of `times` × `times` pixels for each of the new ones.
Picture smaller(const std::vector<png_byte>& pixels, const png_image& size, int times) {
    const auto channels = static_cast<std::size_t>(PNG_IMAGE_SAMPLE_CHANNELS(size.format));
    const auto step = static_cast<std::size_t>(times);
    const std::size_t stride = size.width * channels;
    auto picture = std::make_shared<Image>();
    picture->width = std::max(1, static_cast<int>(size.width) / times);
    picture->height = std::max(1, static_cast<int>(size.height) / times);
    const auto width = static_cast<std::size_t>(picture->width);
    const auto height = static_cast<std::size_t>(picture->height);
    picture->rgba.assign(width * height * 4, 255);
    const auto mean = [&](std::size_t x, std::size_t y, std::size_t channel) {
        std::size_t sum = 0;
        for (std::size_t row = y * step; row < y * step + step; ++row)
            for (std::size_t column = x * step; column < x * step + step; ++column)
                sum += pixels[row * stride + column * channels + channel];
        return static_cast<std::uint8_t>(sum / (step * step));
    };
    for (std::size_t y = 0; y < height; ++y)
        for (std::size_t x = 0; x < width; ++x)
            for (std::size_t c = 0; c < 3; ++c)
                picture->rgba[(y * width + x) * 4 + c] = mean(x, y, channels == 3 ? c : 0);
    return picture;
}

} // namespace

Result<Page> decode_png(std::string_view bytes) {
    Opened opened;
    auto& image = opened.image;
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0)
        return fail(Error::Kind::Unreadable, "the PNG has no header");
    const long pixels = static_cast<long>(image.width) * static_cast<long>(image.height);
    image.format = pixels > whole_pixels ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
    const png_color paper{255, 255, 255};
    std::vector<png_byte> decoded(PNG_IMAGE_SIZE(image));
    if (png_image_finish_read(&image, &paper, decoded.data(), 0, nullptr) == 0)
        return fail(Error::Kind::Unreadable, "the PNG is damaged");
    int times = 1;
    const int least = static_cast<int>(std::min(image.width, image.height));
    while (pixels / (static_cast<long>(times) * times) > kept_pixels && times < least)
        ++times;
    auto picture = times == 1 ? whole(decoded, image) : smaller(decoded, image, times);
    return Page{.picture = std::move(picture), .dpi = dpi_of(bytes) / times};
}

} // namespace guichet::scan
