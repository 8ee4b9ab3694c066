#include "scan/reader.hpp"
#include "scan/text/fields.hpp"
#include "scan/text/match.hpp"
#include "scan/text/printed.hpp"

#include <algorithm>
#include <utility>

namespace guichet::scan {

namespace {

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

/// A picture of a card from afar, or a page at 100 dots an inch: letters of ten pixels are read
/// well when they are twice as large.
constexpr int small_side = 1500;
constexpr int small_text_side = 1000; ///< running text needs less: its words help each other
constexpr double enlarging = 2;

Result<std::vector<TextLine>> recognise_enlarged(const PixPtr& grey, double dpi, const Task& task) {
    const auto layout = task.options.text ? PageLayout::Prose : PageLayout::Form;
    const int small = layout == PageLayout::Prose ? small_text_side : small_side;
    if (std::max(width_of(grey), height_of(grey)) >= small)
        return recognise(even_light(grey), dpi, task.end, layout);
    // First larger, then even: the squares of ground it looks at must hold more than one letter.
    auto lines = recognise(even_light(resized(grey, enlarging)), dpi * enlarging, task.end, layout);
    if (!lines)
        return lines;
    const auto shrink = [](Box& box) {
        box = {
            .x = static_cast<int>(box.x / enlarging),
            .y = static_cast<int>(box.y / enlarging),
            .width = static_cast<int>(box.width / enlarging),
            .height = static_cast<int>(box.height / enlarging)};
    };
    for (auto& line : *lines) {
        shrink(line.box);
        for (auto& word : line.words)
            shrink(word.box);
    }
    return lines;
}

/// The words of the page as it lies, or, when they are not clear, turned upright.
Result<std::vector<TextLine>> read_upright(const CleanPage& page, const Task& task, int& quarters) {
    if (!page.words.empty())
        return lines_of(page.words);
    auto lines = recognise_enlarged(page.grey, page.dpi, task);
    if (!lines || reads_well(*lines) || !has_print(page.grey))
        return lines;
    quarters = text_orientation(page.grey);
    return quarters == 0 ? std::move(lines)
                         : recognise_enlarged(turned(page.grey, quarters), page.dpi, task);
}

/// The kind of the page: what a code on it told, else what its words tell, else that of the pages
/// before it when it has any of its words.
const Kind* kind_of(const PageText& text, const Task& task) {
    const auto* known = find_kind(task.kinds, task.kind);
    const bool only_family = known != nullptr && std::ranges::any_of(task.kinds, [&](auto& kind) {
                                 return kind.answers == known->id;
                             });
    if (known != nullptr && task.kind_is_sure && !only_family)
        return known;
    const auto& expected = known != nullptr ? known->id : task.options.kind;
    const auto* told = recognise_kind(text, task.kinds, expected);
    if (known == nullptr)
        return told;
    if (task.kind_is_sure)
        return told != nullptr && told->family() == known->family() ? told : known;
    const bool another_side = points_of(text, *known) > 0 || !sides_seen(text, *known).empty();
    return told == nullptr && another_side ? known : told;
}

} // namespace

Result<Findings> read_text(const CleanPage& page, const Task& task) {
    Findings findings;
    auto lines = read_upright(page, task, findings.quarters);
    if (!lines)
        return tl::unexpected(lines.error());
    const PageText text(std::move(*lines));
    findings.text = text.text();
    const auto* kind = kind_of(text, task);
    if (kind == nullptr)
        return findings;
    findings.kind = kind->id;
    findings.fields = read_fields(text, *kind);
    findings.sides = sides_seen(text, *kind);
    return findings;
}

} // namespace guichet::scan
