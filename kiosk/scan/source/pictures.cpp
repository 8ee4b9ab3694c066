#include "scan/source/decode.hpp"

#include <cmath>
#include <utility>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

const l_uint8* data_of(std::string_view bytes) {
    return reinterpret_cast<const l_uint8*>(bytes.data());
}

PixPtr reduced(PixPtr pix) {
    const double pixels = static_cast<double>(width_of(pix)) * height_of(pix);
    if (pixels <= static_cast<double>(kept_pixels))
        return pix;
    const auto scale = static_cast<l_float32>(std::sqrt(static_cast<double>(kept_pixels) / pixels));
    const int resolution = pixGetXRes(pix.get());
    PixPtr smaller(pixScale(pix.get(), scale, scale));
    if (smaller)
        pixSetResolution(
            smaller.get(),
            static_cast<int>(static_cast<float>(resolution) * scale),
            static_cast<int>(static_cast<float>(resolution) * scale)
        );
    return smaller;
}

/// Undoes the EXIF orientation.
PixPtr upright(PixPtr pix, int orientation) {
    constexpr int quarters[] = {0, 0, 0, 2, 2, 1, 1, 3, 3};
    const bool mirrored =
        orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7;
    if (orientation <= 1)
        return pix;
    PixPtr result = turned(pix, quarters[orientation]);
    if (mirrored)
        result.reset(pixFlipLR(nullptr, result.get()));
    return result;
}

Page to_page(PixPtr pix) {
    pix = reduced(std::move(pix));
    if (!pix)
        return {};
    const double dpi = pixGetXRes(pix.get());
    if (pixGetSpp(pix.get()) == 4) { // see-through parts are paper
        PixPtr blended(pixAlphaBlendUniform(pix.get(), 0xffffff00));
        if (blended)
            pix = std::move(blended);
    }
    return {.picture = to_picture(pix), .dpi = dpi};
}

/// The part of the height that a broken JPEG left as one flat colour at the bottom.
double missing_part(const PixPtr& pix) {
    const PixPtr grey = to_grey(pix);
    if (!grey)
        return 1;
    const int width = width_of(grey);
    const int height = height_of(grey);
    for (int y = height - 1; y >= 0; --y) {
        const l_uint32* row =
            pixGetData(grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(grey.get());
        const int first = GET_DATA_BYTE(row, 0);
        for (int x = 1; x < width; ++x)
            if (std::abs(GET_DATA_BYTE(row, x) - first) > 2)
                return static_cast<double>(height - 1 - y) / height;
    }
    return 1;
}

Result<std::vector<Page>> decode_jpeg(std::string_view bytes) {
    int warnings = 0;
    PixPtr pix(
        pixReadMemJpeg(data_of(bytes), bytes.size(), 0, 1, &warnings, L_JPEG_CONTINUE_WITH_BAD_DATA)
    );
    if (!pix)
        return fail(Error::Kind::Unreadable, "not a whole JPEG");
    const bool ended =
        bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 2048)).find("\xff\xd9") !=
        std::string_view::npos;
    // A picture whose last lines are missing can still be read; with more gone it would mislead.
    if (warnings > 0 && !ended && (missing_part(pix) > 0.05 || bytes.find("\xff\xc2") < 2048))
        return fail(Error::Kind::Unreadable, "the JPEG is cut off");
    Page page = to_page(upright(std::move(pix), exif_orientation(bytes)));
    if (!page.picture)
        return fail(Error::Kind::Unreadable, "the JPEG cannot be converted");
    return std::vector<Page>{std::move(page)};
}

bool too_large(int width, int height, const Limits& limits) {
    return static_cast<long>(width) * height > limits.pixels;
}

Result<std::vector<Page>> decode_tiff(std::string_view bytes, const Limits& limits) {
    std::vector<Page> pages;
    std::size_t offset = 0;
    do {
        const auto index = static_cast<int>(pages.size());
        if (index >= limits.pages)
            return fail(Error::Kind::TooLarge, "too many pages");
        int width = 0;
        int height = 0;
        if (readHeaderMemTiff(
                data_of(bytes),
                bytes.size(),
                index,
                &width,
                &height,
                nullptr,
                nullptr,
                nullptr,
                nullptr,
                nullptr
            ) != 0)
            return fail(Error::Kind::Unreadable, "a TIFF page has no header");
        if (too_large(width, height, limits))
            return fail(Error::Kind::TooLarge, "too many pixels");
        PixPtr pix(pixReadMemFromMultipageTiff(data_of(bytes), bytes.size(), &offset));
        if (!pix)
            return fail(Error::Kind::Unreadable, "a TIFF page is damaged");
        pages.push_back(to_page(std::move(pix)));
        if (!pages.back().picture)
            return fail(Error::Kind::Unreadable, "a TIFF page cannot be converted");
    } while (offset != 0);
    return pages;
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

Result<std::vector<Page>> decode_pictures(std::string_view bytes, const Limits& limits) {
    int format = IFF_UNKNOWN;
    if (bytes.size() < 12 || findFileFormatBuffer(data_of(bytes), &format) != 0 ||
        !is_known(format))
        return fail(Error::Kind::Unreadable, "not a picture");
    if (is_tiff(format))
        return decode_tiff(bytes, limits);
    if (format == IFF_PNG && is_large_png(bytes, limits))
        return fail(Error::Kind::TooLarge, "too many pixels");
    int width = 0;
    int height = 0;
    if (pixReadHeaderMem(
            data_of(bytes), bytes.size(), nullptr, &width, &height, nullptr, nullptr, nullptr
        ) != 0 ||
        width <= 0 || height <= 0)
        return fail(Error::Kind::Unreadable, "the picture has no header");
    if (too_large(width, height, limits))
        return fail(Error::Kind::TooLarge, "too many pixels");
    if (format == IFF_JFIF_JPEG)
        return decode_jpeg(bytes);
    PixPtr pix(pixReadMem(data_of(bytes), bytes.size()));
    if (!pix)
        return fail(Error::Kind::Unreadable, "the picture is damaged");
    Page page = to_page(std::move(pix));
    if (!page.picture)
        return fail(Error::Kind::Unreadable, "the picture cannot be converted");
    return std::vector<Page>{std::move(page)};
}

} // namespace guichet::scan
