// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples/real_papers.hpp"
#include "scan/pix.hpp"
#include "scan/read.hpp"
#include "scan/source/decode.hpp"

#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>

#include <doctest/doctest.h>
#include <leptonica/allheaders.h>

using namespace guichet;

namespace {

std::vector<scan::Kind> our_kinds() {
    auto kinds = scan::load_kinds(std::filesystem::path(GUICHET_SOURCE) / "forms/documents");
    REQUIRE(kinds);
    return *kinds;
}

scan::Page noise(int width, int height) {
    std::mt19937 random(7);
    auto image = std::make_shared<Image>();
    image->width = width;
    image->height = height;
    for (int i = 0; i < width * height * 4; ++i)
        image->rgba.push_back(static_cast<std::uint8_t>(i % 4 == 3 ? 255 : random() & 0xff));
    return {.picture = image, .dpi = 0};
}

/// Words of a tax notice above eight lines: of the same print, or of signs that are none of ours.
scan::Page notice(bool readable) {
    const auto printed = [](const char* text) {
        scan::PixPtr line(pixCreate(1400, 60, 8));
        pixSetAllArbitrary(line.get(), 250);
        L_Bmf* font = bmfCreate(nullptr, 10);
        pixSetTextline(line.get(), font, text, 0x20, 40, 40, nullptr, nullptr);
        bmfDestroy(&font);
        return line;
    };
    const scan::PixPtr page(pixCreate(1400, 900, 8));
    pixSetAllArbitrary(page.get(), 250);
    int y = 40;
    const auto add = [&](const scan::PixPtr& line) {
        pixRasterop(page.get(), 0, y, 1400, 60, PIX_SRC, line.get(), 0, 0);
        y += 70;
    };
    add(printed("Avis d'impot"));
    add(printed("Revenu fiscal de reference : 9 812 euros"));
    for (int i = 0; i < 8; ++i) {
        const auto line = printed("Vous recevez cette lettre de votre mairie pour une demande");
        if (!readable)
            pixFlipLR(line.get(), line.get());
        add(line);
    }
    return {.picture = scan::to_picture(page), .dpi = 150};
}

} // namespace

TEST_CASE("words between signs that are no letters of ours say nothing") {
    const auto read = scan::examine({notice(true)}, our_kinds(), {});
    REQUIRE(read);
    CHECK(read->kind == "avis-imposition");
    CHECK(read->fields.size() == 1);
    const auto unread = scan::examine({notice(false)}, our_kinds(), {});
    REQUIRE(unread);
    CHECK(unread->kind == "avis-imposition"); // that much was to be read
    CHECK(unread->fields.empty());
}

TEST_CASE("noise is no document") {
    const auto seen = scan::examine({noise(900, 700)}, our_kinds(), {});
    REQUIRE(seen);
    CHECK(seen->kind.empty());
    CHECK(seen->codes.empty());
    CHECK(seen->fields.empty());
    CHECK(seen->pages.size() == 1);
}

TEST_CASE("a picture of one pixel is no document and no crash") {
    const auto seen = scan::examine({noise(1, 1)}, our_kinds(), {});
    REQUIRE(seen);
    CHECK(seen->fields.empty());
}

TEST_CASE("a picture without any light is no document and no crash") {
    auto image = std::make_shared<Image>();
    image->width = 900;
    image->height = 700;
    image->rgba.assign(std::size_t{4} * 900 * 700, 0);
    scan::Page page;
    page.picture = image;
    const auto seen = scan::examine({page}, our_kinds(), {});
    REQUIRE(seen);
    CHECK(seen->fields.empty());
}

TEST_CASE("the person is shown the place on the page with room around it") {
    scan::Examination seen;
    seen.kind = "identite";
    seen.pages = {noise(400, 300).picture};
    procedure::Proposal proposal;
    proposal.field = "identite.nom";
    proposal.box = {.x = 100, .y = 100, .width = 80, .height = 20};
    seen.fields = {proposal};
    const auto reading = scan::to_reading(seen, our_kinds());
    REQUIRE(reading.proposals.size() == 1);
    REQUIRE(reading.proposals.front().crop);
    CHECK(reading.proposals.front().crop->width >= 100);
    CHECK(reading.proposals.front().crop->height >= 40);
    CHECK_FALSE(reading.kind_name.empty());
}

TEST_CASE("a paper that is not read has its name and no kind") {
    scan::Examination seen;
    seen.kind = "jugement";
    const auto reading = scan::to_reading(seen, our_kinds());
    CHECK(reading.kind.empty());
    CHECK(reading.kind_name.id == "Décision de justice");
}

TEST_CASE("EXIF orientation is found, and nonsense is not believed") {
    using namespace std::string_literals;
    const auto jpeg = [](char orientation) {
        return "\xff\xd8\xff\xe1\x00\x22"s + "Exif\0\0"s + "MM\0*\0\0\0\x08"s + "\0\x01"s +
               "\x01\x12\0\x03\0\0\0\x01\0"s + orientation + "\0\0"s + "\0\0\0\0"s;
    };
    CHECK(scan::exif_orientation(jpeg(6)) == 6);
    CHECK(scan::exif_orientation(jpeg(77)) == 1);
    CHECK(scan::exif_orientation("\xff\xd8\xff\xe1\xff\xff") == 1);
}

TEST_CASE("real specimen zones are never proven wrong") {
    const auto specimens = samples::real_zones("mrz_passporteye");
    if (specimens.empty()) {
        MESSAGE("no real pictures here: skipped");
        return;
    }
    REQUIRE(specimens.size() == 19);
    int right = 0;
    for (const auto& specimen : specimens) {
        CAPTURE(specimen.file);
        const auto& zone = specimen.fields.at("zone");
        const auto pages = scan::load_pages(specimen.file, {});
        REQUIRE(pages);
        const auto seen = scan::examine(*pages, our_kinds(), {});
        REQUIRE(seen);
        if (seen->codes.empty())
            continue;
        std::string read;
        for (const auto& line : seen->codes.front().lines)
            read += (read.empty() ? "" : "|") + line;
        right += read == zone ? 1 : 0;
        if (read != zone)
            CHECK_FALSE(seen->codes.front().proven);
    }
    MESSAGE(right, " of 19 zones read exactly");
    CHECK(right >= 12);
}
