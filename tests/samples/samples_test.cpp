// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms_score.hpp"
#include "reading.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet;

namespace {

/// What must be reached on the samples of one kind. Raise must_read when a run reports more.
struct Threshold {
    const char* kind;
    int must_read;    ///< fields read exactly
    int may_be_wrong; ///< fields given as sure that are wrong
};

constexpr auto thresholds =
    std::to_array<Threshold>({{"identite", 87, 0}, {"avis-imposition", 28, 0}});

struct Sample {
    std::string file;
    std::string kind;
    std::string zone;
    std::map<std::string, std::string> fields;
};

std::vector<Sample> read_truth(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::vector<Sample> samples;
    std::string row;
    std::getline(in, row);
    while (std::getline(in, row)) {
        std::istringstream columns(row);
        Sample sample;
        std::string fields;
        std::getline(columns, sample.file, '\t');
        std::getline(columns, sample.kind, '\t');
        std::getline(columns, sample.zone, '\t');
        std::getline(columns, fields, '\t');
        std::istringstream pairs(fields);
        for (std::string pair; std::getline(pairs, pair, ';');)
            sample.fields[pair.substr(0, pair.find('='))] = pair.substr(pair.find('=') + 1);
        samples.push_back(std::move(sample));
    }
    return samples;
}

struct Score {
    int right{};
    int wrong{};
    int wanted{};
};

void count(const Sample& sample, const scan::Examination& seen, Score& score) {
    score.wanted += static_cast<int>(sample.fields.size());
    for (const auto& field : seen.fields) {
        const auto truth = sample.fields.find(field.field);
        if (truth == sample.fields.end())
            continue;
        if (scan::same_value(truth->second, field.value)) {
            ++score.right;
            continue;
        }
        MESSAGE(sample.file, ": ", field.field, " is ", truth->second, ", read ", field.value);
        score.wrong += samples::is_sure(field) ? 1 : 0;
    }
}

} // namespace

TEST_CASE("our sample papers are read, and nothing wrong is said of them") {
    const std::filesystem::path folder = SAMPLES;
    const auto samples = read_truth(folder / "truth.tsv");
    REQUIRE(samples.size() >= 20);
    const auto kinds = samples::our_kinds();
    std::map<std::string, Score> scores;
    for (const auto& sample : samples) {
        CAPTURE(sample.file);
        const auto pages = scan::load_pages(folder / sample.file, {});
        REQUIRE(pages);
        const auto seen = scan::examine(*pages, kinds, samples::patient());
        REQUIRE(seen);
        CHECK(seen->answers == sample.kind);
        if (sample.kind.empty())
            CHECK(seen->fields.empty());
        count(sample, *seen, scores[sample.kind]);
    }
    for (const auto& threshold : thresholds) {
        const auto& score = scores[threshold.kind];
        CAPTURE(threshold.kind);
        MESSAGE(
            std::string(threshold.kind),
            ": ",
            score.right,
            " of ",
            score.wanted,
            " fields right, ",
            score.wrong,
            " wrong"
        );
        CHECK(score.right >= threshold.must_read);
        CHECK(score.wrong <= threshold.may_be_wrong);
    }
}
