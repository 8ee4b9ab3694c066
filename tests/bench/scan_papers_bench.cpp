// SPDX-License-Identifier: GPL-3.0-or-later
// How well papers that others drew are read: as files, scans and photographs.
// Usage: scan_papers_bench [FOLDER of papers [file|scan|photo]], which also tells what was missed.
#include "drawn_papers.hpp"
#include "kinds.hpp"
#include "scan/read.hpp"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace guichet::scan; // NOLINT(google-build-using-namespace): all of it is measured
using Kinds = std::vector<Kind>;

const std::vector<std::pair<const char*, samples::Showing>> showings{
    {"file", samples::Showing::File},
    {"scan", samples::Showing::Scan},
    {"photo", samples::Showing::Photo}};

std::string missed(const samples::Form& truth, const Examination& seen) {
    std::string missed;
    for (const auto& [field, value] : truth.fields)
        if (std::ranges::find(seen.fields, field, &guichet::procedure::Proposal::field) ==
            seen.fields.end())
            missed += "\n  " + field + " is " + value + ", not read";
    return missed;
}

void measure(
    const std::vector<samples::DrawnPaper>& papers,
    const Kinds& kinds,
    const std::pair<const char*, samples::Showing>& showing,
    bool tells
) {
    Options options;
    options.patience = std::chrono::minutes(2);
    samples::Score all;
    std::map<std::string, samples::Score> by_kind;
    for (const auto& paper : papers) {
        const auto seen = examine(samples::show(paper, showing.second), kinds, options);
        if (!seen)
            continue;
        const auto score = samples::score(paper.truth, *seen);
        all += score;
        by_kind[paper.truth.kind] += score;
        if (tells)
            std::printf(
                "%s %s: %s, %d of %d%s%s\n",
                showing.first,
                paper.file.stem().c_str(),
                seen->kind.c_str(),
                score.right,
                score.wanted,
                score.mistakes.c_str(),
                missed(paper.truth, *seen).c_str()
            );
    }
    for (const auto& [kind, score] : by_kind)
        std::printf("scan:   %-28s %3d of %3d\n", kind.c_str(), score.right, score.wanted);
    std::printf(
        "scan: papers others drew, %s: %d of %d fields right (%.1f %%, reach 90 %%), %d proposed, "
        "%d of them as sure, wrong but sure %d (reach 0), %d more that the truth does not tell\n",
        showing.first,
        all.right,
        all.wanted,
        100.0 * all.right / std::max(all.wanted, 1),
        all.proposed,
        all.sure,
        all.wrong_sure,
        all.extra
    );
    std::fflush(stdout);
}

} // namespace

int main(int count, char** arguments) {
    const auto kinds = our_kinds();
    const auto papers = samples::drawn_papers(count > 1 ? arguments[1] : DRAWN_PAPERS, kinds);
    for (const auto& showing : showings)
        if (count < 3 || std::strcmp(arguments[2], showing.first) == 0)
            measure(papers, kinds, showing, count > 1);
    return 0;
}
