// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/mrz/parts.hpp"

#include "scan/mrz/mrz_dates.hpp"
#include "scan/mrz/states.hpp"
#include "scan/mrz/trust.hpp"

#include <algorithm>
#include <utility>

namespace guichet::scan {

namespace {

/// What is said of letters that no digit covers, in a zone where a digit disagrees: something in it
/// was misread or misprinted, perhaps they.
constexpr double most_beside_a_mistake = 0.7;
/// What is said of a value with a repaired letter, of the code of a state that does not exist, of a
/// name that may go on, and of a birth that may be in either century.
constexpr double most_repaired = 0.6;
constexpr double most_unknown = 0.5;
constexpr double most_cut_off = 0.5;
constexpr double most_either = 0.6;

struct Raw {
    std::string value;
    std::vector<int> sources; ///< for each character of value, its index in the span; -1 for none
};

/// Letters with one space for each run of fillers, none at the ends.
Raw spaced(std::string_view letters, int offset) {
    Raw raw;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (letters[i] != '<') {
            raw.value += letters[i];
            raw.sources.push_back(offset + static_cast<int>(i));
        } else if (!raw.value.empty() && raw.value.back() != ' ') {
            raw.value += ' ';
            raw.sources.push_back(-1);
        }
    }
    if (!raw.value.empty() && raw.value.back() == ' ') {
        raw.value.pop_back();
        raw.sources.pop_back();
    }
    return raw;
}

void doubt(MrzPart& part, int character, double most) {
    part.confidence = std::min(part.confidence, most);
    const auto place = std::ranges::lower_bound(part.doubtful, character);
    if (place == part.doubtful.end() || *place != character)
        part.doubtful.insert(place, character);
}

class Parts {
public:
    Parts(const Solved& solved, Date today) : m_solved(solved), m_trust(solved), m_today(today) {}

    std::vector<MrzPart> run() {
        const auto name = m_solved.layout->name;
        if (name == "FRA-1988")
            french_card();
        else if (name == "FRA-DL")
            french_licence();
        else if (name == "FRA-CR")
            french_registration();
        else if (name == "TD1")
            card();
        else
            page();
        return std::move(m_parts);
    }

private:
    std::string_view text(const Span& span) const { return text_of(span, m_solved.lines); }

    MrzPart& add(std::string name, Raw raw, const Span& where, bool proven) {
        MrzPart part{
            .name = std::move(name),
            .value = std::move(raw.value),
            .where = where,
            .confidence = 1,
            .proven = proven,
            .doubtful = {}};
        for (std::size_t i = 0; i < raw.sources.size(); ++i) {
            if (raw.sources[i] < 0)
                continue;
            const int at = where.begin + raw.sources[i];
            const float sure =
                m_solved
                    .sureness[static_cast<std::size_t>(where.line)][static_cast<std::size_t>(at)];
            part.confidence = std::min(part.confidence, static_cast<double>(sure));
            if (sure < sure_enough && !proven)
                doubt(part, static_cast<int>(i), sure);
            if (m_solved.is_repaired(where.line, at))
                doubt(part, static_cast<int>(i), most_repaired);
        }
        if (proven)
            part.confidence = std::max(part.confidence, 0.97);
        else if (!m_solved.all_agreed())
            part.confidence = std::min(part.confidence, most_beside_a_mistake);
        return m_parts.emplace_back(std::move(part));
    }

    void plain(const std::string& name, const Span& where, bool proven) {
        auto raw = spaced(text(where), 0);
        if (!raw.value.empty())
            add(name, std::move(raw), where, proven);
    }

    /// The three letters of a state; ones that stand for none are doubtful.
    void nationality(const Span& where) {
        plain("nationality", where, false);
        if (m_parts.empty() || m_parts.back().name != "nationality" || is_state(text(where)))
            return;
        auto& part = m_parts.back();
        for (std::size_t i = 0; i < part.value.size(); ++i)
            doubt(part, static_cast<int>(i), most_unknown);
    }

    /// A letter seen as a filler cuts a name in two: the fillers in it and after it must be clear.
    void doubt_fillers(MrzPart& part, const Span& where, const Raw& raw) const {
        const auto& sureness = m_solved.sureness[static_cast<std::size_t>(where.line)];
        for (std::size_t i = 0; i < raw.sources.size(); ++i) {
            if (raw.sources[i] < 0)
                continue;
            const int next = i + 1 < raw.sources.size() ? 1 : 2; // two end a name
            for (int at = where.begin + raw.sources[i] + 1, k = 0; k < next && at < where.end;
                 ++at, ++k) {
                const float sure = sureness[static_cast<std::size_t>(at)];
                const bool repaired = m_solved.is_repaired(where.line, at);
                if (text({where.line, at, at + 1}) == "<" && (sure < sure_enough || repaired))
                    doubt(part, static_cast<int>(i), std::min<double>(sure, most_repaired));
            }
        }
    }

    void name(const std::string& part, const Span& where, std::string_view letters, int offset) {
        auto raw = spaced(letters, offset);
        if (raw.value.empty())
            return;
        const bool cut_off = !text(where).ends_with("<<") && // no room for one more
                             offset + static_cast<int>(letters.size()) == where.end - where.begin;
        auto& added = add(part, raw, where, false);
        doubt_fillers(added, where, raw);
        if (cut_off) // the name may go on (9303-4, 4.2.2.1)
            doubt(added, static_cast<int>(added.value.size()) - 1, most_cut_off);
    }

