// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.hpp"
#include "forms_score.hpp"
#include "reading.hpp"
#include "real_papers.hpp"
#include "scan/pix.hpp"
#include "scan/read.hpp"
#include "word_recall.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet;

namespace {

/// What must be reached on the real pictures. Raise it when a run reports more.
constexpr int must_read = 29;
constexpr double must_read_of_pages = 0.98;   ///< of the words, in the mean; Tesseract .976
constexpr double must_read_of_photos = 0.972; ///< Tesseract .799

/// Every pixel as `level` says, 0 to 255.
template <typename Level>
scan::Page painted(int width, int height, const Level& level) {
    Image image{.width = width, .height = height, .rgba = {}};
    image.rgba.resize(static_cast<std::size_t>(width) * height * 4, 255);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto at = (static_cast<std::size_t>(y) * width + x) * 4;
            const auto grey = static_cast<std::uint8_t>(std::clamp<int>(level(x, y), 0, 255));
            std::fill_n(image.rgba.begin() + static_cast<std::ptrdiff_t>(at), 3, grey);
        }
    return {.picture = std::make_shared<const Image>(std::move(image)), .dpi = 0, .words = {}};
}

} // namespace

TEST_CASE("real French papers are read, and nothing wrong is sure") {
    const auto papers = samples::real_french_papers();
    if (papers.empty()) {
        MESSAGE("no real pictures here: skipped");
        return;
    }
    const auto kinds = samples::our_kinds();
    samples::Score all;
    for (const auto& paper : papers) {
        CAPTURE(paper.file.filename().string());
        const auto pages = scan::load_pages(paper.file, {});
        REQUIRE(pages);
        const auto seen = scan::examine(*pages, kinds, samples::patient());
        REQUIRE(seen);
        samples::Form truth;
        truth.fields = paper.fields;
        all += samples::score(truth, *seen);
    }
    MESSAGE(all.right, " of ", all.wanted, " fields right", all.mistakes);
    CHECK(all.right >= must_read);
    CHECK(all.wrong_sure == 0);
}

TEST_CASE("blank forms, pages of books and photos of print propose nothing") {
    const auto kinds = samples::our_kinds();
    int looked_at = 0;
    for (const auto* name : {"data/cerfa", "data/scan/pages", "data/scan/photos"}) {
        std::error_code none;
        const auto folder = std::filesystem::path(GUICHET_SHARED) / name;
        for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
            CAPTURE(entry.path().filename().string());
            const auto extension = entry.path().extension();
            if (extension == ".txt" || extension == ".json" || extension == ".md")
                continue;
            const auto pages = scan::load_pages(entry.path(), {});
            REQUIRE(pages);
            const auto seen = scan::examine(*pages, kinds, samples::patient());
            REQUIRE(seen);
            CHECK(seen->fields.empty());
            ++looked_at;
        }
    }
    MESSAGE(looked_at, " looked at");
}

TEST_CASE("the words of real pages and photos are read") {
    const auto kinds = samples::our_kinds();
    auto options = samples::patient();
    options.text = true;
    struct Set {
        const char* name;
        double must_read;
    };
    for (const auto& set : {Set{"pages", must_read_of_pages}, Set{"photos", must_read_of_photos}}) {
        CAPTURE(set.name);
        double sum = 0;
        int count = 0;
        std::error_code none;
        const auto folder = std::filesystem::path(GUICHET_SHARED) / "data/scan" / set.name;
        for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
            auto text = entry.path();
            text.replace_extension(".txt");
            const auto truth = read_file(text, std::size_t{1} << 20);
            if (entry.path().extension() == ".txt" || !truth)
                continue;
            const auto pages = scan::load_pages(entry.path(), {});
            REQUIRE(pages);
            const auto seen = scan::examine(*pages, kinds, options);
            REQUIRE(seen);
            sum += samples::recall(*truth, seen->text);
            ++count;
        }
        MESSAGE(
            std::string(set.name), ": ", count > 0 ? sum / count : 0, " of the words of ", count
        );
        CHECK(sum >= set.must_read * count);
    }
}

TEST_CASE("the words looked for are counted, however they are written") {
    CHECK(samples::recall("L’été, c’est « beau »", "c'est L'été beau") == 1);
    CHECK(samples::recall("un deux deux", "deux un") == doctest::Approx(2.0 / 3));
    CHECK(samples::recall("", "rien") == 0);
}

TEST_CASE("what is no document proposes nothing") {
    const auto kinds = samples::our_kinds();
    std::mt19937 random(3);
    const auto noise = [&random](int most) {
        return static_cast<int>(random() % static_cast<unsigned>(most));
    };
    const std::vector<scan::Page> pictures{
        painted(1200, 1600, [](int, int) { return 250; }), // a blank sheet
        painted(
            1200, 1600, [](int x, int y) { return 90 + x / 12 + y / 40; }
        ), // a hand, out of focus
        painted(
            1200, 900, [&](int x, int y) { return 60 + (x * 7 + y * y / 90) % 50 + noise(70); }
        ), // fur
        painted(
            1280, 800, [](int x, int y) { return x % 160 > 20 && y % 200 > 40 ? 235 : 25; }
        ),                                                                           // a screen
        painted(900, 900, [](int x, int y) { return (x / 30 + y / 30) % 2 * 255; }), // a chessboard
        painted(
            1000, 700, [](int x, int y) { return y % 40 < 18 && x % 21 < 15 ? 20 : 240; }
        ), // bars
    };
    for (const auto& picture : pictures) {
        const auto seen = scan::examine({picture}, kinds, samples::patient());
        REQUIRE(seen);
        CHECK(seen->fields.empty());
        CHECK(seen->kind.empty());
    }
}

TEST_CASE("a good picture is not said to be a bad one") {
    auto papers = samples::real_zones("mrz_passporteye");
    if (papers.empty()) {
        MESSAGE("no real pictures here: skipped");
        return;
    }
    const auto kinds = samples::our_kinds();
    int alarms = 0;
    for (const auto& paper : papers) {
        const auto pages = scan::load_pages(paper.file, {});
        REQUIRE(pages);
        const auto seen = scan::examine(*pages, kinds, samples::patient());
        REQUIRE(seen);
        const bool is_read = !seen->codes.empty() && seen->codes.front().proven;
        const bool alarm = std::ranges::any_of(seen->faults, [](procedure::PictureFault fault) {
            return fault <= procedure::PictureFault::TooSmall;
        });
        alarms += is_read && alarm ? 1 : 0;
    }
    CHECK(alarms == 0);
}
