// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.hpp"
#include "samples/real_papers.hpp"
#include "scan/mrz/find.hpp"
#include "scan/mrz/parts.hpp"
#include "scan/pix.hpp"
#include "scan/source.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::scan;

namespace {

constexpr Date today_here{std::chrono::year(2026), std::chrono::November, std::chrono::day(22)};

struct Specimen {
    std::filesystem::path file;
    std::vector<std::string> zone;
};

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, separator);)
        parts.push_back(part);
    return parts;
}

std::vector<Specimen> specimens(const std::string& set) {
    std::vector<Specimen> all;
    for (const auto& paper : samples::real_zones(set))
        all.push_back({paper.file, split(paper.fields.at("zone"), '|')});
    return all;
}

/// Values that are given as sure though they are not what the true zone says.
int wrong_but_sure(const MrzFound& found, const std::vector<std::string>& zone) {
    auto truth = parts_of_text(zone, today_here);
    int wrong = 0;
    for (const auto& part : parts_of(found.solved, today_here)) {
        const bool sure = part.proven || (part.doubtful.empty() && part.confidence >= 0.9);
        const auto right = std::ranges::find_if(truth, [&](const MrzPart& other) {
            return other.name == part.name && other.value == part.value;
        });
        if (!sure || right != truth.end())
            continue;
        MESSAGE(part.name, " is wrong but sure");
        ++wrong;
    }
    return wrong;
}

struct Score {
    int read{};
    int wrong{};
};

Score score(const std::vector<Specimen>& all, const std::function<PixPtr(const PixPtr&)>& change) {
    const auto model = load_glyph_model(data_folder() / "assets" / "mrz" / "ocrb.model");
    REQUIRE(model);
    Score score;
    for (const auto& specimen : all) {
        CAPTURE(specimen.file.filename().string());
        const auto pages = load_pages(specimen.file, {});
        REQUIRE(pages);
        const auto found = find_mrz(change(to_grey(to_pix(pages->front().picture))), *model);
        const auto lines = found ? found->solved.lines : std::vector<std::string>{};
        if (lines == specimen.zone)
            ++score.read;
        else
            MESSAGE(specimen.file.filename().string(), " is not read exactly");
        score.wrong += found ? wrong_but_sure(*found, specimen.zone) : 0;
    }
    return score;
}

} // namespace

// Raise must_read when a run reports more.
TEST_CASE("specimens of the world are read, and nothing wrong is said to be sure") {
    struct Row {
        std::string set;
        int quarters;
        int must_read;
    };
    const auto rows = std::to_array<Row>({
        {"mrz_passporteye", 0, 18},
        {"mrz_other", 0, 21},
        {"mrz_passporteye", 1, 17},
    });
    for (const auto& row : rows) {
        CAPTURE(row.set);
        CAPTURE(row.quarters);
        const auto all = specimens(row.set);
        if (all.empty()) {
            MESSAGE("no real pictures here: skipped");
            return;
        }
        const auto reached =
            score(all, [&](const PixPtr& grey) { return turned(grey, row.quarters); });
        MESSAGE(row.set, ": ", reached.read, " of ", all.size(), " zones read exactly");
        CHECK(reached.read >= row.must_read);
        CHECK(reached.wrong == 0);
    }
}

TEST_CASE("where other words are known to stand no zone is looked for") {
    const auto model = load_glyph_model(data_folder() / "assets" / "mrz" / "ocrb.model");
    REQUIRE(model);
    const auto all = specimens("mrz_passporteye");
    if (all.empty()) {
        MESSAGE("no real pictures here: skipped");
        return;
    }
    const auto pages = load_pages(all.front().file, {});
    REQUIRE(pages);
    const auto grey = to_grey(to_pix(pages->front().picture));
    REQUIRE(find_mrz(grey, *model));
    const Box everywhere{0, 0, width_of(grey), height_of(grey)};
    CHECK_FALSE(find_mrz(grey, *model, std::array{everywhere}));
    const Box corner{0, 0, width_of(grey) / 10, height_of(grey) / 10};
    const auto found = find_mrz(grey, *model, std::array{corner});
    REQUIRE(found);
    CHECK(found->solved.lines == find_mrz(grey, *model)->solved.lines);
}
