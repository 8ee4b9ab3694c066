// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/source_fixture.hpp"

#include <array>
#include <chrono>
#include <cstdio>
#include <functional>

using namespace guichet;
using namespace guichet::source_fixture;
using namespace std::string_literals;
namespace fs = std::filesystem;

namespace {

std::string number(std::uint32_t value) {
    std::string bytes;
    for (const int shift : {24, 16, 8, 0})
        bytes += static_cast<char>(value >> shift & 0xff);
    return bytes;
}

/// A PNG that is only its header (with a right CRC, so that only its size is wrong with it).
std::string png_header(std::uint32_t width, std::uint32_t height) {
    const std::string chunk = "IHDR" + number(width) + number(height) + "\x08\x00\x00\x00\x00"s;
    std::uint32_t crc = 0xffffffffU;
    for (const char c : chunk) {
        crc ^= static_cast<unsigned char>(c);
        for (int k = 0; k < 8; ++k)
            crc = (crc & 1) != 0 ? crc >> 1 ^ 0xedb88320U : crc >> 1;
    }
    return "\x89PNG\r\n\x1a\n"s + number(13) + chunk + number(~crc);
}

/// Dark blocks on white, so that no part of the picture is flat.
std::string jpeg(bool progressive) {
    Pix* pix = pixCreate(600, 400, 8);
    for (int y = 0; y < 400; ++y)
        for (int x = 0; x < 600; ++x)
            pixSetPixel(pix, x, y, (x / 9 + y / 7) % 2 == 0 ? 250 : static_cast<l_uint32>(x % 97));
    auto bytes = jpeg_of(pix, 85, progressive);
    pixDestroy(&pix);
    return bytes;
}

} // namespace

TEST_CASE("bad files get a clear error") {
    struct Row {
        const char* what;
        std::string bytes;
        Error::Kind error;
    };
    const auto rows = std::to_array<Row>({
        {"nothing", "", Error::Kind::Empty},
        {"a text called .png", "Bonjour, je suis un texte.", Error::Kind::Unreadable},
        {"200 megapixels", png_header(20'000, 10'000), Error::Kind::TooLarge},
        {"a PNG cut after its header", png_header(200, 100), Error::Kind::Unreadable},
        {"a JPEG of four bytes", "\xff\xd8\xff\xe0"s, Error::Kind::Unreadable},
    });
    for (const auto& row : rows) {
        CAPTURE(row.what);
        CHECK(error_of(scan::decode_pages(row.bytes, {})) == row.error);
    }
}

TEST_CASE("a JPEG that lost its last lines is read, one that lost more is not") {
    struct Row {
        double kept;
        bool progressive;
        bool read;
    };
    const auto rows = std::to_array<Row>({
        {1.0, false, true},
        {1.0, true, true},
        {0.97, false, true},
        {0.8, false, false},
        {0.3, false, false},
        {0.97, true, false}, // its last part makes the whole picture sharp
        {0.5, true, false},
    });
    for (const auto& row : rows) {
        CAPTURE(row.progressive);
        CAPTURE(row.kept);
        const auto whole = jpeg(row.progressive);
        REQUIRE(whole.size() > 2000);
        const auto length = static_cast<double>(whole.size()) * row.kept;
        const auto pages =
            scan::decode_pages(whole.substr(0, static_cast<std::size_t>(length)), {});
        CHECK(pages.has_value() == row.read);
        if (!pages)
            CHECK(pages.error().kind == Error::Kind::Unreadable);
    }
}

