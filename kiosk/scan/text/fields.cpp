#include "scan/text/fields.hpp"

#include "scan/text/fold.hpp"
#include "scan/text/format.hpp"
#include "scan/text/places.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace guichet::scan {

namespace {

/// A number or date beside its words, every character of it clear, is at most this sure…
constexpr double most_for_numbers = 0.88;
/// …and one whose place is less plain, or a word that no rule bounds, is for the person to look at:
/// letters that are read wrong are often read clearly.
constexpr double most_otherwise = 0.75;
constexpr double plain_link = 0.94;
constexpr double shared_link = 0.6;
constexpr double half_cent = 0.005;
constexpr double most_refuted = 0.3;
constexpr double least_proven = 0.97;
constexpr std::size_t most_sentences = 6;

/// A value and how sure it is that it belongs to the field.
struct Candidate {
    Extract extract;
    double link{};
};

bool is_proven(const Candidate& candidate) {
    return candidate.extract.proven;
}

double amount_in(const std::string& value) {
    auto text = value;
    std::ranges::replace(text, ',', '.');
    return std::strtod(text.c_str(), nullptr);
}

/// The value furthest right: in a table the sum stands behind what it is made of.
std::optional<Extract> last_of(std::string_view format, Words words) {
    std::optional<Extract> last;
    while (auto value = extract(format, words)) {
        std::erase_if(words, [&](const Word* word) {
            return word->box.x < right_edge(value->box);
        });
        last = std::move(value);
    }
    return last;
}

bool before(const Candidate& a, const Candidate& b) {
    return middle_of(a.extract.box) < middle_of(b.extract.box);
}

class FieldReader {
public:
    FieldReader(const PageText& page, const Kind& kind)
        : m_page(page), m_kind(kind), m_labels(page, kind) {}

    std::vector<procedure::Proposal> run() {
        for (const auto& field : m_kind.fields)
            if (auto found = read(field); found)
                m_found.emplace(field.name, std::move(*found));
        for (const auto& field : m_kind.fields)
            if (field.piece)
                cut(field);
        doubt_shared_words();
        for (const auto& sum : m_kind.sums)
            add_up(sum);
        std::vector<procedure::Proposal> proposals;
        for (const auto& field : m_kind.fields)
            if (const auto found = m_found.find(field.name); found != m_found.end())
                proposals.push_back(to_proposal(field, found->second));
        return proposals;
    }

private:
    std::optional<Candidate> read(const Field& field) {
        auto candidates = field.where == Where::Sentence ? sentences(field) : beside_words(field);
        if (!field.beside.empty() && field.near.empty())
            add_beside(field, candidates);
        const bool proven = std::ranges::any_of(candidates, is_proven);
        if (field.anywhere && !proven)
            add_anywhere(field, candidates);
        return candidates.empty() ? std::nullopt : std::optional(chosen(field, candidates));
    }

    /// One candidate for each place the field's words stand, by the longest words that are there.
    std::vector<Candidate> beside_words(const Field& field) const {
        auto phrases = field.near;
        std::ranges::stable_sort(phrases, std::greater<>(), [](const std::string& phrase) {
            return folded_words(phrase).size();
        });
        std::vector<Candidate> found;
        for (const auto& phrase : phrases) {
            for (const auto& label : m_page.find(phrase))
                if (!m_labels.is_within_longer(label, field) && is_under(label, field))
                    add_from(label, field, found);
            if (says_little(phrase))
                for (auto& candidate : found)
                    candidate.link = std::min(candidate.link, most_otherwise);
            if (!found.empty())
                break; // the longer phrase says it more exactly
        }
        return found;
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
        return down > box.height / 2 && down < 3 * box.height;
    }

    void add_from(const Box& label, const Field& field, std::vector<Candidate>& found) const {
        for (const auto& place : m_labels.places(label, field))
            if (auto value = field.take == Take::Last ? last_of(field.format, place.words)
                                                      : extract(field.format, place.words)) {
                found.push_back({std::move(*value), place.link});
                return;
            }
    }

