// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/codes/find.hpp"

#include "scan/codes/grain.hpp"
#include "scan/codes/raster.hpp"
#include "scan/codes/two_d_doc.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <string_view>
#include <utility>

#define ZX_USE_UTF8
#include <ZXing/ReadBarcode.h>

namespace guichet::scan {

namespace {

using Clock = std::chrono::steady_clock;
using ZXing::BarcodeFormat;
using ZXing::BarcodeFormats;

constexpr double tile_mm = 60;
constexpr double step_mm = 15;    // a code is 16 mm wide or more (ANTS 3.2.6, 9)
constexpr double around_mm = 2.5; ///< whose mean parts black from white
constexpr double a4_mm = 297;
constexpr double enough_per_mm = 8; // pixels: 200 dpi, three a module
constexpr std::size_t shortest_linear = 6;

constexpr std::array<std::pair<BarcodeFormat, std::string_view>, 11> names{
    {{BarcodeFormat::DataMatrix, "datamatrix"},
     {BarcodeFormat::QRCode, "qr"},
     {BarcodeFormat::Aztec, "aztec"},
     {BarcodeFormat::PDF417, "pdf417"},
     {BarcodeFormat::EAN13, "ean-13"},
     {BarcodeFormat::EAN8, "ean-8"},
     {BarcodeFormat::UPCA, "upc-a"},
     {BarcodeFormat::Code128, "code-128"},
     {BarcodeFormat::Code39, "code-39"},
     {BarcodeFormat::Code93, "code-93"},
     {BarcodeFormat::ITF, "itf"}}};

BarcodeFormats all_formats() {
    BarcodeFormats formats;
    for (const auto& [format, name] : names)
        formats |= format;
    return formats;
}

const BarcodeFormats square_formats =
    BarcodeFormat::DataMatrix | BarcodeFormat::QRCode | BarcodeFormat::Aztec;

/// The part of a picture that is looked at, and where it lies in the page.
struct View {
    const Raster& raster;
    Box part;        ///< of the raster
    double scale{1}; ///< raster pixels a page pixel
    int left{};      ///< page pixels
    int top{};
    ZXing::Binarizer binarizer{ZXing::Binarizer::LocalAverage};
};

/// A way of looking at a place again.
struct Attempt {
    double zoom{1};
    bool sharpen{false};
    ZXing::Binarizer binarizer{ZXing::Binarizer::LocalAverage};
};

/// Small modules want enlarging, grain reducing, blur steeper edges, weak contrast one threshold.
constexpr std::array<Attempt, 6> attempts{
    {{1, false, ZXing::Binarizer::LocalAverage},
     {1, false, ZXing::Binarizer::GlobalHistogram},
     {2, false, ZXing::Binarizer::LocalAverage},
     {2, true, ZXing::Binarizer::LocalAverage},
     {2, true, ZXing::Binarizer::GlobalHistogram},
     {0.5, false, ZXing::Binarizer::LocalAverage}}};

/// The page's pixels a millimetre: what it says, if a page can be so; else as if it were A4.
double per_mm(int longest, double dpi) {
    constexpr double shortest_mm = 40;
    constexpr double longest_mm = 500;
    const double said = dpi / 25.4;
    if (said > 0 && longest / said >= shortest_mm && longest / said <= longest_mm)
        return said;
    return longest / a4_mm;
}

class Finder {
public:
    Finder(const PixPtr& grey, double dpi, Clock::time_point end)
        : m_grey(grey), m_per_mm(per_mm(std::max(width_of(grey), height_of(grey)), dpi)),
          m_end(end) {}

    std::vector<CodeFound> find() {
        const double scale = std::min(1.0, enough_per_mm / m_per_mm);
        const auto small = scale == 1 ? share(m_grey) : resized(m_grey, scale);
        const auto page = to_raster(small);
        if (page.width == 0)
            return {};
        look({page, {0, 0, page.width, page.height}, scale}, all_formats(), true);
        // A code at the page's edge has to have tiles with their middle in it, too.
        const int step = millimetres(step_mm, scale);
        // Once for all of them, which overlap.
        const auto framed =
            with_border(black_and_white(small, millimetres(around_mm, scale)), step);
        const int frame = static_cast<int>(step / scale);
        const View whole{framed, {}, scale, -frame, -frame, ZXing::Binarizer::BoolCast};
        const int longest = std::max({page.width, page.height, 4}); // of a dot, too, a quarter
        const Grain grain(page, m_per_mm * scale);
        tiles(whole, {longest / 2, longest / 4, step}, grain);
        tiles(whole, {millimetres(tile_mm, scale), step, step}, grain);
        look_closer(grain, scale);
        return std::move(m_found);
    }

private:
    struct Tiling {
        int side{};
        int step{};
        int frame{}; ///< the raster's white border
    };

    int millimetres(double length, double scale) const {
        return std::max(1, static_cast<int>(std::lround(length * m_per_mm * scale)));
    }

    /// Whether a code was found there.
    bool is_read(const Box& place) const {
        return std::ranges::any_of(m_found, [&](const auto& found) {
            const int x = found.box.x + found.box.width / 2;
            const int y = found.box.y + found.box.height / 2;
            return x > place.x && y > place.y && x < place.x + place.width &&
                   y < place.y + place.height;
        });
    }

