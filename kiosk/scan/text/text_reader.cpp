// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/reader.hpp"
#include "scan/text/find/fields.hpp"
#include "scan/text/find/found_value.hpp"
#include "scan/text/find/recognise.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/format/format.hpp"
#include "scan/text/letters.hpp"
#include "scan/text/look/again.hpp"
#include "scan/text/look/ahead.hpp"
#include "scan/text/look/lone.hpp"
#include "scan/text/look/missing.hpp"
#include "scan/text/look/page_lines.hpp"
#include "scan/text/look/second_look.hpp"
#include "scan/text/look/thousands.hpp"
#include "scan/text/match.hpp"
#include "scan/text/ocr/printed.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace guichet::scan {

namespace {

/// Below this mean clearness, or with fewer letters, a page may lie on its side or its head: its
/// letters look like letters then, but its words like none.
constexpr double least_clear = 0.6;
/// Below this it is another script, a picture or hardly print: ours is clear at 0.58 and more on
/// cards in photos, Arabic is at 0.45 and a cat at 0.3.
constexpr double hardly_clear = 0.5;
/// Below this letters are read wrong and yet clearly: pages at 200 dots an inch are at 0.87 and
/// more, photographs at 0.79 and more, blurred ones of 110 dots an inch at 0.39 to 0.77.
constexpr double poorly_clear = 0.78;
constexpr std::size_t least_letters = 30;
constexpr double clearly_more = 1.3; ///< print that is clear, of a page turned the right way

bool reads_well(const Legible& page) {
    return page.letters >= least_letters &&
           page.clear >= least_clear * static_cast<double>(page.letters);
}

bool is_less_clear_than(double limit, const Legible& page) {
    return page.clear < limit * static_cast<double>(page.letters);
}

/// What nothing proves is dropped where print was hardly made out, and not sure where it was poor.
void doubt_by_print(const Legible& page, std::vector<procedure::Proposal>& fields) {
    if (is_less_clear_than(hardly_clear, page))
        std::erase_if(fields, [](const auto& field) { return !field.proven; });
    if (is_less_clear_than(poorly_clear, page))
        for (auto& field : fields)
            if (!field.proven)
                field.confidence = std::min(field.confidence, most_otherwise);
}

/// A page the right way up and its words.
struct Upright {
    PixPtr grey;
    std::vector<TextLine> lines;
    int quarters{};
    bool is_prose{false}; ///< its words were read as running text
};

double usual_capital(const CleanPage& page, const Upright& upright) {
    return upright.quarters == 0 ? lay_of_print(page).height : lay_of_print(upright.grey).height;
}

/// How a page that does not read well may have to be turned. Short lines of letters on their side
/// are hardly seen; on their head they are many.
std::vector<int> turns_to_try(const PixPtr& grey, const Legible& as_it_lies, const Task& task) {
    if (!has_print(grey))
        return {};
    const int quarters = text_orientation(grey);
    if (quarters != 0)
        return {quarters};
    if (task.kind_is_sure) // a code or a zone told which way up it is
        return {};
    return as_it_lies.letters >= least_letters ? std::vector<int>{2} : std::vector<int>{1, 3};
}

/// The words of the page as it lies, or, when they are not clear, turned upright.
Result<Upright> read_upright(const CleanPage& page, const Task& task) {
    Upright upright{.grey = share(page.grey), .lines = {}, .quarters = 0};
    if (!page.words.empty()) {
        upright.lines = lines_of(page.words);
        return upright;
    }
    auto sheet = sheet_of(page, task, task.options.text);
    auto lines = task.ahead != nullptr ? task.ahead->take(page.grey) : std::nullopt;
    if (!lines)
        lines = read_lines(share(page.grey), sheet);
    if (!*lines)
        return tl::unexpected(lines->error());
    upright.lines = std::move(**lines);
    auto best = legible(upright.lines);
    if (reads_well(best))
        return upright;
    sheet.cards.clear(); // they lie as the page lies
    for (const int quarters : turns_to_try(page.grey, best, task)) {
        auto grey = turned(page.grey, quarters);
        auto other = read_lines(share(grey), sheet);
        const auto read = other ? legible(*other) : Legible{};
        if (read.clear <= clearly_more * best.clear)
            continue;
        best = read;
        upright = {.grey = std::move(grey), .lines = std::move(*other), .quarters = quarters};
    }
    return upright;
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
    const auto* other = known == nullptr ? other_paper(text, task.kinds) : nullptr;
    if (other != nullptr)
        return other;
    const auto& expected = known != nullptr ? known->id : task.options.kind;
    const auto* told = recognise_kind(text, task.kinds, expected);
    if (known == nullptr)
        return told;
    if (task.kind_is_sure)
        return told != nullptr && told->family() == known->family() ? told : known;
    const bool another_side = points_of(text, *known) > 0 || !sides_seen(text, *known).empty();
    return told == nullptr && another_side ? known : told;
}

/// "SOUS-PRÉFECTURE DE" of "SOUS-PRÉFECTURE DE BELLE": words are lost more often than made up.
bool is_begin_of(const std::string& part, const std::string& whole) {
    const bool words = part.find(' ') != std::string::npos && std::ranges::none_of(part, is_digit);
    return words && part.size() < whole.size() && fold(whole).starts_with(fold(part));
}

/// Of two readings of the same print the whole one, the surer one, else the second, that of clearer
/// letters; where they differ neither is sure.
procedure::Proposal surer(procedure::Proposal one, procedure::Proposal other) {
    const auto rank = [](const procedure::Proposal& proposal) {
        return (proposal.proven ? 2 : 0) + (proposal.doubtful.empty() ? 1 : 0) +
               proposal.confidence;
    };
    if (is_begin_of(one.value, other.value) ||
        (rank(other) >= rank(one) && !is_begin_of(other.value, one.value)))
        std::swap(one, other);
    if (!one.proven && !same_value(one.value, other.value))
        one.confidence = std::min(one.confidence, most_if_unlike);
    return one;
}

void add(std::vector<procedure::Proposal> more, std::vector<procedure::Proposal>& fields) {
    for (auto& proposal : more) {
        const auto known = std::ranges::find(fields, proposal.field, &procedure::Proposal::field);
        if (known == fields.end())
            fields.push_back(std::move(proposal));
        else
            *known = surer(std::move(*known), std::move(proposal));
    }
}

void drop(const std::vector<std::string>& ids, std::vector<procedure::Proposal>& fields) {
    std::erase_if(fields, [&](const auto& field) {
        return std::ranges::find(ids, field.field) != ids.end();
    });
}

/// Whether it may be a card from afar, whose few words are worth a closer look.
bool is_card(const CleanPage& page, const std::vector<TextLine>& lines) {
    return page.words.empty() && is_small(page.grey) && legible(lines).letters < least_of_page;
}

/// Whether it is worth while to read a page as running text too, where other words are lost: its
/// print is not quite clear and much of what such papers say was not found.
bool may_say_more(const Kind& kind, const Findings& findings, const PageText& text) {
    constexpr double most_fields = 0.8; ///< of the kind; few papers have all
    constexpr double quite_clear = 0.925;
    const auto print = legible(text.lines());
    return print.letters >= least_of_page && is_less_clear_than(quite_clear, print) &&
           static_cast<double>(findings.fields.size()) <
               most_fields * static_cast<double>(kind.fields.size());
}

/// What a known kind of paper says, looked at twice where print was not clear.
Result<void> read_form(
    const CleanPage& page, const Task& task, Upright upright, const Kind& kind, Findings& findings
) {
    std::vector<TextLine> prose;
    if (page.words.empty() && task.options.text && !kind.fallback) {
        auto sheet = sheet_of(page, task, false);
        if (upright.quarters != 0)
            sheet.cards.clear();
        auto lines = read_lines(share(upright.grey), sheet);
        if (!lines)
            return tl::unexpected(lines.error());
        prose = std::exchange(upright.lines, std::move(*lines));
    }
    const PageText text(upright.lines);
    findings.kind = kind.id;
    findings.fields = read_fields(text, kind, task.known);
    findings.sides = sides_seen(text, kind);
    if (!page.words.empty() || kind.fallback)
        return {};
    const double usual = usual_capital(page, upright);
    auto lines = read_again(upright.grey, std::move(upright.lines), usual, task.end);
    auto amounts = with_lost_thousands(upright.grey, std::move(lines), findings.fields, task.end);
    drop(amounts.fields, findings.fields);
    lines = with_lone_figures(upright.grey, std::move(amounts.lines), usual, kind, task.end);
    auto looked = look_for_missing(upright.grey, std::move(lines), usual, kind, task);
    drop(looked.fields, findings.fields);
    const PageText again(std::move(looked.lines));
    add(read_fields(again, kind, task.known), findings.fields);
    if (!upright.is_prose && may_say_more(kind, findings, again) &&
        std::chrono::steady_clock::now() < task.end) {
        if (prose.empty())
            prose = read_lines(share(upright.grey), sheet_of(page, task, true)).value_or(prose);
        add(read_fields(PageText(prose), kind, task.known), findings.fields);
    }
    doubt_unlike(upright.grey, again, findings.fields, task.end);
    for (auto& side : sides_seen(again, kind))
        if (std::ranges::find(findings.sides, side) == findings.sides.end())
            findings.sides.push_back(std::move(side));
    return {};
}

/// A form of pale words on tinted ground is sometimes only read as running text: its kind then, and
/// its words in place of those read first.
const Kind* kind_as_prose(const CleanPage& page, const Task& task, Upright& upright) {
    const bool was_form = page.words.empty() && !task.options.text;
    if (!was_form || legible(upright.lines).letters < least_letters)
        return nullptr;
    auto lines = read_lines(share(upright.grey), sheet_of(page, task, true));
    const auto* kind = lines ? kind_of(PageText(*lines), task) : nullptr;
    if (kind != nullptr) {
        upright.lines = std::move(*lines);
        upright.is_prose = true;
    }
    return kind;
}

} // namespace

Result<Findings> read_text(const CleanPage& page, const Task& task) {
    Findings findings;
    auto upright = read_upright(page, task);
    if (!upright)
        return tl::unexpected(upright.error());
    findings.quarters = upright->quarters;
    findings.text = text_of(upright->lines);
    const PageText text(upright->lines);
    const auto* kind = kind_of(text, task);
    if (kind == nullptr && is_card(page, upright->lines)) {
        upright->lines = read_again(
            upright->grey, std::move(upright->lines), usual_capital(page, *upright), task.end
        );
        kind = kind_of(PageText(upright->lines), task);
    }
    if (kind == nullptr)
        kind = kind_as_prose(page, task, *upright);
    if (kind == nullptr)
        return findings;
    const auto print = legible(upright->lines);
    if (auto read = read_form(page, task, std::move(*upright), *kind, findings); !read)
        return tl::unexpected(read.error());
    doubt_by_print(print, findings.fields);
    return findings;
}

} // namespace guichet::scan
