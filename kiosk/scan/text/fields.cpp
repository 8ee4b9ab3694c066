// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/fields.hpp"

#include "scan/sum.hpp"
#include "scan/text/addressee.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/format.hpp"
#include "scan/text/found_value.hpp"
#include "scan/text/places.hpp"
#include "scan/text/sums.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace guichet::scan {

namespace {

/// A number or date beside its words, every character of it clear, is at most this sure.
constexpr double most_for_numbers = 0.88;
constexpr double plain_link = 0.94;
constexpr double shared_link = 0.6;
constexpr double most_refuted = 0.3;
constexpr double least_proven = 0.97;
constexpr double least_plain = 1.8;   ///< heights of print: more than two figures
constexpr int most_shift = 3;         ///< heights of a label, of a number below behind its end
constexpr int most_words_between = 4; ///< a label and its number

class FieldReader {
public:
    FieldReader(const PageText& page, const Kind& kind, Known known)
        : m_page(page), m_kind(kind), m_known(known), m_labels(page, kind) {}

    std::vector<procedure::Proposal> run() {
        for (const auto& field : m_kind.fields)
            if (auto found = read(field); found)
                m_found.emplace(field.name, std::move(*found));
        for (const auto& field : m_kind.fields)
            if (field.piece)
                cut(field);
        doubt_shared_words();
        for (const auto& sum : m_kind.sums)
            settle(sum, m_page, others_of(sum), m_found);
        std::vector<procedure::Proposal> proposals;
        for (const auto& field : m_kind.fields)
            if (const auto found = m_found.find(field.name); found != m_found.end())
                proposals.push_back(to_proposal(field, found->second));
        return proposals;
    }

private:
    std::optional<FoundValue> read(const Field& field) {
        auto candidates = field.where == Where::Sentence ? sentences(field) : beside_words(field);
        if (candidates.empty())
            add_known(field, candidates);
        if (!field.beside.empty() && candidates.empty())
            add_beside(field, candidates);
        const bool proven = std::ranges::any_of(candidates, is_proven);
        if (field.anywhere && !proven)
            add_anywhere(field, candidates);
        if (field.addressee && candidates.empty())
            if (auto value = extract(field.format, addressee_of(m_page)))
                candidates.push_back({std::move(*value), most_otherwise, {}});
        return candidates.empty() ? std::nullopt : std::optional(chosen(field, candidates));
    }

    /// One candidate for each place the field's words stand, by the longest words that are there.
    std::vector<FoundValue> beside_words(const Field& field) const {
        auto phrases = field.near;
        std::ranges::stable_sort(phrases, std::greater<>(), [](const std::string& phrase) {
            return folded_words(phrase).size();
        });
        std::vector<FoundValue> found;
        for (const auto& phrase : phrases) {
            for (const auto& label : m_page.find(phrase))
                if (!m_labels.is_within_longer(label, field) &&
                    (is_number(field.format) || !goes_on_a_sentence(label)) &&
                    (!says_little(phrase) || is_under(label, field)))
                    add_from(label, field, found);
            if (says_little(phrase))
                for (auto& candidate : found)
                    candidate.link = std::min(candidate.link, most_otherwise);
            if (!found.empty())
                break; // the longer phrase says it more exactly
        }
        return found;
    }

    /// Whether another word stands right before it: "dues par l'employeur" and "Part salarié" name
    /// nobody. A colon behind it tells a label all the same.
    bool goes_on_a_sentence(const Box& label) const {
        bool led = false;
        bool colon = false;
        for (const auto& row : m_page.rows())
            for (const auto* word : row) {
                if (!same_level(word->box, label))
                    continue;
                led |= is_next_to(word->box, label) && is_plain_word(*word) &&
                       !is_polite(word->folded);
                colon |= is_next_to(label, word->box) && word->text.starts_with(':');
                colon |= right_edge(word->box) == right_edge(label) && word->text.ends_with(':');
            }
        return led && !colon;
    }

    static bool is_next_to(const Box& box, const Box& next) {
        const int gap = gap_between(box, next);
        return gap >= -box.height / 2 && gap < box.height;
    }

    static bool is_polite(std::string_view folded) {
        constexpr std::array<std::string_view, 7> polite{
            "votre", "vos", "notre", "nos", "mon", "mes", "son"};
        return std::ranges::find(polite, folded) != polite.end();
    }

    /// Words that say little ("à") count only under the value they follow.
    bool is_under(const Box& label, const Field& field) const {
        if (field.beside.empty())
            return true;
        const auto other = m_found.find(field.beside);
        if (other == m_found.end())
            return false;
        const auto& box = other->second.extract.box;
        const int down = middle_of(label) - middle_of(box);
        return down > box.height / 2 && down < most_drop * box.height;
    }

