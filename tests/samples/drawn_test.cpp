// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_papers.hpp"
#include "reading.hpp"

#include <array>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet;

namespace {

/// What must be read of the papers of one folder; nothing may be wrong and sure. Raise must_read
/// when a run reports more.
struct Threshold {
    const char* set;
    samples::Showing showing;
    std::size_t each; ///< so many papers further on is the next that is read
    int must_read;    ///< fields
};

/// Whose words are in the file. Of the oldest sets every second paper; the benchmark reads all.
constexpr auto files = std::to_array<Threshold>(
    {{"first", samples::Showing::File, 2, 161},
     {"second", samples::Showing::File, 2, 160},
     {"third", samples::Showing::File, 2, 149},
     {"fourth", samples::Showing::File, 2, 138},
     {"fifth", samples::Showing::File, 2, 152},
     {"sixth", samples::Showing::File, 2, 154},
     {"seventh", samples::Showing::File, 2, 154},
     {"eighth", samples::Showing::File, 2, 160},
     {"ninth", samples::Showing::File, 2, 160},
     {"tenth", samples::Showing::File, 2, 167},
     {"eleventh", samples::Showing::File, 2, 185},
     {"twelfth", samples::Showing::File, 2, 155},
     {"thirteenth", samples::Showing::File, 2, 110},
     {"fifteenth", samples::Showing::File, 2, 121},
     {"sixteenth", samples::Showing::File, 2, 117},
     {"eighteenth", samples::Showing::File, 2, 138},
     {"twentieth", samples::Showing::File, 2, 156},
     {"twenty-first", samples::Showing::File, 1, 161},
     {"twenty-second", samples::Showing::File, 1, 166},
     {"twenty-third", samples::Showing::File, 1, 166},
     {"twenty-fourth", samples::Showing::File, 1, 177},
     {"twenty-fifth", samples::Showing::File, 1, 176},
     {"twenty-sixth", samples::Showing::File, 1, 178},
     {"twenty-seventh", samples::Showing::File, 1, 160},
     {"twenty-eighth", samples::Showing::File, 1, 175},
     {"twenty-ninth", samples::Showing::File, 1, 183},
     {"thirtieth", samples::Showing::File, 1, 169},
     {"thirty-first", samples::Showing::File, 1, 170},
     {"thirty-second", samples::Showing::File, 1, 168},
     {"thirty-third", samples::Showing::File, 1, 163},
     {"thirty-fourth", samples::Showing::File, 1, 175},
     {"thirty-fifth", samples::Showing::File, 1, 173},
     {"thirty-sixth", samples::Showing::File, 1, 158},
     {"thirty-seventh", samples::Showing::File, 1, 172},
     {"thirty-eighth", samples::Showing::File, 1, 168}}
);

/// Whose words have to be read on a picture: copies, and some of the others.
constexpr auto pictures = std::to_array<Threshold>(
    {{"fourteenth", samples::Showing::File, 1, 313},
     {"seventeenth", samples::Showing::File, 1, 174},
     {"nineteenth", samples::Showing::File, 1, 204},
     {"first", samples::Showing::Scan, 6, 62},
     {"second", samples::Showing::Photo, 6, 52},
     {"thirteenth", samples::Showing::Photo, 7, 26},
     {"thirty-seventh", samples::Showing::Photo, 4, 55}}
);

void check(std::span<const Threshold> thresholds) {
    const auto kinds = samples::our_kinds();
    const auto options = samples::patient();
    for (const auto& threshold : thresholds) {
        CAPTURE(std::string(threshold.set));
        const auto papers =
            samples::drawn_papers(std::filesystem::path(DRAWN_PAPERS) / threshold.set, kinds);
        REQUIRE(!papers.empty());
        samples::Score all;
        for (std::size_t i = 0; i < papers.size(); i += threshold.each) {
            CAPTURE(papers[i].file.filename().string());
            const auto seen =
                scan::examine(samples::show(papers[i], threshold.showing), kinds, options);
            REQUIRE(seen);
            all += samples::score(papers[i].truth, *seen);
        }
        MESSAGE(all.right, " of ", all.wanted, " fields right", all.mistakes);
        CHECK(all.right >= threshold.must_read);
        CHECK(all.wrong_sure == 0);
    }
}

} // namespace

TEST_CASE("papers that others drew are read, and nothing wrong is sure") {
    check(files);
}

TEST_CASE("copies that others drew are read, and nothing wrong is sure") {
    check(pictures);
}

TEST_CASE("papers of other kinds are not taken for one of ours") {
    const auto kinds = samples::our_kinds();
    const auto options = samples::patient();
    std::string taken;
    for (const auto& entry : std::filesystem::directory_iterator(OTHER_KINDS)) {
        if (entry.path().extension() != ".pdf")
            continue;
        const auto shown = samples::show({.file = entry.path()}, samples::Showing::File);
        const auto seen = scan::examine(shown, kinds, options);
        REQUIRE(seen);
        const auto* kind = scan::find_kind(kinds, seen->kind);
        if (kind == nullptr || kind->other)
            continue;
        taken += " " + entry.path().stem().string() + " (" + seen->kind + ")";
    }
    CAPTURE(taken);
    CHECK(taken.empty());
}
