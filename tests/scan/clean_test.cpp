// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/clean/clean.hpp"
#include "scan/clean/contrast.hpp"
#include "scan/clean/faults.hpp"
#include "scan/clean/flatten.hpp"
#include "scan/clean/sides.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <filesystem>

#include <doctest/doctest.h>
#include <leptonica/allheaders.h>

using namespace guichet;
using procedure::PictureFault;

namespace {

struct Scene {
    int width{800};
    int height{1000};
    int table{70};
    int sheet{225};
    int ink{40};
    std::array<scan::Point, 4> corners{{{160, 120}, {650, 160}, {690, 880}, {110, 850}}};
    int letter{14}; ///< of the drawn print, pixels high; 0 for none
};

double side(const scan::Point& a, const scan::Point& b, int x, int y) {
    return static_cast<double>(b.x - a.x) * (y - a.y) - static_cast<double>(b.y - a.y) * (x - a.x);
}

bool is_print(const Scene& scene, int x, int y) {
    return scene.letter > 0 && y % (3 * scene.letter) < scene.letter &&
           x % scene.letter < scene.letter / 3;
}

int level_at(const Scene& scene, int x, int y) {
    double inside = 1e9;
    for (std::size_t i = 0; i < 4; ++i)
        inside = std::min(inside, side(scene.corners[i], scene.corners[(i + 1) % 4], x, y));
    if (inside < 0)
        return scene.table;
    return inside > 40'000 && is_print(scene, x, y) ? scene.ink : scene.sheet;
}

/// A sheet on a table with bars like letters in level lines.
scan::Page draw(const Scene& scene) {
    auto image = std::make_shared<Image>();
    image->width = scene.width;
    image->height = scene.height;
    for (int y = 0; y < scene.height; ++y)
        for (int x = 0; x < scene.width; ++x) {
            const auto level = static_cast<std::uint8_t>(level_at(scene, x, y));
            image->rgba.insert(image->rgba.end(), {level, level, level, 255});
        }
    return {.picture = image, .dpi = 0};
}

double worst(const std::array<scan::Point, 4>& a, const std::array<scan::Point, 4>& b) {
    double most = 0;
    for (std::size_t i = 0; i < 4; ++i)
        most = std::max(most, std::hypot(a[i].x - b[i].x, a[i].y - b[i].y));
    return most;
}

template <typename Drawn>
scan::PixPtr painted(int width, int height, Drawn drawn) {
    scan::PixPtr pix(pixCreate(width, height, 32));
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            pixSetPixel(pix.get(), x, y, drawn(x, y) << 8U);
    return pix;
}

bool has(const std::vector<PictureFault>& faults, PictureFault fault) {
    return std::ranges::find(faults, fault) != faults.end();
}

std::vector<PictureFault> faults_of(const scan::Page& page) {
    return scan::picture_faults(page, scan::clean(page));
}

} // namespace

TEST_CASE("the corners of a sheet are found on dark and on nearly as light tables") {
    for (const int table : {20, 90, 160, 205}) {
        CAPTURE(table);
        Scene scene;
        scene.table = table;
        const auto page = draw(scene);
        const auto corners = scan::find_corners(scan::to_pix(page.picture));
        REQUIRE(corners);
        CHECK(worst(*corners, scene.corners) < 14); // 1 % of the diagonal
    }
}

TEST_CASE("a sheet printed up to its edge is found with the band of colour there") {
    const int width = 700;
    const int height = 900;
    // A white A4 sheet, and a blue band along its left or its upper side.
    for (const auto& band :
         {scan::Quad{{{100, 50}, {310, 50}, {310, 800}, {100, 800}}},
          scan::Quad{{{100, 50}, {630, 50}, {630, 200}, {100, 200}}}}) {
        const auto drawn = [&](int x, int y) -> std::uint32_t {
            const bool on_band = x >= band[0].x && x < band[1].x && y >= band[0].y && y < band[2].y;
            const bool on_sheet = x >= 100 && x < 630 && y >= 50 && y < 800;
            return on_band ? 0x003c8cU : on_sheet ? 0xf0f0f0U : 0x503c28U;
        };
        const auto found = scan::find_corners(painted(width, height, drawn));
        REQUIRE(found);
        CHECK(worst(*found, {{{100, 50}, {630, 50}, {630, 800}, {100, 800}}}) < 14);
    }
    const auto half = scan::find_corners(painted(width, height, [](int x, int y) -> std::uint32_t {
        const bool on_sheet = x >= 310 && x < 630 && y >= 50 && y < 800; // a narrow sheet alone
        return on_sheet ? 0xf0f0f0U : 0x503c28U;
    }));
    REQUIRE(half);
    CHECK(worst(*half, {{{310, 50}, {630, 50}, {630, 800}, {310, 800}}}) < 14);
}

TEST_CASE("a sheet that fills the picture is not cut") {
    Scene scene;
    scene.corners = {{{-50, -50}, {900, -50}, {900, 1100}, {-50, 1100}}};
    CHECK_FALSE(scan::find_corners(scan::to_pix(draw(scene).picture)).has_value());
    const auto cleaned = scan::clean(draw(scene));
    CHECK(scan::width_of(cleaned.grey) == scene.width);
    CHECK(scan::height_of(cleaned.grey) == scene.height);
}