    void add_from(const Box& label, const Field& field, std::vector<FoundValue>& found) const {
        auto places = m_labels.places(label, field);
        const bool number = is_number(field.format);
        if (number) // a number on the label's own line is its own, however far
            std::stable_partition(places.begin(), places.end(), [](const Place& place) {
                return place.beside;
            });
        for (const auto& place : places) {
            auto value = field.take == Take::Last ? last_of(field.format, place.words)
                                                  : extract(field.format, place.words);
            if (!value || (number ? is_in_sentence(*value, place, label)
                                  : field.format == "name" && begins_sentence(value->box)))
                continue;
            found.push_back({std::move(*value), place.link, label});
            return;
        }
    }

    /// Whether a number stands in running text rather than behind or below its label: far behind
    /// the beginning of a line below, or behind many words.
    static bool is_in_sentence(const Extract& value, const Place& place, const Box& label) {
        if (!place.beside)
            return value.box.x > right_edge(label) + most_shift * label.height;
        return std::ranges::count_if(place.words, [&](const Word* word) {
                   return right_edge(word->box) <= value.box.x && is_plain_word(*word);
               }) > most_words_between;
    }

    /// Letters only, at least three.
    static bool is_plain_word(const Word& word) {
        return word.folded.size() >= 3 &&
               std::ranges::all_of(word.folded, [](char c) { return c >= 'a' && c <= 'z'; });
    }

    /// A date whose words were not read is known by what a code or a zone says it is.
    void add_known(const Field& field, std::vector<FoundValue>& found) const {
        const auto known = std::ranges::find_if(m_known, [&](const procedure::Proposal& other) {
            return other.field == m_kind.field_id(field.name) && other.reader != "text";
        });
        if (field.format != "date" || known == m_known.end())
            return;
        for (auto words : m_page.rows())
            while (auto value = extract(field.format, words)) {
                const int edge = right_edge(value->box);
                if (value->value == known->value) {
                    found.push_back({std::move(*value), plain_link, {}});
                    return;
                }
                std::erase_if(words, [edge](const Word* word) { return word->box.x < edge; });
            }
    }

    /// Whether small words go on where it ends: "Il est écrit".
    bool begins_sentence(const Box& box) const {
        const auto goes_on = [&](const Word* word) {
            const int gap = gap_between(box, word->box);
            return same_level(box, word->box) && gap >= 0 && gap < 2 * box.height &&
                   !word->text.empty() && word->text.front() >= 'a' && word->text.front() <= 'z';
        };
        return std::ranges::any_of(m_page.rows(), [&](const Words& row) {
            return std::ranges::any_of(row, goes_on);
        });
    }

    /// Beside another value: the words between were not read, or there are none.
    void add_beside(const Field& field, std::vector<FoundValue>& found) const {
        const auto other = m_found.find(field.beside);
        if (other == m_found.end())
            return;
        const auto& box = other->second.extract.box;
        if (field.near.empty()) {
            add_from(box, field, found);
            if (!found.empty() && begins_sentence(found.back().extract.box))
                found.pop_back();
            return;
        }
        const auto& label = other->second.label;
        const auto line = label.width > 0 ? around(label, box) : m_page.with_begin(box);
        const auto words = m_page.run_under(line);
        if (auto value = extract(field.format, words))
            found.push_back({std::move(*value), most_otherwise, box});
    }

    /// What else the amounts of a sum may be: every place near their words, and what stands under
    /// the values there.
    Others others_of(const Sum& sum) const {
        Others others;
        for (const auto& field : m_kind.fields) {
            const bool is_part = std::ranges::any_of(sum.of, [&](const std::string& part) {
                return part_name(part) == field.name;
            });
            if (!is_part && field.name != sum.total)
                continue;
            for (const auto& phrase : field.near)
                for (const auto& label : m_page.find(phrase))
                    add_others(label, field, others[field.name]);
        }
        return others;
    }

    void add_others(const Box& label, const Field& field, std::vector<FoundValue>& others) const {
        for (const auto& place : m_labels.places(label, field))
            for (const auto& value :
                 {extract(field.format, place.words), last_of(field.format, place.words)}) {
                if (!value)
                    continue;
                others.push_back({*value, place.link, label});
                if (auto under = extract(field.format, m_page.under(value->box)))
                    others.push_back({std::move(*under), place.link, label});
            }
    }

    /// A number of a person that does not stand beside its words, which are on the page, may be
    /// another person's: a child's.
    void add_anywhere(const Field& field, std::vector<FoundValue>& found) const {
        const bool elsewhere = field.format == "nir" &&
                               std::ranges::any_of(field.near, [&](const std::string& phrase) {
                                   return !m_page.find(phrase).empty();
                               });
        for (const auto& row : m_page.rows()) {
            auto value = extract(field.format, row);
            if (!value || (!value->proven && !found.empty()))
                continue;
            value->proven = value->proven && !elsewhere;
            found.push_back({std::move(*value), elsewhere ? most_otherwise : plain_link, {}});
        }
    }

