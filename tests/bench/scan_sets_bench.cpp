// SPDX-License-Identifier: GPL-3.0-or-later
// How well and how fast the real pictures of ../shared/data/scan are read, false alarms and memory.
// Usage: scan_sets_bench [FOLDER of pictures of what is no document]
#include "forms_score.hpp"
#include "kinds.hpp"
#include "real_papers.hpp"
#include "scan/pix.hpp"
#include "scan/read.hpp"
#include "scan/reader.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <sys/resource.h>

namespace {

using namespace guichet::scan; // NOLINT(google-build-using-namespace): all of it is measured
using guichet::procedure::PictureFault;
using Kinds = std::vector<Kind>;

double processor_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Read {
    Examination seen;
    double seconds{};
};

guichet::Result<Read> read(const std::filesystem::path& file, const Kinds& kinds) {
    Options options;
    options.patience = std::chrono::minutes(2);
    const double start = processor_seconds();
    return open_file(file, {})
        .and_then([&](const auto& pages) { return examine(*pages, kinds, options); })
        .map([&](Examination seen) {
            return Read{.seen = std::move(seen), .seconds = processor_seconds() - start};
        });
}

/// What is said of good pictures: too dark, blurred, cut, glossy or small.
class Alarms {
public:
    void count(const Examination& seen) {
        ++m_pictures;
        for (const auto fault : seen.faults)
            if (fault <= PictureFault::TooSmall)
                ++m_counts[fault];
    }

    void print(const char* set) const {
        constexpr auto names =
            std::to_array<const char*>({"dark", "blurred", "cut", "glossy", "small"});
        std::printf("scan: %s: false alarms on %d pictures:", set, m_pictures);
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto found = m_counts.find(static_cast<PictureFault>(i));
            std::printf(" %s %d", names[i], found == m_counts.end() ? 0 : found->second);
        }
        std::printf("\n");
    }

private:
    std::map<PictureFault, int> m_counts;
    int m_pictures{};
};

std::string zone_of(const Examination& seen) {
    std::string zone;
    if (!seen.codes.empty() && seen.codes.front().kind == "mrz")
        for (const auto& line : seen.codes.front().lines)
            zone += (zone.empty() ? "" : "|") + line;
    return zone;
}

struct Zones {
    int exact{};
    int proven_wrong{};
    int all{};
    double seconds{};
    Alarms alarms{};

    void count(const Read& result, const std::string& zone, const std::string& truth) {
        seconds += result.seconds;
        if (zone != truth && !zone.empty() && result.seen.codes.front().proven)
            ++proven_wrong;
        if (truth.empty())
            return;
        alarms.count(result.seen);
        ++all;
        exact += zone == truth ? 1 : 0;
    }
};

void measure_zones(const Kinds& kinds) {
    Zones zones;
    for (const char* set : {"mrz_passporteye", "mrz_other"})
        for (const auto& paper : samples::real_zones(set)) {
            const auto result = read(paper.file, kinds);
            if (!result)
                continue;
            const auto zone = zone_of(result->seen);
            const auto& truth = paper.fields.at("zone");
            zones.count(*result, zone, truth);
            if (zone != truth)
                std::printf("scan:   %s reads %s\n", paper.file.filename().c_str(), zone.c_str());
        }
    std::printf(
        "scan: zones exactly right %d of %d (reach 88 %%), proven but wrong %d (reach 0), %.2f s "
        "each\n",
        zones.exact,
        zones.all,
        zones.proven_wrong,
        zones.seconds / std::max(zones.all, 1)
    );
    zones.alarms.print("zones");
}

bool holds(const Findings& findings, const std::string& code) {
    return std::ranges::find(findings.codes, code, &Code::text) != findings.codes.end();
}

void measure_codes(const Kinds& kinds) {
    const Options options;
    int found = 0;
    int all = 0;
    double seconds = 0;
    int pages = 0;
    for (const auto& paper : samples::real_codes()) {
        const auto loaded = load_pages(paper.file, {});
        const bool is_page = paper.file.parent_path().filename() == "pages";
        for (int quarters = 0; loaded && quarters < 4; ++quarters) {
            auto page = as_it_is(loaded->front());
            turn(page, quarters);
            const Task task{
                .kinds = kinds,
                .options = options,
                .end = std::chrono::steady_clock::now() + std::chrono::minutes(1)};
            const double start = processor_seconds();
            const auto codes = read_codes(page, task);
            if (is_page) {
                seconds += processor_seconds() - start;
                ++pages;
            }
            ++all;
            if (codes && holds(*codes, paper.fields.at("code")))
                ++found;
            else
                std::printf(
                    "scan:   %s turned %d: not read\n", paper.file.filename().c_str(), quarters
                );
        }
    }
    std::printf(
        "scan: 2D-Docs in four orientations %d of %d (reach all), %.2f s a page at 200 dpi (reach "
        "0.30 s)\n",
        found,
        all,
        seconds / std::max(pages, 1)
    );
}

void measure_papers(const Kinds& kinds) {
    samples::Score all;
    Alarms alarms;
    for (const auto& paper : samples::real_french_papers()) {
        const auto result = read(paper.file, kinds);
        if (!result)
            continue;
        samples::Form truth;
        truth.fields = paper.fields;
        const auto score = samples::score(truth, result->seen);
        std::printf(
            "scan: %-28s %d of %d fields in %.2f s%s\n",
            paper.file.filename().c_str(),
            score.right,
            score.wanted,
            result->seconds,
            score.mistakes.c_str()
        );
        all += score;
        alarms.count(result->seen);
    }
    std::printf(
        "scan: French papers: %d of %d fields right (reach 90 %%), %d proposed, wrong but sure %d "
        "(reach 0)\n",
        all.right,
        all.wanted,
        all.proposed,
        all.wrong_sure
    );
    alarms.print("French papers");
}

void measure_false(const std::filesystem::path& folder, const Kinds& kinds) {
    int pictures = 0;
    std::size_t fields = 0;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
        const auto result = read(entry.path(), kinds);
        if (!result)
            continue;
        ++pictures;
        fields += result->seen.fields.size();
        for (const auto& field : result->seen.fields)
            std::printf(
                "scan:   %s says %s %s\n",
                entry.path().filename().c_str(),
                field.field.c_str(),
                field.value.c_str()
            );
    }
    std::printf("scan: %zu fields proposed on %d false documents (reach 0)\n", fields, pictures);
}

} // namespace

int main(int count, char** arguments) {
    const auto kinds = our_kinds();
    if (samples::real_french_papers().empty())
        std::printf("scan: no real pictures here: most is skipped\n");
    measure_zones(kinds);
    measure_codes(kinds);
    measure_papers(kinds);
    if (count > 1)
        measure_false(arguments[1], kinds);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("scan: most memory %ld MB (reach 250 MB)\n", usage.ru_maxrss / 1024);
    return 0;
}
