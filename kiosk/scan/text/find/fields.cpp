// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/fields.hpp"

#include "scan/text/find/candidates.hpp"
#include "scan/text/find/found_value.hpp"
#include "scan/text/find/known_places.hpp"
#include "scan/text/find/name_parts.hpp"
#include "scan/text/find/own_part.hpp"
#include "scan/text/find/printed_codes.hpp"
#include "scan/text/find/sums.hpp"
#include "scan/text/fold.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace guichet::scan {

namespace {

/// A number or date beside its words, every character of it clear, is at most this sure.
constexpr double most_for_numbers = 0.88;
constexpr double shared_link = 0.6;
constexpr double most_refuted = 0.3;
constexpr double least_proven = 0.97;
constexpr double least_plain = 1.8; ///< heights of print: more than two figures

/// Where words say just that outside `but`; nullopt when none do.
std::optional<Box> printed_apart(const PageText& page, const std::string& value, const Box& but) {
    const auto wanted = fold(value);
    for (const auto& row : page.rows())
        for (std::size_t i = 0; i < row.size(); ++i) {
            std::string read;
            Box box = row[i]->box;
            for (auto k = i; k < row.size() && read.size() < wanted.size(); ++k) {
                read += row[k]->folded;
                box = around(box, row[k]->box);
            }
            if (read == wanted && !(same_level(box, but) && share_place(box, but)))
                return box;
        }
    return std::nullopt;
}

/// Whether the page names another month, other than in the date of one day: a receipt has the slip
/// for the next one on it.
bool has_other_month(const PageText& page, const Extract& month) {
    return std::ranges::any_of(page.runs(), [&](const PageText::Run& run) {
        return std::ranges::any_of(extract_all("month", run.words), [&](const Extract& other) {
            return other.value != month.value && other.sureness > doubtful_date;
        });
    });
}

class FieldReader {
public:
    FieldReader(const PageText& page, const Kind& kind, Known known)
        : m_page(page), m_kind(kind), m_candidates(page, kind, known) {}

    std::vector<procedure::Proposal> run() {
        for (const auto& field : m_kind.fields)
            if (const auto values = m_candidates.of(field, m_found); !values.empty())
                m_found.emplace(field.name, chosen(field, values));
        for (const auto& field : m_kind.fields)
            if (field.piece)
                cut(field);
        for (const auto& field : m_kind.fields)
            if (!field.given_of.empty())
                split(field);
        doubt_shared_words();
        for (const auto& sum : m_kind.sums)
            settle(sum, m_page, others_of(m_page, m_kind, m_candidates.labels(), sum), m_found);
        std::vector<procedure::Proposal> proposals;
        for (const auto& field : m_kind.fields)
            if (const auto found = m_found.find(field.name); found != m_found.end())
                proposals.push_back(to_proposal(field, found->second));
        return proposals;
    }

private:
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
        if (field.piece->apart) {
            const auto place =
                printed_apart(m_page, piece.extract.value, whole->second.extract.box);
            if (!place)
                return;
            piece.extract.box = *place;
            m_found[field.name] = std::move(piece);
            return;
        }
        const auto apart = m_found.find(field.name);
        if (apart != m_found.end() && apart->second.extract.doubtful.empty() &&
            !same_value(apart->second.extract.value, piece.extract.value))
            m_differs[field.name] = apart->second.extract.value;
        else if (apart != m_found.end())
            piece.extract.box = apart->second.extract.box;
        m_found[field.name] = std::move(piece);
    }

    /// "DURAND Anne": the capitals are the family name, what is in small letters the given names.
    void split(const Field& field) {
        const auto whole = m_found.find(field.given_of);
        if (whole == m_found.end() || whole->second.extract.proven)
            return;
        auto parts = parted_name(whole->second.extract);
        if (!parts && is_all_given(whole->second.extract.value) && !m_found.contains(field.name)) {
            take_given(field, whole->second);
            return;
        }
        if (!parts || !agrees(field, parts->given))
            return;
        auto given = whole->second;
        given.extract = std::move(parts->given);
        whole->second.extract = std::move(parts->family);
        m_found.emplace(field.name, std::move(given));
    }

    /// Whether given names read apart begin with these, where any were: "PINTO SAÏD" may be all
    /// family.
    bool agrees(const Field& field, const Extract& given) const {
        const auto apart = m_found.find(field.name);
        return apart == m_found.end() ||
               fold(apart->second.extract.value)
                   .starts_with(fold(given.value.substr(0, given.value.find(' '))));
    }

    /// The act of a birth tells the given names; the family name stands beside them in the margin.
    void take_given(const Field& field, const FoundValue& whole) {
        auto family = family_beside(m_page, whole.extract.value);
        if (!family)
            return; // "MARTIN THOMAS" may be both
        auto name = whole;
        name.extract = std::move(*family);
        m_found.emplace(field.name, whole);
        m_found[field.given_of] = std::move(name);
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
        proposal.proven = extract.proven;
        proposal.box = extract.box;
        proposal.label = field.label;
        if (const auto differs = m_differs.find(field.name); differs != m_differs.end())
            proposal.differs = differs->second;
        if (extract.proven) {
            proposal.confidence = std::max(extract.sureness, least_proven);
            return proposal;
        }
        const bool plain = !m_kind.fallback && // which date of a letter is meant, nothing tells
                           is_bounded(field.format) && found.link >= plain_link &&
                           !found.one_of_many && !is_lone_figure(extract) &&
                           !is_unlikely_debt(field, extract) &&
                           !(field.format == "month" && has_other_month(m_page, extract));
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

    /// What is owed, where nothing says that this amount may be.
    static bool is_unlikely_debt(const Field& field, const Extract& extract) {
        return field.format == "money" && field.minus.empty() && extract.value.starts_with('-');
    }

    /// One figure or two, which are misread clearly; not the 80 of "80,00".
    static bool is_lone_figure(const Extract& extract) {
        return letter_count(extract.value) <= 2 &&
               extract.box.width < least_plain * extract.box.height;
    }

    const PageText& m_page;
    const Kind& m_kind;
    Candidates m_candidates;
    Found m_found;
    std::map<std::string, std::string> m_differs;
};

} // namespace

std::vector<procedure::Proposal> read_fields(const PageText& page, const Kind& kind, Known known) {
    const auto part = own_part(page, kind);
    const auto& own = part ? *part : page;
    if (kind.codes.empty())
        return FieldReader(own, kind, known).run();
    const auto before = codes_before_known(own, kind, known);
    return FieldReader(with_printed_codes(own, kind.codes, before), kind, known).run();
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
