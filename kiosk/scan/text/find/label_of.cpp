// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/label_of.hpp"

#include "scan/text/find/dated_label.hpp"
#include "scan/text/find/led_label.hpp"
#include "scan/text/find/section.hpp"
#include "scan/text/find/sums_of_year.hpp"
#include "scan/text/find/translated.hpp"
#include "scan/text/fold.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace guichet::scan {

namespace {

/// "n°": it is a number of something that only its heading names.
bool is_number_sign(std::string_view phrase) {
    const auto letters = fold(phrase);
    return letters == "n" || letters == "numero";
}

/// "N° de série": what it is the number of is told.
bool says_of_what(const PageText& page, const Box& label) {
    return std::ranges::any_of(page.behind(label), [&](const Word* word) {
        return (word->folded == "de" || word->folded == "du") &&
               gap_between(label, word->box) < label.height;
    });
}

/// Whether a label stands under the value it follows.
bool is_under(const Box& label, const Field& field, const Found& found) {
    if (field.beside.empty())
        return true;
    const auto other = found.find(field.beside);
    if (other == found.end())
        return false;
    const auto& box = other->second.extract.box;
    const int down = middle_of(label) - middle_of(box);
    const bool in_column =
        std::abs(label.x - other->second.label.x) * 2 < label.height; // of labels
    return down > box.height / 2 && down < (in_column ? 2 : 1) * most_drop * box.height;
}

/// "AUTORISE SON TITULAIRE" of such papers is no misread "AUTORITÉ".
bool is_other_word(const Paper& paper, const Box& label, const std::string& phrase) {
    const auto read = letters_of(paper.page.within(label));
    return !read.starts_with(fold(phrase)) &&
           std::ranges::find(paper.kind.words, read, fold) != paper.kind.words.end();
}

/// The day a field says, on this page or one before; empty when none was read.
std::string day_of(const Paper& paper, const std::string& name, const Found& found) {
    if (const auto here = found.find(name); here != found.end())
        return here->second.extract.value;
    const auto before =
        std::ranges::find(paper.known, paper.kind.field_id(name), &procedure::Proposal::field);
    return before != paper.known.end() ? before->value : "";
}

/// "SOLDE DÉBITEUR AU 15/06" on a statement from 16/06 to 15/07 is the balance before it.
bool is_of_other_day(const Paper& paper, const Box& label, const Field& field, const Found& found) {
    const auto behind = paper.page.behind(label);
    const auto day = field.day_of.empty() ? std::nullopt : extract("date", behind);
    if (!day || gap_between(label, day->box) > 2 * label.height)
        return false;
    const auto own = day_of(paper, field.day_of, found);
    return std::ranges::any_of(paper.kind.fields, [&](const Field& other) {
        const auto its = other.day_of.empty() ? "" : day_of(paper, other.day_of, found);
        if (own.empty() || its.empty() || own == its)
            return false;
        return own < its ? day->value >= its : day->value <= its; // as text they are in order
    });
}

/// Whether no field before it is announced by the same words: outside the sections of both they are
/// the first one's.
bool is_first_with(const Paper& paper, const std::string& phrase, const Field& field) {
    const auto first = std::ranges::find_if(paper.kind.fields, [&](const Field& other) {
        return std::ranges::find(other.near, phrase) != other.near.end();
    });
    return first == paper.kind.fields.end() || &*first == &field;
}

/// Words that say little count only in the field's section, or under the value they follow.
bool is_meant(
    const Paper& paper,
    const Box& label,
    const std::string& phrase,
    const Field& field,
    const Found& found
) {
    const auto section = section_of(paper.page, paper.kind, label, field);
    if (section == Section::Other)
        return false;
    if (section == Section::Open && !field.section.empty() && !is_first_with(paper, phrase, field))
        return false;
    if (!says_little(phrase))
        return true;
    if (phrase == "jo" && !is_date_symbol(paper.page, label)) // no "J.O. du 24 mars"
        return false;
    if ((phrase == "du" || phrase == "au") && !spans_days(paper.page, label))
        return false;
    if (is_number_sign(phrase) && says_of_what(paper.page, label))
        return false;
    const bool free = section == Section::Own || field.section.empty() || !is_number_sign(phrase);
    return free && is_under(label, field, found);
}

/// "(assurée)" under a name, "salariés)" at the end of a remark: said of it, it announces nothing.
bool is_remark(const PageText& page, const Box& label) {
    constexpr std::size_t least_letters = 4;
    const auto words = page.within(label);
    if (words.empty() || !words.back()->text.ends_with(')'))
        return false;
    const bool opens = std::ranges::any_of(words, [](const Word* word) {
        return word->text.find('(') != std::string::npos;
    });
    return !opens || (words.size() == 1 && words.front()->text.starts_with('(') &&
                      words.front()->folded.size() >= least_letters);
}

} // namespace

bool is_label_of(
    const Paper& paper,
    const Box& label,
    const std::string& phrase,
    const Field& field,
    const Found& found
) {
    if (paper.labels.is_within_longer(label, field) || is_other_word(paper, label, phrase) ||
        is_remark(paper.page, label))
        return false;
    if (is_day_format(field.format) &&
        (is_in_date_of(paper.page, label) || is_kind_of_date(paper.page, label)))
        return false;
    if (field.format == "money" && is_of_something(paper.page, label))
        return false;
    if (field.otherwise == Otherwise::Dateline &&
        (is_yet_to_come(paper.page, label) || is_late_in_sentence(paper.page, label) ||
         is_of_other_paper(paper.page, label)))
        return false;
    if (is_number(field.format) ? is_not_of_month(paper.page, label)
                                : !tells_itself(field.format) && // "… 420 BIC AGRIFR"
                                      is_led(paper.page, label))
        return false;
    return !(says_little(phrase) && is_of_another(paper.page, label)) &&
           !is_of_other_day(paper, label, field, found) &&
           is_meant(paper, label, phrase, field, found);
}

} // namespace guichet::scan