TEST_CASE("limits are asked before decoding") {
    const auto picture = pgm(200, 100);
    CHECK(scan::decode_pages(picture, {}).has_value());
    CHECK(error_of(scan::decode_pages(picture, {.pixels = 19'999})) == Error::Kind::TooLarge);
    CHECK(error_of(scan::decode_pages(picture, {.bytes = 100})) == Error::Kind::TooLarge);
}

TEST_CASE("a scanner's folder gives its newest whole file") {
    const TemporaryFolder folder;
    scan::Scanner scanner{.kind = scan::Scanner::Kind::Folder, .path = folder.path()};
    CHECK(error_of(scan::acquire(scanner, {}, {})) == Error::Kind::OutOfPaper);
    const auto now = fs::file_time_type::clock::now();
    fs::last_write_time(folder.write("old.pgm", pgm(40, 30)), now - std::chrono::hours(2));
    fs::last_write_time(folder.write("new.pgm", pgm(50, 30)), now - std::chrono::hours(1));
    folder.write("arriving.pgm.part", pgm(60, 30));
    folder.write(".hidden.pgm", pgm(70, 30));
    const auto pages = scan::acquire(scanner, {}, {});
    REQUIRE(pages);
    CHECK(pages->front().picture->width == 50);
}

TEST_CASE("a file still arriving is waited for until the person gives up") {
    const TemporaryFolder folder;
    folder.write("new.pgm", pgm(50, 30));
    const scan::Scanner scanner{.kind = scan::Scanner::Kind::Folder, .path = folder.path()};
    CHECK(error_of(scan::acquire(scanner, {}, [] { return true; })) == Error::Kind::Cancelled);
    const auto pages = scan::acquire(scanner, {}, {});
    CHECK(pages.has_value());
}

TEST_CASE("without a scanner, folder or file there is no device") {
    CHECK(error_of(scan::acquire({}, {}, {})) == Error::Kind::NoDevice);
    CHECK(
        error_of(scan::acquire({.kind = scan::Scanner::Kind::Folder, .path = "/nowhere"}, {}, {})
        ) == Error::Kind::NoDevice
    );
    CHECK(
        error_of(scan::acquire({.kind = scan::Scanner::Kind::File, .path = "/nowhere"}, {}, {})) ==
        Error::Kind::NotFound
    );
}

TEST_CASE("a page without end is made smaller while it is decoded") {
    // 100 megapixels, the most that is taken.
    Pix* pix = pixCreate(10'000, 10'000, 8);
    pixSetAll(pix);
    const auto dark = [&](int x, int y) {
        pixRasterop(pix, x, y, 2500, 2500, PIX_CLR, nullptr, 0, 0);
    };
    dark(0, 0);
    dark(7500, 7500);
    l_uint8* bytes = nullptr;
    std::size_t size = 0;
    pixWriteMemPng(&bytes, &size, pix, 0);
    const std::string png(reinterpret_cast<const char*>(bytes), size);
    lept_free(bytes);
    const auto jpeg = jpeg_of(pix, 50);
    pixDestroy(&pix);
    for (const auto& file : {png, jpeg}) {
        const auto pages = scan::decode_pages(file, {});
        REQUIRE(pages);
        const auto& picture = *pages->front().picture;
        CHECK(picture.width == picture.height);
        CHECK(static_cast<long>(picture.width) * picture.height <= 12'000'000);
        CHECK(picture.width >= 2400);
        const auto at = [&](double x, double y) {
            const auto row = static_cast<std::size_t>(picture.height * y);
            const auto column = static_cast<std::size_t>(picture.width * x);
            return static_cast<int>(
                picture.rgba[(row * static_cast<std::size_t>(picture.width) + column) * 4]
            );
        };
        CHECK(at(0.1, 0.1) < 20);
        CHECK(at(0.9, 0.9) < 20);
        CHECK(at(0.9, 0.1) > 235);
    }
}

TEST_CASE("a PNG keeps its colours, its resolution and white where one sees through") {
    Pix* pix = pixCreate(40, 30, 32);
    pixSetAllArbitrary(pix, 0xc8641eff);
    pixSetSpp(pix, 4);
    pixSetPixel(pix, 3, 3, 0x00000000); // nothing there
    pixSetResolution(pix, 300, 300);
    l_uint8* bytes = nullptr;
    std::size_t size = 0;
    pixWriteMemPng(&bytes, &size, pix, 0);
    pixDestroy(&pix);
    const auto pages = scan::decode_pages({reinterpret_cast<const char*>(bytes), size}, {});
    lept_free(bytes);
    REQUIRE(pages);
    const auto& page = pages->front();
    CHECK(page.dpi == doctest::Approx(300).epsilon(0.01));
    CHECK(page.picture->rgba[0] == 0xc8);
    CHECK(page.picture->rgba[1] == 0x64);
    CHECK(page.picture->rgba[2] == 0x1e);
    constexpr std::size_t hole = (std::size_t{3} * 40 + 3) * 4;
    CHECK(page.picture->rgba[hole] == 255);
}

TEST_CASE("a TIFF gives its pages one at a time, and a limit on them is asked first") {
    const TemporaryFolder folder;
    const auto file = (folder.path() / "pages.tif").string();
    for (int i = 0; i < 3; ++i) {
        Pix* pix = pixCreate(100 + i, 50, 8);
        pixWriteTiff(file.c_str(), pix, IFF_TIFF_LZW, i == 0 ? "w" : "a");
        pixDestroy(&pix);
    }
    const auto pages = scan::open_file(file, {});
    REQUIRE(pages);
    CHECK((*pages)->count() == 3);
    const auto last = (*pages)->page(2);
    REQUIRE(last);
    CHECK(last->picture->width == 102);
    CHECK(error_of(scan::load_pages(file, {.pages = 2})) == Error::Kind::TooLarge);
    CHECK(error_of(scan::load_pages(file, {.pixels = 5050})) == Error::Kind::TooLarge);
}
