#include "scan/reader.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/format.hpp"
#include "scan/text/match.hpp"
#include "scan/text/printed.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace guichet::scan {

namespace {

/// A printed value without check digits is at most this sure.
constexpr double most_confidence = 0.9;

/// All values a field could have, those right of its words before those below.
std::vector<Extract> candidates(const PageText& page, const Field& field) {
    auto phrases = field.near;
    std::ranges::stable_sort(phrases, std::greater<>(), [](const std::string& phrase) {
        return folded_words(phrase).size();
    });
    std::vector<Extract> found;
    for (const auto& phrase : phrases) {
        for (const auto& label : page.find(phrase))
            for (auto& value :
                 {extract(field.format, page.right_of(label)),
                  extract(field.format, page.below(label))})
                if (value)
                    found.push_back(*value);
        if (!found.empty())
            break; // the longer phrase says it more exactly
    }
    return found;
}

std::optional<procedure::Proposal>
read_field(const PageText& page, const Kind& kind, const Field& field) {
    const auto found = candidates(page, field);
    if (found.empty())
        return std::nullopt;
    const auto proven = std::ranges::find_if(found, &Extract::proven);
    const auto& best = proven != found.end() ? *proven : found.front();
    procedure::Proposal proposal;
    proposal.field = kind.id + "." + field.name;
    proposal.value = best.value;
    proposal.reader = "text";
    proposal.proven = best.proven;
    proposal.confidence =
        best.proven ? std::max(best.sureness, 0.97) : std::min(best.sureness, most_confidence);
    proposal.box = best.box;
    proposal.label = field.label;
    if (best.proven)
        return proposal;
    proposal.doubtful = best.doubtful;
    if (best.refuted) { // one of its digits is wrong and nobody can say which
        proposal.confidence = std::min(proposal.confidence, 0.3);
        proposal.doubtful.clear();
        for (int i = 0; i < static_cast<int>(letter_count(best.value)); ++i)
            proposal.doubtful.push_back(i);
    }
    return proposal;
}

/// Below this mean sureness, or with fewer letters, a page may lie on its side or its head.
constexpr double least_sureness = 0.75;
constexpr double least_letters = 30;

bool reads_well(const std::vector<TextLine>& lines) {
    double sum = 0;
    double count = 0;
    for (const auto& line : lines)
        for (const auto& word : line.words)
            for (const float sure : word.sureness) {
                sum += sure;
                count += 1;
            }
    return count >= least_letters && sum / count >= least_sureness;
}

/// The words of the page as it lies, or, when they are not clear, turned upright.
Result<std::vector<TextLine>> read_upright(const CleanPage& page, const Task& task, int& quarters) {
    if (!page.words.empty())
        return lines_of(page.words);
    const auto even = even_light(page.grey);
    auto lines = recognise(even, page.dpi, task.end);
    if (!lines || reads_well(*lines))
        return lines;
    quarters = text_orientation(page.grey);
    return quarters == 0 ? std::move(lines) : recognise(turned(even, quarters), page.dpi, task.end);
}

} // namespace

Result<Findings> read_text(const CleanPage& page, const Task& task) {
    Findings findings;
    if (!has_print(page.grey))
        return findings;
    auto lines = read_upright(page, task, findings.quarters);
    if (!lines)
        return tl::unexpected(lines.error());
    const PageText text(std::move(*lines));
    findings.text = text.text();
    const auto* kind = task.options.kind.empty() ? recognise_kind(text, task.kinds)
                                                 : find_kind(task.kinds, task.options.kind);
    if (kind == nullptr)
        return findings;
    findings.kind = kind->id;
    for (const auto& field : kind->fields)
        if (!field.near.empty())
            if (auto proposal = read_field(text, *kind, field))
                findings.fields.push_back(std::move(*proposal));
    return findings;
}

} // namespace guichet::scan
