// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/source/decode.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <utility>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr double most_whole_bytes = 128e6;

struct Shape {
    int width{};
    int height{};
    int bits{};
    int samples{};
};

Result<void> check(const Shape& shape, const Limits& limits) {
    if (shape.width <= 0 || shape.height <= 0)
        return fail(Error::Kind::Unreadable, "the picture has no size");
    const double pixels = static_cast<double>(shape.width) * shape.height;
    if (pixels > static_cast<double>(limits.pixels))
        return fail(Error::Kind::TooLarge, "too many pixels");
    return {};
}

/// What Leptonica would hold; it decodes whole pictures only.
Result<void> check_whole(const Shape& shape) {
    const double bits = shape.samples >= 3 ? 32 : shape.samples * shape.bits;
    if (bits / 8 * shape.width * shape.height > most_whole_bytes)
        return fail(Error::Kind::TooLarge, "too large for a picture of its kind");
    return {};
}

/// One picture: decoded when it is asked for.
class OnePicture : public Pages {
public:
    OnePicture(std::string bytes, int format) : m_bytes(std::move(bytes)), m_format(format) {}
    int count() const override { return 1; }
    Result<Page> page(int) override {
        const Quiet quiet;
        if (m_format == IFF_JFIF_JPEG)
            return decode_jpeg(m_bytes);
        if (m_format == IFF_PNG)
            return decode_png(m_bytes);
        PixPtr pix(pixReadMem(data_of(m_bytes), m_bytes.size()));
        if (!pix)
            return fail(Error::Kind::Unreadable, "the picture is damaged");
        const double dpi = pixGetXRes(pix.get());
        return to_page(std::move(pix), dpi);
    }
    std::size_t weight() const override { return m_bytes.size(); }

private:
    std::string m_bytes;
    int m_format;
};

/// The size of the TIFF's page `index`; nought when there is none.
Shape tiff_shape(std::string_view bytes, int index) {
    Shape shape;
    if (readHeaderMemTiff(
            data_of(bytes),
            bytes.size(),
            index,
            &shape.width,
            &shape.height,
            &shape.bits,
            &shape.samples,
            nullptr,
            nullptr,
            nullptr
        ) != 0)
        return {};
    return shape;
}

class TiffPages : public Pages {
public:
    TiffPages(std::string bytes, int count) : m_bytes(std::move(bytes)), m_count(count) {}
    int count() const override { return m_count; }
    Result<Page> page(int index) override {
        const Quiet quiet;
        PixPtr pix(pixReadMemTiff(data_of(m_bytes), m_bytes.size(), index));
        if (!pix)
            return fail(Error::Kind::Unreadable, "a TIFF page is damaged");
        const double dpi = pixGetXRes(pix.get());
        return to_page(std::move(pix), dpi);
    }
    std::size_t weight() const override { return m_bytes.size(); }

private:
    std::string m_bytes;
    int m_count;
};

int tiff_count(std::string_view bytes) {
    int count = 0;
    std::FILE* file = fopenReadFromMemory(data_of(bytes), bytes.size());
    if (file == nullptr)
        return 0;
    tiffGetCount(file, &count);
    std::fclose(file); // NOLINT(cppcoreguidelines-owning-memory)
    return count;
}

Result<PagesPtr> open_tiff(std::string bytes, const Limits& limits) {
    const int count = tiff_count(bytes);
    if (count > limits.pages)
        return fail(Error::Kind::TooLarge, "too many pages");
    for (int i = 0; i < std::max(count, 1); ++i) {
        const auto shape = tiff_shape(bytes, i);
        const auto fits = check(shape, limits).and_then([&] { return check_whole(shape); });
        if (!fits)
            return tl::unexpected(fits.error());
    }
    return std::make_unique<TiffPages>(std::move(bytes), std::max(count, 1));
}

bool is_tiff(int format) {
    return format == IFF_TIFF || (format >= IFF_TIFF_PACKBITS && format <= IFF_TIFF_ZIP) ||
           format == IFF_TIFF_JPEG;
}

bool is_known(int format) {
    return format == IFF_JFIF_JPEG || format == IFF_PNG || format == IFF_WEBP ||
           format == IFF_PNM || format == IFF_BMP || is_tiff(format);
}

/// The size a PNG's first chunk states; Leptonica asks for more of the file than that.
bool is_large_png(std::string_view bytes, const Limits& limits) {
    if (bytes.size() < 24 || bytes.substr(12, 4) != "IHDR")
        return false;
    const auto number = [&](std::size_t at) {
        double value = 0;
        for (std::size_t i = at; i < at + 4; ++i)
            value = value * 256 + static_cast<unsigned char>(bytes[i]);
        return value;
    };
    return number(16) * number(20) > static_cast<double>(limits.pixels);
}

} // namespace

Result<Page> to_page(PixPtr pix, double dpi) {
    if (pix && pixGetSpp(pix.get()) == 4) // see-through parts are paper
        if (PixPtr blended(pixAlphaBlendUniform(pix.get(), 0xffffff00)); blended)
            pix = std::move(blended);
    if (!pix)
        return fail(Error::Kind::Unreadable, "the picture cannot be converted");
    const double pixels = static_cast<double>(width_of(pix)) * height_of(pix);
    double scale = 1;
    if (pixels > static_cast<double>(kept_pixels)) {
        scale = std::sqrt(static_cast<double>(kept_pixels) / pixels);
        pix = resized(pix, scale);
    }
    Page page{.picture = to_picture(pix), .dpi = dpi * scale};
    if (!page.picture)
        return fail(Error::Kind::Unreadable, "the picture cannot be converted");
    return page;
}

Result<PagesPtr> open_pictures(std::string bytes, const Limits& limits) {
    int format = IFF_UNKNOWN;
    if (bytes.size() < 12 || findFileFormatBuffer(data_of(bytes), &format) != 0 ||
        !is_known(format))
        return fail(Error::Kind::Unreadable, "not a picture");
    if (is_tiff(format))
        return open_tiff(std::move(bytes), limits);
    if (format == IFF_PNG && is_large_png(bytes, limits))
        return fail(Error::Kind::TooLarge, "too many pixels");
    Shape shape;
    if (pixReadHeaderMem(
            data_of(bytes),
            bytes.size(),
            nullptr,
            &shape.width,
            &shape.height,
            &shape.bits,
            &shape.samples,
            nullptr
        ) != 0)
        return fail(Error::Kind::Unreadable, "the picture has no header");
    auto fits = check(shape, limits);
    if (fits && format != IFF_JFIF_JPEG && format != IFF_PNG)
        fits = check_whole(shape);
    if (!fits)
        return tl::unexpected(fits.error());
    return std::make_unique<OnePicture>(std::move(bytes), format);
}

} // namespace guichet::scan
