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

/// What the next line of a cell begins with, where nothing goes on behind the one above.
std::optional<Extract>
begin_of_next_line(const PageText& page, std::string_view format, const Box& line) {
    const auto behind = page.behind(line);
    if (!behind.empty() && gap_between(line, behind.front()->box) < 2 * line.height)
        return std::nullopt;
    const auto* run = page.run_around(line);
    const auto words = page.run_under(run != nullptr ? run->box : line);
    auto value = extract(format, words);
    return value && value->box.x == words.front()->box.x ? value : std::nullopt;
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

std::optional<FoundValue>
end_of_period(const PageText& page, std::string_view format, const Found& found) {
    for (const auto& [name, begin] : found) {
        const auto& box = begin.extract.box;
        const auto words = page.behind(box);
        if (std::ranges::count(begin.extract.value, '-') != 2 || words.empty() ||
            words.front()->folded != "au" || gap_between(box, words.front()->box) > 2 * box.height)
            continue;
        const auto& link = words.front()->box;
        if (auto value = begin_of_next_line(page, format, around(box, link)))
            return FoundValue{std::move(*value), plain_link, link, true};
        for (const auto& rest : page.onwards(link))
            if (auto value = extract(format, rest))
                return FoundValue{std::move(*value), plain_link, link, true};
    }
    return std::nullopt;
}

} // namespace guichet::scan
