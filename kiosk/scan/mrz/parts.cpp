#include "scan/mrz/parts.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <utility>

namespace guichet::scan {

namespace {

/// Below this a letter is marked as one that could be another.
constexpr float sure_enough = 0.85F;
/// Below this a check digit does not make up for the doubt.
constexpr float clear_enough = 0.8F;
/// The same among digits only, no two of which count alike: a 6 and a G do.
constexpr float clear_enough_digit = 0.5F;
/// What is said of letters that no digit covers, in a zone where a digit disagrees: something in it
/// was misread or misprinted, perhaps they.
constexpr double most_beside_a_mistake = 0.7;
constexpr int oldest = 115;

struct Raw {
    std::string value;
    std::vector<int> sources; ///< for each character of value, its index in the span; -1 for none
};

class Parts {
public:
    Parts(const Solved& solved, Date today) : m_solved(solved), m_today(today) {}

    std::vector<MrzPart> run() {
        if (m_solved.layout->name == "FRA-1988")
            french_card();
        else if (m_solved.layout->name == "TD1")
            card();
        else
            page();
        return std::move(m_parts);
    }

private:
    std::string_view text(const Span& span) const { return text_of(span, m_solved.lines); }

    bool checked(int index) const { return m_solved.agreed[static_cast<std::size_t>(index)]; }

    /// Its own digit agrees, so does the composite one where there is one, and no letter under it
    /// was a guess: one digit alone lets one misreading in ten through.
    bool proven(int index) const {
        const auto& checks = m_solved.layout->checks;
        const auto& check = checks[static_cast<std::size_t>(index)];
        return checked(index) && clear(check.digit) &&
               std::ranges::all_of(check.covers, [&](auto& s) { return clear(s); }) &&
               (!checks.back().composite || checked(static_cast<int>(checks.size()) - 1));
    }

    bool clear(const Span& span) const {
        const auto line = static_cast<std::size_t>(span.line);
        for (auto i = static_cast<std::size_t>(span.begin); static_cast<int>(i) < span.end; ++i) {
            const char place = m_solved.layout->classes[line][i];
            const bool digit = place == 'd' || place == 'c';
            if (m_solved.sureness[line][i] < (digit ? clear_enough_digit : clear_enough))
                return false;
        }
        return true;
    }

    MrzPart& add(std::string name, Raw raw, const Span& where, bool is_proven) {
        MrzPart part{
            .name = std::move(name),
            .value = std::move(raw.value),
            .where = where,
            .confidence = 1,
            .proven = is_proven,
            .doubtful = {}};
        for (std::size_t i = 0; i < raw.sources.size(); ++i) {
            if (raw.sources[i] < 0)
                continue;
            const float sure = m_solved.sureness[static_cast<std::size_t>(where.line
            )][static_cast<std::size_t>(where.begin + raw.sources[i])];
            part.confidence = std::min(part.confidence, static_cast<double>(sure));
            if (sure < sure_enough && !is_proven)
                part.doubtful.push_back(static_cast<int>(i));
        }
        if (is_proven)
            part.confidence = std::max(part.confidence, 0.97);
        else if (!m_solved.all_agreed())
            part.confidence = std::min(part.confidence, most_beside_a_mistake);
        return m_parts.emplace_back(std::move(part));
    }