    std::vector<FoundValue> sentences(const Field& field) const {
        std::vector<FoundValue> found;
        for (const auto& phrase : field.near)
            for (const auto& place : m_page.find(phrase)) {
                const auto words = m_page.sentence(place);
                auto value =
                    field.format.empty() ? extract("words", words) : extract(field.format, words);
                const bool known = value && std::ranges::any_of(found, [&](const auto& other) {
                                       return other.extract.value == value->value;
                                   });
                if (value && !known)
                    found.push_back({std::move(*value), 1, place});
            }
        std::ranges::stable_sort(found, is_higher);
        return found;
    }

    /// What is a piece of a proven value is proven with it; what was printed apart and differs is
    /// shown.
    void cut(const Field& field) {
        const auto whole = m_found.find(field.piece->of);
        const auto from = static_cast<std::size_t>(field.piece->from);
        const auto length = static_cast<std::size_t>(field.piece->length);
        if (whole == m_found.end() || !whole->second.extract.proven ||
            whole->second.extract.value.size() < from + length)
            return;
        auto piece = whole->second;
        piece.extract.value = piece.extract.value.substr(from, length);
        piece.extract.doubtful.clear();
        const auto apart = m_found.find(field.name);
        if (apart != m_found.end() && apart->second.extract.doubtful.empty() &&
            !same_value(apart->second.extract.value, piece.extract.value))
            m_differs[field.name] = apart->second.extract.value;
        else if (apart != m_found.end())
            piece.extract.box = apart->second.extract.box;
        m_found[field.name] = std::move(piece);
    }

    /// One printed number answers one field: where two took the same, neither is sure.
    void doubt_shared_words() {
        for (auto& [name, found] : m_found)
            for (auto& [other_name, other] : m_found)
                if (name != other_name && found.extract.box == other.extract.box &&
                    found.extract.value == other.extract.value && !found.extract.proven)
                    found.link = std::min(found.link, shared_link);
    }

    procedure::Proposal to_proposal(const Field& field, const FoundValue& found) const {
        const auto& extract = found.extract;
        procedure::Proposal proposal;
        proposal.field = m_kind.field_id(field.name);
        proposal.value = extract.value;
        proposal.reader = "text";
        proposal.proven = extract.proven;
        proposal.box = extract.box;
        proposal.label = field.label;
        if (const auto differs = m_differs.find(field.name); differs != m_differs.end())
            proposal.differs = differs->second;
        if (extract.proven) {
            proposal.confidence = std::max(extract.sureness, least_proven);
            return proposal;
        }
        const bool plain =
            is_bounded(field.format) && found.link >= plain_link && !is_lone_figure(extract);
        proposal.confidence =
            std::min(extract.sureness * found.link, plain ? most_for_numbers : most_otherwise);
        proposal.doubtful = extract.doubtful;
        if (extract.refuted) { // one of its digits is wrong and nobody can say which
            proposal.confidence = std::min(proposal.confidence, most_refuted);
            proposal.doubtful.clear();
            for (int i = 0; i < static_cast<int>(letter_count(extract.value)); ++i)
                proposal.doubtful.push_back(i);
        }
        return proposal;
    }

    /// One figure or two, which are misread clearly; not the 80 of "80,00".
    static bool is_lone_figure(const Extract& extract) {
        return letter_count(extract.value) <= 2 &&
               extract.box.width < least_plain * extract.box.height;
    }

    /// Whether it holds figures, which running text has too.
    static bool is_number(std::string_view format) {
        constexpr std::array<std::string_view, 6> others{
            "reference", "tax-number", "number", "caf-number", "nir", "iban"};
        return is_bounded(format) || std::ranges::find(others, format) != others.end();
    }

    /// Whether the format leaves little room for something else: no words.
    static bool is_bounded(std::string_view format) {
        constexpr std::array<std::string_view, 6> numbers{
            "date", "money", "siret", "siren", "phone", "month"};
        return std::ranges::find(numbers, format) != numbers.end() || format.starts_with("digits:");
    }

    const PageText& m_page;
    const Kind& m_kind;
    Known m_known;
    Labels m_labels;
    Found m_found;
    std::map<std::string, std::string> m_differs;
};

} // namespace

std::vector<procedure::Proposal> read_fields(const PageText& page, const Kind& kind, Known known) {
    return FieldReader(page, kind, known).run();
}

std::vector<std::string> sides_seen(const PageText& page, const Kind& kind) {
    std::vector<std::string> seen;
    for (const auto& side : kind.sides)
        if (std::ranges::any_of(side.words, [&](const std::string& phrase) {
                return !page.find(phrase).empty();
            }))
            seen.push_back(side.id);
    return seen;
}

} // namespace guichet::scan
