// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples/make/camera.hpp"
#include "samples/make/code.hpp"
#include "scan/clean/clean.hpp"
#include "scan/codes/find.hpp"
#include "scan/source.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::scan;

namespace {

std::vector<CodeFound> find(const PixPtr& grey, double dpi) {
    return find_codes(grey, dpi, std::chrono::steady_clock::now() + std::chrono::minutes(1));
}

std::vector<CodeFound> find(const Image& image, double dpi) {
    return find(to_grey(to_pix(std::make_shared<const Image>(image))), dpi);
}

bool has(const std::vector<CodeFound>& found, const std::string& kind, const std::string& text) {
    return std::ranges::any_of(found, [&](const auto& code) {
        return code.kind == kind && code.text == text;
    });
}

const std::string& payload() {
    static const std::string text = samples::Issuer("XX00").payload(
        "01",
        "10MME/ESSAI/NATACHA\x1d"
        "22145 AVENUE DES ESSAIS\x1d"
        "2463000"
        "26FR"
    );
    return text;
}

Image letter_with_code(int dpi, int module, double x, double y) {
    auto page = samples::draw_letter(dpi);
    const auto dots = [dpi](double millimetres) {
        return static_cast<int>(millimetres * dpi / 25.4);
    };
    samples::put(samples::draw_data_matrix(payload(), module), dots(x), dots(y), page);
    return page;
}

} // namespace

TEST_CASE("our own 2D-Doc is found anywhere on a page, any way up") {
    struct Row {
        int dpi;
        int module; ///< pixels
        double x;   ///< millimetres
        double y;
    };
    constexpr auto rows = std::to_array<Row>({
        {200, 4, 3, 3},
        {200, 4, 170, 250},
        {200, 3, 95, 131},
        {300, 5, 20, 8},
        {150, 3, 60, 240},
    });
    for (const auto& row : rows) {
        const auto page = letter_with_code(row.dpi, row.module, row.x, row.y);
        for (const int quarters : {0, 1, 2, 3}) {
            CAPTURE(row.dpi);
            CAPTURE(row.x);
            CAPTURE(quarters);
            const auto turned = samples::turned(page, quarters);
            CHECK(has(find(turned, row.dpi), "2d-doc", payload()));
        }
        CHECK(has(find(page, 0), "2d-doc", payload()));
    }
}

TEST_CASE("a code's box is where the code is") {
    const auto page = letter_with_code(200, 4, 100, 200);
    const auto code = samples::draw_data_matrix(payload(), 4);
    const auto found = find(page, 200);
    REQUIRE(found.size() == 1);
    const auto& box = found[0].box;
    CHECK(std::abs(box.x - 787) < 25);
    CHECK(std::abs(box.y - 1574) < 25);
    CHECK(std::abs(box.width - code.width) < 30);
    CHECK(std::abs(box.height - code.height) < 30);
}

TEST_CASE("several codes on one page are all found") {
    auto page = letter_with_code(200, 4, 10, 8);
    const auto other = samples::Issuer("XX00").payload("03", "31FR7630006000011234567890189\x1d");
    samples::put(samples::draw_data_matrix(other, 4), 1300, 60, page);
    samples::put(samples::draw_qr("https://example.org/facture/12", 5), 200, 2000, page);
    const auto found = find(page, 200);
    CHECK(found.size() == 3);
    CHECK(has(found, "2d-doc", payload()));
    CHECK(has(found, "2d-doc", other));
    CHECK(has(found, "qr", "https://example.org/facture/12"));
}

TEST_CASE("a DataMatrix that is no 2D-Doc is handed over as text") {
    auto page = samples::draw_letter(200);
    samples::put(samples::draw_data_matrix("LR 12 345 678 9FR", 6), 900, 1200, page);
    const auto found = find(page, 200);
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == "datamatrix");
    CHECK(found[0].text == "LR 12 345 678 9FR");
}

TEST_CASE("a page of print holds no code, and no time finds none") {
    CHECK(find(samples::draw_letter(200), 200).empty());
    CHECK(find_codes(nullptr, 200, std::chrono::steady_clock::time_point::max()).empty());
    const Image dot{.width = 1, .height = 1, .rgba = {0, 0, 0, 255}};
    CHECK(find(dot, 0).empty());
}

TEST_CASE("a code is read off a photo of the page") {
    struct Row {
        double turn;
        double blur;
        double noise;
        double shadow;
    };
    constexpr auto rows = std::to_array<Row>({
        {3, 0.8, 5, 0.35},
        {-8, 0.6, 8, 0.5},
        {94, 0.8, 5, 0.3},
        {177, 1.0, 3, 0},
    });
    const auto page = letter_with_code(200, 5, 30, 10);
    std::mt19937 random(7);
    for (const auto& row : rows) {
        CAPTURE(row.turn);
        const auto picture = samples::photograph(
            page,
            {.width = 2600,
             .height = 2600,
             .size = 0.8,
             .turn = row.turn,
             .perspective = 0.04,
             .blur = row.blur,
             .noise = row.noise,
             .shadow = row.shadow},
            random
        );
        const auto cleaned = clean(Page{std::make_shared<const Image>(picture), 0});
        CHECK(has(find(cleaned.grey, cleaned.dpi), "2d-doc", payload()));
    }
}