    void names(const Span& where) {
        const auto letters = text(where);
        const auto split = letters.find("<<");
        const auto first = m_parts.size();
        name("primary-identifier", where, letters.substr(0, split), 0);
        if (split == std::string_view::npos)
            return;
        const auto rest = letters.substr(split + 2);
        name("secondary-identifier", where, rest, static_cast<int>(split) + 2);
        const auto again = rest.find("<<");
        if (again == std::string_view::npos ||
            rest.find_first_not_of('<', again) == std::string_view::npos)
            return;
        for (auto i = first; i < m_parts.size(); ++i) // there is one double filler in a name
            doubt(m_parts[i], static_cast<int>(m_parts[i].value.size()) - 1, most_unknown);
    }

    void add_date(const std::string& name, Date date, const Span& where, bool proven) {
        add(name, {to_iso(date), {-1, -1, 0, 1, -1, 2, 3, -1, 4, 5}}, where, proven);
    }

    /// Where both centuries are possible neither is proven.
    void birth(const Span& where, bool proven, Date latest) {
        const auto day = birth_day(text(where), latest, m_today);
        if (!day)
            return;
        add_date("birth-date", day->date, where, proven && !day->either_century);
        if (!day->either_century)
            return;
        doubt(m_parts.back(), 0, most_either);
        doubt(m_parts.back(), 1, most_either);
    }

    void expiry(const Span& where, bool proven) {
        if (const auto date = expiry_day(text(where), m_today))
            add_date("expiry-date", *date, where, proven);
    }

    /// One too long for its nine places goes on where the optional data begin.
    void number(const Span& where, bool proven) {
        const auto& line = m_solved.lines[static_cast<std::size_t>(where.line)];
        const bool td1 = m_solved.layout->name == "TD1";
        const auto rest = static_cast<std::size_t>(td1 ? 15 : 28);
        plain("document-number", where, proven);
        const bool can_go_on = td1 || m_solved.layout->name == "TD2";
        if (!can_go_on || line[static_cast<std::size_t>(where.end)] != '<' || m_parts.empty() ||
            m_parts.back().name != "document-number")
            return;
        const auto more = std::string_view(line).substr(rest, line.find('<', rest) - rest);
        if (more.size() < 2)
            return;
        auto& part = m_parts.back();
        part.value += more.substr(0, more.size() - 1);
        part.proven = false; // the trust was about the nine places alone
        part.confidence = std::min(part.confidence, most_beside_a_mistake);
    }

    void card() {
        names({2, 0, 30});
        birth({1, 0, 6}, m_trust.is_proven(1), m_today);
        plain("sex", {1, 7, 8}, false);
        nationality({1, 15, 18});
        number({0, 5, 14}, m_trust.is_proven(0));
        expiry({1, 8, 14}, m_trust.is_proven(2));
    }

    void page() {
        names({0, 5, m_solved.layout->length()});
        birth({1, 13, 19}, m_trust.is_proven(1), m_today);
        plain("sex", {1, 20, 21}, false);
        nationality({1, 10, 13});
        number({1, 0, 9}, m_trust.is_proven(0));
        expiry({1, 21, 27}, m_trust.is_proven(2));
    }

    /// Names of a card that leaves out those it has no room for: doubtful unless a letter more and
    /// the fillers before it would fit in.
    void
    whole_names(const std::string& part, const Span& where, std::string_view room, bool proven) {
        const bool all = text(where).ends_with(room);
        const auto before = m_parts.size();
        plain(part, where, proven && all);
        if (!all && m_parts.size() > before)
            doubt(m_parts.back(), static_cast<int>(m_parts.back().value.size()) - 1, most_cut_off);
    }

    /// The card number begins with the year and month of issue: nobody is born after it.
    void french_card() {
        const bool whole = m_trust.is_whole();
        whole_names("primary-identifier", {0, 5, 30}, "<<", whole);
        whole_names("secondary-identifier", {1, 13, 27}, "<<<", whole);
        birth({1, 27, 33}, m_trust.is_proven(1), last_day_of_issue(text({1, 0, 4}), m_today));
        plain("sex", {1, 34, 35}, whole);
        plain("nationality", {0, 2, 5}, whole);
        plain("document-number", {1, 0, 12}, m_trust.is_proven(0));
        plain("issuing-department", {0, 30, 33}, whole);
        plain("issuing-office", {0, 33, 36}, whole);
    }

    void french_licence() {
        name("primary-identifier", {0, 21, 29}, text({0, 21, 29}), 0);
        plain("document-number", {0, 5, 14}, m_trust.is_proven(0));
        expiry({0, 15, 21}, m_trust.is_proven(1));
    }

    /// Nothing is proven: the format is known from one specimen only.
    void french_registration() {
        plain("plate", {0, 5, 12}, false);
        plain("vehicle-number", {0, 13, 30}, false);
        if (const auto first = day_of(20, text({0, 31, 37})); first && *first <= m_today)
            add_date("first-registration", *first, {0, 31, 37}, false);
        else if (const auto before = day_of(19, text({0, 31, 37})))
            add_date("first-registration", *before, {0, 31, 37}, false);
        plain("category", {0, 38, 44}, false);
        plain("make", {1, 4, 18}, false);
        plain("model", {1, 18, 31}, false);
        plain("document-number", {1, 31, 42}, false);
    }

    const Solved& m_solved;
    ZoneTrust m_trust;
    Date m_today;
    std::vector<MrzPart> m_parts;
};

} // namespace

std::vector<MrzPart> parts_of(const Solved& solved, Date today) {
    return Parts(solved, today).run();
}

std::vector<MrzPart> parts_of_text(const std::vector<std::string>& lines, Date today) {
    const auto* layout = layout_of(lines);
    return layout != nullptr ? parts_of(solve_text(*layout, lines), today) : std::vector<MrzPart>{};
}

} // namespace guichet::scan
