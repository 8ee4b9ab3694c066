#include "scan/source.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <leptonica/allheaders.h>

using namespace guichet;
using namespace std::string_literals;
namespace fs = std::filesystem;

namespace {

/// A folder of its own that goes away.
struct Folder {
    Folder() {
        std::string name = (fs::temp_directory_path() / "guichet-scan-XXXXXX").string();
        path = mkdtemp(name.data());
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    fs::path write(const std::string& name, const std::string& bytes) const {
        std::ofstream(path / name, std::ios::binary) << bytes;
        return path / name;
    }

    fs::path path;
};

/// A grey ramp as PGM.
std::string pgm(int width, int height) {
    std::string bytes = "P5\n" + std::to_string(width) + " " + std::to_string(height) + "\n255\n";
    for (int i = 0; i < width * height; ++i)
        bytes += static_cast<char>(i * 7);
    return bytes;
}

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

/// A PDF of `pages` blank pages; its cross-reference table is left for the reader to rebuild.
std::string pdf(int pages) {
    std::string kids;
    std::string objects;
    for (int i = 0; i < pages; ++i) {
        kids += std::to_string(3 + i) + " 0 R ";
        objects += std::to_string(3 + i) +
                   " 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj\n";
    }
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[" +
           kids + "]/Count " + std::to_string(pages) + ">>endobj\n" + objects +
           "trailer<</Root 1 0 R>>\n%%EOF\n";
}

/// Dark blocks on white, so that no part of the picture is flat.
std::string jpeg(bool progressive) {
    Pix* pix = pixCreate(600, 400, 8);
    for (int y = 0; y < 400; ++y)
        for (int x = 0; x < 600; ++x)
            pixSetPixel(pix, x, y, (x / 9 + y / 7) % 2 == 0 ? 250 : static_cast<l_uint32>(x % 97));
    l_uint8* bytes = nullptr;
    std::size_t size = 0;
    pixWriteMemJpeg(&bytes, &size, pix, 85, progressive ? 1 : 0);
    std::string result(reinterpret_cast<const char*>(bytes), size);
    lept_free(bytes);
    pixDestroy(&pix);
    return result;
}

Error::Kind error_of(const Result<std::vector<scan::Page>>& pages) {
    REQUIRE_FALSE(pages.has_value());
    return pages.error().kind;
}

} // namespace

TEST_CASE("bad files get a clear error") {
    struct Row {
        const char* what;
        std::string bytes;
        Error::Kind error;
    };
    const Row rows[] = {
        {"nothing", "", Error::Kind::Empty},
        {"a text called .png", "Bonjour, je suis un texte.", Error::Kind::Unreadable},
        {"200 megapixels", png_header(20'000, 10'000), Error::Kind::TooLarge},
        {"a PNG cut after its header", png_header(200, 100), Error::Kind::Unreadable},
        {"a JPEG of four bytes", "\xff\xd8\xff\xe0"s, Error::Kind::Unreadable},
        {"a PDF that is not one", "%PDF-1.4\nrien", Error::Kind::Unreadable},
        {"a PDF with 21 pages", pdf(21), Error::Kind::TooLarge},
    };
    for (const auto& row : rows) {
        CAPTURE(row.what);
        CHECK(error_of(scan::decode_pages(row.bytes, {})) == row.error);
    }
}

TEST_CASE("a JPEG that lost its last lines is read, one that lost more is not") {
    struct Row {
        bool progressive;
        double kept;
        bool read;
    };
    const Row rows[] = {
        {false, 1.0, true},
        {true, 1.0, true},
        {false, 0.97, true},
        {false, 0.8, false},
        {false, 0.3, false},
        {true, 0.97, false}, // its last part makes the whole picture sharp
        {true, 0.5, false},
    };
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

TEST_CASE("an empty PDF is empty") {
    const auto pages = scan::decode_pages(pdf(0), {});
    REQUIRE_FALSE(pages.has_value());
    const auto kind = pages.error().kind;
    CHECK((kind == Error::Kind::Empty || kind == Error::Kind::Unreadable));
}

TEST_CASE("a PDF page is drawn at 300 dots an inch") {
    const auto pages = scan::decode_pages(pdf(2), {});
    REQUIRE(pages);
    REQUIRE(pages->size() == 2);
    CHECK(std::abs(pages->front().picture->width - 200 * 300 / 72) <= 1);
    CHECK(pages->front().dpi == doctest::Approx(300));
}

TEST_CASE("a PDF page that would take minutes is drawn smaller") {
    // Hundreds of see-through sheets over the whole page: the time grows with the pixels.
    std::string drawing = "/G gs\n";
    for (int i = 0; i < 300; ++i)
        drawing += "0." + std::to_string(i % 10) + " g 0 0 m 800 0 l 800 1100 l 0 1100 l f\n";
    const auto bytes =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]"
        "/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 800 1100]/Contents 4 0 R"
        "/Resources<</ExtGState<</G<</ca 0.5>>>>>>>>endobj\n4 0 obj<</Length " +
        std::to_string(drawing.size()) + ">>stream\n" + drawing +
        "endstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
    const auto pages = scan::decode_pages(bytes, {});
    REQUIRE(pages);
    CHECK(pages->front().dpi < 299);
    CHECK(pages->front().dpi >= 72);
}

TEST_CASE("a PDF with a password is protected") {
    const Folder folder;
    const auto plain = folder.write("plain.pdf", pdf(1));
    const auto locked = folder.path / "locked.pdf";
    const auto command = "qpdf --encrypt secret secret 256 -- " + plain.string() + " " +
                         locked.string() + " >/dev/null 2>&1";
    (void)!std::system(command.c_str()); // qpdf warns about the missing table and still writes
    if (!fs::exists(locked)) {
        MESSAGE("qpdf is not here: passwords are not tried");
        return;
    }
    CHECK(error_of(scan::load_pages(locked, {})) == Error::Kind::Protected);
}

TEST_CASE("a scanner's folder gives its newest whole file") {
    const Folder folder;
    scan::Scanner scanner{.kind = scan::Scanner::Kind::Folder, .path = folder.path};
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
    const Folder folder;
    folder.write("new.pgm", pgm(50, 30));
    const scan::Scanner scanner{.kind = scan::Scanner::Kind::Folder, .path = folder.path};
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

TEST_CASE("a SANE device gives its page, and its troubles have names") {
    const Folder folder;
    folder.write("dll.conf", "pnm\n");
    setenv("SANE_CONFIG_DIR", folder.path.c_str(), 1);
    const auto page = folder.write("page.pgm", pgm(300, 200));
    scan::Scanner scanner{.kind = scan::Scanner::Kind::Sane, .device = "pnm:0"};
    scanner.settings["filename"] = page.string();
    const auto pages = scan::acquire(scanner, {}, {});
    if (!pages && pages.error().kind == Error::Kind::NoDevice) {
        MESSAGE("SANE's pnm device is not here");
        return;
    }
    REQUIRE(pages);
    CHECK(pages->front().picture->width == 300);
    CHECK(pages->front().picture->height == 200);
    CHECK(pages->front().picture->rgba[4] == 7);
    CHECK(error_of(scan::acquire(scanner, {}, [] { return true; })) == Error::Kind::Cancelled);
    scanner.settings["status-jammed"] = "yes";
    CHECK(error_of(scan::acquire(scanner, {}, {})) == Error::Kind::Jammed);
    scanner.settings.erase("status-jammed");
    scanner.settings["status-nodocs"] = "yes";
    CHECK(error_of(scan::acquire(scanner, {}, {})) == Error::Kind::OutOfPaper);
    scanner.settings.erase("status-nodocs");
    scanner.settings["status-ioerror"] = "yes";
    CHECK(error_of(scan::acquire(scanner, {}, {})) == Error::Kind::Unreachable);
    scanner.device = "pnm:7";
    CHECK(error_of(scan::acquire(scanner, {}, {})) == Error::Kind::NoDevice);
}
