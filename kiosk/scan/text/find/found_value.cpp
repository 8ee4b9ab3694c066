// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/found_value.hpp"

#include "scan/sum.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/match.hpp"

#include <algorithm>
#include <utility>

namespace guichet::scan {

namespace {

constexpr std::size_t most_sentences = 6;

/// All of them as they stand, one a line.
FoundValue joined(const std::vector<FoundValue>& all) {
    auto whole = all.front();
    for (std::size_t i = 1; i < std::min(all.size(), most_sentences); ++i) {
        const auto& next = all[i].extract;
        const auto offset = static_cast<int>(letter_count(whole.extract.value)) + 1;
        whole.extract.value += "\n" + next.value;
        whole.extract.box = around(whole.extract.box, next.box);
        whole.extract.sureness = std::min(whole.extract.sureness, next.sureness);
        for (const int at : next.doubtful)
            whole.extract.doubtful.push_back(offset + at);
    }
    return whole;
}

} // namespace

bool is_proven(const FoundValue& candidate) {
    return candidate.extract.proven;
}

bool is_higher(const FoundValue& a, const FoundValue& b) {
    return middle_of(a.extract.box) < middle_of(b.extract.box);
}

bool is_earlier(const FoundValue& a, const FoundValue& b) {
    if (same_level(a.extract.box, b.extract.box))
        return a.extract.box.x < b.extract.box.x;
    return is_higher(a, b);
}

FoundValue chosen(const Field& field, std::vector<FoundValue> all) {
    const auto is_refuted = [](const FoundValue& value) { return value.extract.refuted; };
    // A number whose key is wrong is another's, or misread.
    if (!std::ranges::all_of(all, is_refuted))
        std::erase_if(all, is_refuted);
    const auto proven = std::ranges::find_if(all, is_proven);
    if (proven != all.end())
        return *proven;
    if (field.take == Take::All)
        return joined(all);
    if (field.take == Take::Largest)
        return *std::ranges::max_element(all, {}, [](const FoundValue& candidate) {
            return amount_in(candidate.extract.value);
        });
    if (field.take == Take::Last)
        return *std::ranges::max_element(all, is_earlier);
    auto best = *std::ranges::max_element(all, {}, &FoundValue::link);
    const bool agree = std::ranges::all_of(all, [&](const FoundValue& other) {
        return other.link + 0.1 < best.link || same_value(other.extract.value, best.extract.value);
    });
    if (!agree) // two places, two values, and nothing to tell which is meant
        best.link = std::min(best.link, most_otherwise);
    return best;
}

std::optional<Extract> last_of(std::string_view format, const Words& words) {
    auto all = extract_all(format, words);
    return all.empty() ? std::nullopt : std::optional(std::move(all.back()));
}

} // namespace guichet::scan