    void add_beside(const Field& field, std::vector<Candidate>& found) const {
        const auto other = m_found.find(field.beside);
        if (other != m_found.end() && found.empty())
            add_from(other->second.extract.box, field, found);
    }

    void add_anywhere(const Field& field, std::vector<Candidate>& found) const {
        for (const auto& row : m_page.rows())
            if (auto value = extract(field.format, row); value && (value->proven || found.empty()))
                found.push_back({std::move(*value), plain_link});
    }

    std::vector<Candidate> sentences(const Field& field) const {
        std::vector<Candidate> found;
        for (const auto& phrase : field.near)
            for (const auto& place : m_page.find(phrase)) {
                const auto words = m_page.sentence(place);
                auto value =
                    field.format.empty() ? extract("words", words) : extract(field.format, words);
                const bool known = value && std::ranges::any_of(found, [&](const auto& other) {
                                       return other.extract.value == value->value;
                                   });
                if (value && !known)
                    found.push_back({std::move(*value), 1});
            }
        std::ranges::stable_sort(found, before);
        return found;
    }

    static Candidate chosen(const Field& field, std::vector<Candidate>& all) {
        const auto proven = std::ranges::find_if(all, is_proven);
        if (proven != all.end())
            return *proven;
        if (field.take == Take::All)
            return joined(all);
        if (field.take == Take::Largest)
            return *std::ranges::max_element(all, {}, [](const Candidate& candidate) {
                return amount_in(candidate.extract.value);
            });
        if (field.take == Take::Last)
            return *std::ranges::max_element(all, before);
        auto best = *std::ranges::max_element(all, [](const Candidate& a, const Candidate& b) {
            return a.link < b.link;
        });
        const bool agree = std::ranges::all_of(all, [&](const Candidate& other) {
            return other.link + 0.1 < best.link ||
                   same_value(other.extract.value, best.extract.value);
        });
        if (!agree) // two places, two values, and nothing to tell which is meant
            best.link = std::min(best.link, most_otherwise);
        return best;
    }

    /// All of them as they stand, one a line.
    static Candidate joined(std::vector<Candidate>& all) {
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

    /// Amounts that add up were all read right; when they do not, one of them was not.
    void add_up(const Sum& sum) {
        const auto total = m_found.find(sum.total);
        if (total == m_found.end())
            return;
        double rest = amount_in(total->second.extract.value);
        std::vector<Candidate*> all{&total->second};
        for (const auto& part : sum.of) {
            const bool minus = part.starts_with('-');
            const auto found = m_found.find(part.substr(minus ? 1 : 0));
            if (found == m_found.end())
                return;
            rest += amount_in(found->second.extract.value) * (minus ? 1 : -1);
            all.push_back(&found->second);
        }
        const bool right = std::abs(rest) < half_cent;
        for (auto* candidate : all)
            candidate->link = right ? 1 : std::min(candidate->link, most_otherwise);
    }

    procedure::Proposal to_proposal(const Field& field, const Candidate& found) const {
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
        const bool plain = is_bounded(field.format) && found.link >= plain_link;
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

    /// Whether the format leaves little room for something else: no words.
    static bool is_bounded(std::string_view format) {
        constexpr std::string_view numbers[] = {
            "date", "money", "siret", "siren", "phone", "month"};
        return std::ranges::find(numbers, format) != std::end(numbers) ||
               format.starts_with("digits:");
    }

    const PageText& m_page;
    const Kind& m_kind;
    Labels m_labels;
    std::map<std::string, Candidate> m_found;
    std::map<std::string, std::string> m_differs;
};

} // namespace

std::vector<procedure::Proposal> read_fields(const PageText& page, const Kind& kind) {
    return FieldReader(page, kind).run();
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