    /// Letters with one space for each run of fillers, none at the ends.
    static Raw spaced(std::string_view letters, int offset) {
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

    void plain(const std::string& name, const Span& where, bool is_proven) {
        auto raw = spaced(text(where), 0);
        if (!raw.value.empty())
            add(name, std::move(raw), where, is_proven);
    }

    void name(const std::string& part, const Span& where, std::string_view letters, int offset) {
        auto raw = spaced(letters, offset);
        if (raw.value.empty())
            return;
        const bool cut_off = text(where).back() != '<' &&
                             offset + static_cast<int>(letters.size()) == where.end - where.begin;
        auto& added = add(part, std::move(raw), where, false);
        if (!cut_off)
            return;
        added.confidence = std::min(added.confidence, 0.5); // the name may go on (9303-4, 4.2.2.1)
        const int last = static_cast<int>(added.value.size()) - 1;
        if (added.doubtful.empty() || added.doubtful.back() != last)
            added.doubtful.push_back(last);
    }

    void names(const Span& where) {
        const auto letters = text(where);
        const auto split = letters.find("<<");
        name("primary-identifier", where, letters.substr(0, split), 0);
        if (split != std::string_view::npos)
            name(
                "secondary-identifier",
                where,
                letters.substr(split + 2),
                static_cast<int>(split) + 2
            );
    }

    /// A calendar day; nullopt when one does not exist or is not fully known.
    static std::optional<Date> day(int century, std::string_view digits) {
        if (digits.find('<') != std::string_view::npos)
            return std::nullopt;
        const auto two = [&](std::size_t at) {
            return (digits[at] - '0') * 10 + (digits[at + 1] - '0');
        };
        const Date date{
            std::chrono::year(century * 100 + two(0)),
            std::chrono::month(static_cast<unsigned>(two(2))),
            std::chrono::day(static_cast<unsigned>(two(4)))};
        return date.ok() ? std::optional(date) : std::nullopt;
    }

    void add_date(const std::string& name, Date date, const Span& where, bool is_proven) {
        std::array<char, 16> iso{};
        std::snprintf(
            iso.data(),
            iso.size(),
            "%04d-%02u-%02u",
            static_cast<int>(date.year()),
            static_cast<unsigned>(date.month()),
            static_cast<unsigned>(date.day())
        );
        add(name, {iso.data(), {-1, -1, 0, 1, -1, 2, 3, -1, 4, 5}}, where, is_proven);
    }

    /// Born not after `latest`. Where both centuries are possible neither is proven.
    void birth(const Span& where, bool is_proven, Date latest) {
        const auto before = day(19, text(where));
        const auto after = day(20, text(where));
        const bool can_be_after = after && *after <= latest;
        const auto age = m_today.year() - (before ? before->year() : std::chrono::year(0));
        const bool can_be_before = before && (!can_be_after || age.count() <= oldest);
        if (!can_be_after && !can_be_before)
            return;
        const bool both = can_be_after && can_be_before;
        add_date("birth-date", can_be_after ? *after : *before, where, is_proven && !both);
        if (!both)
            return;
        auto& doubtful = m_parts.back().doubtful;
        doubtful.insert(doubtful.begin(), {0, 1});
        m_parts.back().confidence = std::min(m_parts.back().confidence, 0.6);
    }

    /// Documents are valid for some years: at most half a century from now.
    void expiry(const Span& where, bool is_proven) {
        const auto after = day(20, text(where));
        const bool near = after && after->year() - m_today.year() <= std::chrono::years(50);
        const auto date = near ? after : day(19, text(where));
        if (date)
            add_date("expiry-date", *date, where, is_proven);
    }

    void number(const Span& where, bool is_proven) {
        const auto& lines = m_solved.lines;
        const auto& line = lines[static_cast<std::size_t>(where.line)];
        const bool td1 = m_solved.layout->name == "TD1";
        const auto rest =
            std::string_view(line).substr(td1 ? 15 : std::min<std::size_t>(28, line.size()));
        const auto more = rest.substr(0, rest.find('<'));
        plain("document-number", where, is_proven);
        const bool goes_on = line[static_cast<std::size_t>(where.end)] == '<' && more.size() >= 2 &&
                             (td1 || m_solved.layout->name == "TD2");
        if (goes_on && !m_parts.empty() && m_parts.back().name == "document-number")
            m_parts.back().value += more.substr(0, more.size() - 1);
    }

    void card() {
        names({2, 0, 30});
        birth({1, 0, 6}, proven(1), m_today);
        plain("sex", {1, 7, 8}, false);
        plain("nationality", {1, 15, 18}, false);
        number({0, 5, 14}, proven(0));
        expiry({1, 8, 14}, proven(2));
    }

    void page() {
        names({0, 5, m_solved.layout->length()});
        birth({1, 13, 19}, proven(1), m_today);
        plain("sex", {1, 20, 21}, false);
        plain("nationality", {1, 10, 13}, false);
        number({1, 0, 9}, proven(0));
        expiry({1, 21, 27}, proven(2));
    }

    /// The card number begins with the year and month of issue: nobody is born after it.
    void french_card() {
        const bool whole = m_solved.all_agreed() && clear({0, 0, 36}) && clear({1, 0, 36});
        plain("primary-identifier", {0, 5, 30}, whole);
        plain("secondary-identifier", {1, 13, 27}, whole && m_solved.lines[1][26] == '<');
        birth({1, 27, 33}, proven(1), issued());
        plain("sex", {1, 34, 35}, whole);
        plain("nationality", {0, 2, 5}, whole);
        plain("document-number", {1, 0, 12}, proven(0));
        plain("issuing-department", {0, 30, 33}, whole);
        plain("issuing-office", {0, 33, 36}, whole);
    }

    Date issued() const {
        const auto digits = text({1, 0, 4});
        if (!std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; }))
            return m_today;
        for (const int century : {20, 19}) {
            const auto first = day(century, std::string(digits) + "01");
            if (first && *first <= m_today)
                return Date(first->year() / first->month() / std::chrono::last);
        }
        return m_today;
    }

    const Solved& m_solved;
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
