// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/period.hpp"

#include "scan/text/format/build.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace guichet::scan {

namespace {

/// Whether nothing but "au" or a dash stands between two dates of a run.
bool are_period(const Words& run, const Extract& first, const Extract& last) {
    const auto between = [&](const Word* word) {
        return word->box.x >= right_edge(first.box) && right_edge(word->box) <= last.box.x;
    };
    const auto all_lead = std::ranges::all_of(run, [&](const Word* word) {
        return !between(word) || leads_to_end(*word);
    });
    return all_lead && std::ranges::any_of(run, between) && first.value < last.value;
}

} // namespace

std::optional<Period> period_on(const PageText& page) {
    for (const auto& run : page.runs()) {
        auto dates = extract_all("date", run.words);
        for (std::size_t i = 0; i + 1 < dates.size(); ++i)
            if (are_period(run.words, dates[i], dates[i + 1]))
                return Period{.first = std::move(dates[i]), .last = std::move(dates[i + 1])};
    }
    return std::nullopt;
}

} // namespace guichet::scan