    /// ZXing looks for a DataMatrix only from the middle of what it is given, up to the first
    /// edges: one tile has to have its middle in the code.
    void tiles(const View& whole, const Tiling& tiling, const Grain& grain) {
        const int least = tiling.side / 3;
        for (int y = 0; y + least <= whole.raster.height; y += tiling.step)
            for (int x = 0; x + least <= whole.raster.width; x += tiling.step) {
                if (Clock::now() > m_end)
                    return;
                const Box part{
                    .x = x,
                    .y = y,
                    .width = std::min(tiling.side, whole.raster.width - x),
                    .height = std::min(tiling.side, whole.raster.height - y)};
                if (!grain.within(middle_of(part, tiling)))
                    continue;
                look(
                    {whole.raster, part, whole.scale, whole.left, whole.top, whole.binarizer},
                    BarcodeFormat::DataMatrix,
                    false
                );
            }
    }

    /// What no other tile has nearer to its middle, in the page without its border.
    static Box middle_of(const Box& part, const Tiling& tiling) {
        return {
            .x = part.x + part.width / 2 - tiling.frame - tiling.step / 2,
            .y = part.y + part.height / 2 - tiling.frame - tiling.step / 2,
            .width = tiling.step,
            .height = tiling.step};
    }

    /// Where something has the grain of a code but could not be read: from the page's own pixels,
    /// larger and smaller, with white around.
    void look_closer(const Grain& grain, double scale) {
        for (const auto& place : grain.places()) {
            const auto part = enlarged(place, scale);
            if (is_read(part))
                continue;
            const auto cut = cut_out(m_grey, part);
            for (const auto& attempt : attempts) {
                if (Clock::now() > m_end)
                    return;
                if (look_near(cut, part, attempt))
                    break;
            }
        }
    }

    bool look_near(const PixPtr& cut, const Box& part, const Attempt& attempt) {
        const auto large = attempt.zoom == 1 ? share(cut) : resized(cut, attempt.zoom);
        const auto plain = to_raster(attempt.sharpen ? sharpened(large) : share(large));
        const int border = std::max(plain.width, plain.height) / 4;
        const auto raster = with_border(plain, border);
        const View view{
            .raster = raster,
            .part = {0, 0, raster.width, raster.height},
            .scale = attempt.zoom,
            .left = std::max(part.x, 0) - static_cast<int>(border / attempt.zoom),
            .top = std::max(part.y, 0) - static_cast<int>(border / attempt.zoom),
            .binarizer = attempt.binarizer};
        return plain.width > 0 && look(view, square_formats, true);
    }

    /// A place of the reduced page with a quarter more around it, in the page's pixels.
    static Box enlarged(const Box& place, double scale) {
        const auto to_page = [scale](int length) { return static_cast<int>(length / scale); };
        const int room = std::max(place.width, place.height) / 4;
        return {
            to_page(place.x - room),
            to_page(place.y - room),
            to_page(place.width + 2 * room),
            to_page(place.height + 2 * room)};
    }

    bool look(const View& view, BarcodeFormats formats, bool thorough) {
        ZXing::DecodeHints hints;
        hints.setFormats(formats)
            .setTryHarder(thorough)
            .setTryRotate(thorough)
            .setTryDownscale(thorough)
            .setBinarizer(view.binarizer)
            .setMinLineCount(3);
        const ZXing::ImageView image(
            view.raster.bytes.data(), view.raster.width, view.raster.height, ZXing::ImageFormat::Lum
        );
        const auto& part = view.part;
        bool any = false;
        try {
            for (const auto& result :
                 ZXing::ReadBarcodes(image.cropped(part.x, part.y, part.width, part.height), hints))
                any = take(result, view) || any;
        } catch (const std::exception&) { // a picture it cannot bear is one without codes
            return any;
        }
        return any;
    }

    /// Whether it is a code, known already or not.
    bool take(const ZXing::Result& result, const View& view) {
        const auto* const name =
            std::ranges::find(names, result.format(), &decltype(names)::value_type::first);
        if (!result.isValid() || name == names.end())
            return false;
        CodeFound found{.kind = std::string(name->second), .text = result.text(), .box = {}};
        const bool linear = (ZXing::BarcodeFormats(BarcodeFormat::LinearCodes) & result.format())
                                .testFlag(result.format());
        if (found.text.empty() || (linear && found.text.size() < shortest_linear))
            return false;
        if (result.format() == BarcodeFormat::DataMatrix && looks_like_2d_doc(found.text))
            found.kind = "2d-doc";
        found.box = box_of(result.position(), view);
        const bool known = std::ranges::any_of(m_found, [&](const auto& other) {
            return other.kind == found.kind && other.text == found.text;
        });
        if (!known)
            m_found.push_back(std::move(found));
        return true;
    }

    static Box box_of(const ZXing::Position& position, const View& view) {
        int left = position[0].x;
        int right = left;
        int top = position[0].y;
        int bottom = top;
        for (const auto& corner : position) {
            left = std::min(left, corner.x);
            right = std::max(right, corner.x);
            top = std::min(top, corner.y);
            bottom = std::max(bottom, corner.y);
        }
        const auto to_page = [&](int length) { return static_cast<int>(length / view.scale); };
        return {
            .x = view.left + to_page(view.part.x + left),
            .y = view.top + to_page(view.part.y + top),
            .width = to_page(right - left),
            .height = to_page(bottom - top)};
    }

    const PixPtr& m_grey;
    double m_per_mm;
    Clock::time_point m_end;
    std::vector<CodeFound> m_found{};
};

} // namespace

std::vector<CodeFound>
find_codes(const PixPtr& grey, double dpi, std::chrono::steady_clock::time_point end) {
    if (!grey)
        return {};
    return Finder(grey, dpi, end).find();
}

} // namespace guichet::scan