TEST_CASE("corners dragged by the person are used as they are") {
    const Scene scene;
    const auto page = draw(scene);
    const std::array<scan::Point, 4> given{{{200, 200}, {600, 200}, {600, 765}, {200, 765}}};
    const auto cleaned = scan::clean(page, given);
    REQUIRE(cleaned.corners);
    CHECK(worst(*cleaned.corners, given) == 0);
    CHECK(std::abs(scan::width_of(cleaned.grey) - 400) < 6);
    CHECK(page.picture->width == scene.width);
}

TEST_CASE("the aspect of a sheet does not depend on where it is seen from") {
    struct Case {
        const char* what;
        std::array<scan::Point, 4> corners;
        double aspect;
    };
    // An A4 sheet and a card seen straight from above.
    const std::array<Case, 3> cases{
        {{"A4", {{{100, 100}, {520, 100}, {520, 694}, {100, 694}}}, 1 / std::sqrt(2.0)},
         {"A4 on its side", {{{100, 100}, {694, 100}, {694, 520}, {100, 520}}}, std::sqrt(2.0)},
         {"card", {{{100, 100}, {528, 100}, {528, 370}, {100, 370}}}, 1.5857}}};
    for (const auto& example : cases) {
        CAPTURE(example.what);
        CHECK(
            scan::aspect_of(example.corners, 800, 800) ==
            doctest::Approx(example.aspect).epsilon(0.005)
        );
    }
}

TEST_CASE("print on an uneven ground becomes black on white") {
    const scan::PixPtr grey(pixCreate(200, 100, 8));
    for (int y = 0; y < 100; ++y)
        for (int x = 0; x < 200; ++x)
            pixSetPixel(grey.get(), x, y, static_cast<l_uint32>(90 + x / 2));
    CHECK_FALSE(scan::raised_contrast(grey, 15)); // a ground without print
    for (int x = 20; x < 180; x += 20)
        for (int y = 40; y < 60; ++y)
            for (int i = 0; i < 4; ++i)
                pixSetPixel(grey.get(), x + i, y, 60);
    const auto raised = scan::raised_contrast(grey, 15);
    REQUIRE(raised);
    l_uint32 ground = 0;
    l_uint32 print = 0;
    pixGetPixel(raised.get(), 50, 20, &ground);
    pixGetPixel(raised.get(), 101, 50, &print);
    CHECK(ground > 240);
    CHECK(print < 120);
}

TEST_CASE("a page of one tone is blank, and the faintest word on it is not") {
    const scan::PixPtr page(pixCreate(300, 200, 8));
    for (const int tone : {255, 0, 130}) {
        pixSetAllArbitrary(page.get(), static_cast<l_uint32>(tone));
        CHECK(scan::is_blank(page));
        pixSetPixel(page.get(), 150, 100, static_cast<l_uint32>(tone > 20 ? tone - 20 : 20));
        CHECK_FALSE(scan::is_blank(page));
    }
}

TEST_CASE("a good picture has no faults") {
    Scene scene;
    scene.letter = 30;
    CHECK(faults_of(draw(scene)).empty());
}

TEST_CASE("each fault of a picture is named") {
    Scene dark;
    dark.sheet = 60;
    dark.table = 10;
    dark.ink = 15;
    CHECK(has(faults_of(draw(dark)), PictureFault::TooDark));

    Scene cut;
    cut.corners = {{{160, 120}, {1200, 120}, {1200, 880}, {160, 880}}};
    CHECK(has(faults_of(draw(cut)), PictureFault::Cut));

    Scene small;
    small.letter = 6;
    CHECK_FALSE(has(faults_of(draw(small)), PictureFault::TooDark));

    Scene stained;
    stained.sheet = 190;
    auto page = draw(stained);
    auto copy = std::make_shared<Image>(*page.picture);
    for (int y = 380; y < 560; ++y)
        std::fill_n(copy->rgba.begin() + std::ptrdiff_t{4} * (y * copy->width + 300), 4 * 200, 255);
    page.picture = copy;
    CHECK(has(faults_of(page), PictureFault::Glossy));
    CHECK_FALSE(has(faults_of(draw(stained)), PictureFault::Glossy));
}

TEST_CASE("hand photos: corners as a person sees them") {
    struct Case {
        const char* file;
        std::array<scan::Point, 4> corners;
    };
    const std::array<Case, 2> cases{
        {{"fairscan_img01.jpg", {{{432, 652}, {1676, 566}, {1833, 2519}, {333, 2512}}}},
         {"fairscan_img02.jpg", {{{300, 441}, {1716, 280}, {1945, 2470}, {410, 2556}}}}}};
    const auto folder = std::filesystem::path(GUICHET_SHARED) / "data/scan/photos";
    if (!std::filesystem::exists(folder)) {
        MESSAGE("no real pictures here: skipped");
        return;
    }
    for (const auto& example : cases) {
        CAPTURE(example.file);
        const auto pages = scan::load_pages(folder / example.file, {});
        REQUIRE(pages);
        const auto corners = scan::find_corners(scan::to_pix(pages->front().picture));
        REQUIRE(corners);
        CHECK(worst(*corners, example.corners) < 35); // 1 % of the diagonal
    }
}
