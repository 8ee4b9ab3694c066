// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit_harness.hpp"
#include "ui/screens/faults.hpp"
#include "ui/screens/trouble.hpp"

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::ui;

namespace {

/// Of the longest sentence; signs alone do not count.
int longest_sentence(const std::string& text) {
    int longest = 0;
    int words = 0;
    std::istringstream stream{text};
    for (std::string word; stream >> word;) {
        words += word == ":" || word == "«" || word == "»" ? 0 : 1;
        longest = std::max(longest, words);
        if (word.back() == '.')
            words = 0;
    }
    return longest;
}

std::vector<Error::Kind> all_kinds() {
    std::vector<Error::Kind> kinds;
    for (int i = 0; i <= static_cast<int>(Error::Kind::Cancelled); ++i)
        kinds.push_back(static_cast<Error::Kind>(i));
    return kinds;
}

std::vector<procedure::PictureFault> all_faults() {
    std::vector<procedure::PictureFault> faults;
    for (int i = 0; i <= static_cast<int>(procedure::PictureFault::Disagrees); ++i)
        faults.push_back(static_cast<procedure::PictureFault>(i));
    return faults;
}

/// Node ids and names of `faults` drawn.
std::vector<std::string>
drawn(const std::vector<procedure::PictureFault>& faults, const i18n::Message& missing) {
    Bench bench;
    std::vector<std::string> names;
    const auto& tree = bench.frame([&](Frame& frame) {
        Flow flow{frame, {0, 0, 800, 600}};
        draw_faults(frame, flow, faults, missing);
    });
    for (const auto& node : tree)
        names.push_back(node.name);
    return names;
}

} // namespace

TEST_CASE("every failure has one short sentence on what happened and one on what to do") {
    for (const auto doing : {Doing::Scan, Doing::Sheet, Doing::Print, Doing::Save})
        for (const auto kind : all_kinds()) {
            CAPTURE(static_cast<int>(doing));
            CAPTURE(static_cast<int>(kind));
            for (const auto& say : {trouble(doing, kind), remedy(doing, kind)}) {
                CAPTURE(say.id);
                CHECK(longest_sentence(say.id) > 1);
                CHECK(longest_sentence(say.id) <= 12);
            }
        }
}

TEST_CASE("every fault of a picture is said in its own words, with what to do") {
    std::vector<std::string> said;
    for (const auto fault : all_faults()) {
        const auto names = drawn({fault}, i18n::verbatim("verso"));
        CAPTURE(static_cast<int>(fault));
        REQUIRE(names.size() == 2);
        for (const auto& name : names) {
            CAPTURE(name);
            CHECK(longest_sentence(name) <= 12);
        }
        CHECK(std::ranges::count(said, names[0]) == 0);
        said.push_back(names[0]);
    }
}

TEST_CASE("a missing side is named, and without a name it is still said") {
    using enum procedure::PictureFault;
    CHECK(drawn({SideMissing}, i18n::verbatim("verso"))[0].find("verso") != std::string::npos);
    CHECK_FALSE(drawn({SideMissing}, {})[0].empty());
}

TEST_CASE("three faults are said at the most, the first ones") {
    using enum procedure::PictureFault;
    const auto names = drawn({TooDark, Cut, Glossy, TooSmall}, {});
    CHECK(names.size() == 6);
    CHECK(names[0] == drawn({TooDark}, {})[0]);
}
