// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/source_fixture.hpp"

#include <algorithm>
#include <array>
#include <cmath>

using namespace guichet;
using namespace guichet::source_fixture;
using namespace std::string_literals;
namespace fs = std::filesystem;

namespace {

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

} // namespace

TEST_CASE("a PDF that cannot be opened says why") {
    CHECK(error_of(scan::decode_pages("%PDF-1.4\nrien", {})) == Error::Kind::Unreadable);
    CHECK(error_of(scan::decode_pages(pdf(21), {})) == Error::Kind::TooLarge);
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

TEST_CASE("a PDF page that is one large photograph is drawn at 300 dots an inch") {
    // To take it out of its JPEG takes long, and as long for the smallest drawing.
    Pix* large = pixCreate(3508, 4960, 32);
    pixSetAllArbitrary(large, 0xd0c0b000);
    const auto jpeg = jpeg_of(large);
    pixDestroy(&large);
    const std::string drawing = "595 0 0 842 0 0 cm /I Do\n";
    const auto bytes =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]"
        "/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        "/Resources<</XObject<</I 5 0 R>>>>>>endobj\n4 0 obj<</Length " +
        std::to_string(drawing.size()) + ">>stream\n" + drawing +
        "endstream endobj\n5 0 obj<</Type/XObject/Subtype/Image/Width 3508/Height 4960/ColorSpace"
        "/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length " +
        std::to_string(jpeg.size()) + ">>stream\n" + jpeg +
        "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
    const auto pages = scan::decode_pages(bytes, {});
    REQUIRE(pages);
    CHECK(pages->front().dpi == doctest::Approx(300));
    CHECK(pages->front().picture->rgba[0] == doctest::Approx(0xd0).epsilon(0.02));
}

TEST_CASE("a PDF with a password is protected") {
    const TemporaryFolder folder;
    const auto plain = folder.write("plain.pdf", pdf(1));
    const auto locked = folder.path() / "locked.pdf";
    const auto command = "qpdf --encrypt secret secret 256 -- " + plain.string() + " " +
                         locked.string() + " >/dev/null 2>&1";
    // qpdf warns about the missing table and still writes.
    if (std::system(command.c_str()) < 0 || !fs::exists(locked)) {
        MESSAGE("qpdf is not here: passwords are not tried");
        return;
    }
    CHECK(error_of(scan::load_pages(locked, {})) == Error::Kind::Protected);
}

namespace {

/// A page of 200 × 100 points whose content is `drawing`, with Helvetica as /F.
std::string drawn(const std::string& drawing, const std::string& more = "") {
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]"
           "/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]" +
           more +
           "/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
           ">>>>endobj\n4 0 obj<</Length " +
           std::to_string(drawing.size()) + ">>stream\n" + drawing +
           "endstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}

/// Three lines of four words.
std::string words(const std::string& before = "") {
    std::string drawing = "BT /F 8 Tf " + before;
    for (const int y : {80, 50, 20})
        drawing += "1 0 0 1 20 " + std::to_string(y) + " Tm (un deux trois quatre) Tj ";
    return drawing + "ET\n";
}

std::vector<scan::PrintedWord> words_in(const std::string& bytes) {
    const auto pages = scan::decode_pages(bytes, {});
    REQUIRE(pages);
    return pages->front().words;
}

} // namespace

TEST_CASE("a PDF's own words come with their places on the drawn page") {
    const auto found = words_in(drawn(words()));
    REQUIRE(found.size() == 12);
    CHECK(found[0].text == "un");
    CHECK(found[3].text == "quatre");
    // 20 points from the left, base line 20 points under the top, at 300 dots an inch.
    CHECK(std::abs(found[0].box.x - 20 * 300 / 72) <= 6);
    CHECK(found[0].box.y < 20 * 300 / 72);
    CHECK(found[0].box.y + found[0].box.height > 20 * 300 / 72 - 6);
    CHECK(found[0].box.y > 8 * 300 / 72);
    CHECK(found[4].box.y - found[0].box.y == doctest::Approx(30.0 * 300 / 72).epsilon(0.02));
}

TEST_CASE("what is taller than an inch is a drawing, not a word") {
    const auto found = words_in(drawn(words() + "BT /F 90 Tf 1 0 0 1 20 10 Tm (RF) Tj ET\n"));
    REQUIRE(found.size() == 12);
    CHECK(std::ranges::find(found, "RF", &scan::PrintedWord::text) == found.end());
}

TEST_CASE("a page with many words of its own is drawn no larger than they need") {
    std::string drawing = "BT /F 3 Tf ";
    for (int y = 10; y <= 90; y += 5)
        drawing += "1 0 0 1 20 " + std::to_string(y) + " Tm (un deux trois quatre) Tj ";
    const auto pages = scan::decode_pages(drawn(drawing + "ET\n"), {});
    REQUIRE(pages);
    const auto& page = pages->front();
    CHECK(page.dpi == doctest::Approx(200));
    REQUIRE(page.words.size() == 4 * 17);
    CHECK(std::abs(page.words[0].box.x - 20 * 200 / 72) <= 4);
    // As many words that nobody can see: the page has to be read, from all its pixels.
    const auto hidden = scan::decode_pages(drawn("3 Tr " + drawing + "ET\n"), {});
    REQUIRE(hidden);
    CHECK(hidden->front().words.empty());
    CHECK(hidden->front().dpi == doctest::Approx(300));
}

TEST_CASE("a page cut out of a larger sheet keeps its words in place") {
    const auto found = words_in(drawn(words(), "/CropBox[10 10 190 95]"));
    REQUIRE(found.size() == 12);
    CHECK(std::abs(found[0].box.x - 10 * 300 / 72) <= 6);
    CHECK(std::abs(found[0].box.y + found[0].box.height - 15 * 300 / 72) < 20);
}

TEST_CASE("words that a page does not show are not its words") {
    struct Row {
        const char* what;
        std::string pdf;
    };
    const auto rows = std::to_array<Row>({
        {"drawn without ink", drawn(words("3 Tr "))},
        {"white on white", drawn(words("1 g "))},
        {"covered", drawn(words() + "1 g 0 0 200 100 re f\n")},
        {"a stamp on a picture", drawn("BT /F 8 Tf 20 50 Td (numero 12 page 3) Tj ET\n")},
        {"on its side", drawn(words(), "/Rotate 90")},
        {"nothing", drawn("")},
    });
    for (const auto& row : rows) {
        CAPTURE(row.what);
        CHECK(words_in(row.pdf).empty());
    }
}

TEST_CASE("the pages of a PDF are drawn when they are asked for") {
    const auto pages = scan::open_pages(pdf(20), {});
    REQUIRE(pages);
    CHECK((*pages)->count() == 20);
    const auto page = (*pages)->page(19);
    REQUIRE(page);
    CHECK(page->words.empty());
}
