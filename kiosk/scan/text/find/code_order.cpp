// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/code_order.hpp"

#include "scan/text/fold.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <utility>

namespace guichet::scan {

namespace {

/// How much words say that they are a code: as it is printed, nearly so, or with its value behind.
constexpr double whole = 1;
constexpr double one_letter = 0.55;
constexpr double misread = 0.5;
constexpr double misread_letter = 0.25;
constexpr double glued = 0.4;
constexpr double spoilt = 0.35;
constexpr double next_one = 0.2; ///< more, for a code right behind the one before it in the order
constexpr std::size_t near_in_order = 2;
constexpr int most_rows = 8; ///< heights of their small print from one to the other

/// Words that may be a code.
struct Guess {
    std::size_t word{}; ///< the first of them, in reading order
    std::size_t code{}; ///< in the order they are printed in
    double weight{};
    std::size_t words{1};
    std::size_t bytes{}; ///< of the text of the first that are the code; 0: all
};

/// How far two codes are from each other in the order.
std::size_t apart(std::size_t one, std::size_t other) {
    return std::max(one, other) - std::min(one, other);
}

/// How many bytes of a text make up that code, when its value goes on right behind it: "G1711".
std::size_t length_in(const std::string& text, const std::string& code) {
    std::size_t length = 0;
    std::string read;
    while (length < text.size() && read.size() < code.size())
        read = fold(text.substr(0, ++length));
    const auto rest = text.substr(length);
    if (is_digit(code.front()) && is_digit(rest.empty() ? '.' : rest.front()))
        return 0; // "31.12.1982"
    return read == code && has_digit(rest) && fold(rest).size() > 1 ? length : 0;
}

std::optional<Guess> guess(const Word& word, const std::string& code) {
    const bool letter = code.size() == 1;
    const auto& read = word.folded;
    if (read == code)
        return Guess{.weight = letter ? one_letter : whole};
    if (looks_like(read, code) || (word.text == "€" && code == "e"))
        return Guess{.weight = letter ? misread_letter : misread};
    if (const auto bytes = length_in(word.text, code); bytes > 0)
        return Guess{.weight = glued, .bytes = bytes};
    const bool point = read.size() == code.size() + 1 && code.size() > 1 && read[0] == code[0];
    if (point && looks_like(read.substr(2), code.substr(1))) // "ca3": the point was read too
        return Guess{.weight = spoilt};
    return std::nullopt;
}

/// The words of a page in reading order, and which of them may be which code.
class Order {
public:
    Order(const PageText& page, const std::vector<std::string>& codes, const CodesBefore& before) {
        std::ranges::copy_if(page.rows(), std::back_inserter(m_rows), [](const Words& row) {
            return std::ranges::any_of(row, [](const Word* word) { return !word->folded.empty(); });
        }); // others are specks of the ground
        for (const auto& code : codes)
            m_codes.push_back(fold(code));
        for (int r = 0; r < static_cast<int>(m_rows.size()); ++r)
            for (std::size_t i = 0; i < row(r).size(); ++i) {
                if (begins_cell(row(r), i))
                    add_guesses(row(r), i);
                if (const auto known = before.find(row(r)[i]); known != before.end())
                    add_known(known->second);
                m_words.push_back(row(r)[i]);
                m_row_of.push_back(r);
            }
    }

    std::map<const Word*, ReadCode> best() {
        const auto all = m_guesses;
        keep_among_known();
        for (auto chain = longest(); chain.size() >= least_in_order; chain = longest()) {
            const auto read = held(chain);
            m_again = is_known(read);
            if (std::ranges::find(read, whole, &Guess::weight) != read.end())
                keep_all(read);
            drop_known(chain);
        }
        for (const auto& other : all)
            if (other.weight == whole)
                keep(m_words[other.word], code_of(other));
        return std::move(m_kept);
    }

private:
    using Chain = std::vector<Guess>;
    static constexpr std::size_t least_in_order = 3;
    static constexpr int most_lost = 3;
    static constexpr std::size_t most_guesses = 600; ///< of a page; each is held against all others

    /// Where a chain ends: what it says in all, and the guess before that one.
    struct End {
        double sum{};
        std::size_t before{};
    };

    const Words& row(int number) const { return m_rows[static_cast<std::size_t>(number)]; }
    int row_of(const Guess& one) const { return m_row_of[one.word]; }

    static ReadCode code_of(const Guess& one) {
        return {
            .code = one.code,
            .is_guess = one.weight != whole && one.weight != one_letter,
            .bytes = one.bytes,
            .words = one.words};
    }

    /// Whether a blank wider than one of running text stands before a word.
    static bool begins_cell(const Words& row, std::size_t at) {
        return at == 0 || 3 * gap_between(row[at - 1]->box, row[at]->box) > 2 * row[at]->box.height;
    }

    void add_guesses(const Words& row, std::size_t at) {
        const auto& word = *row[at];
        const bool joined = at + 1 < row.size() &&
                            gap_between(word.box, row[at + 1]->box) < word.box.height &&
                            word.folded.size() == 1;
        for (std::size_t i = 0; i < m_codes.size() && m_guesses.size() < most_guesses; ++i) {
            auto found = guess(word, m_codes[i]);
            if (!found && joined && word.folded + row[at + 1]->folded == m_codes[i])
                found = Guess{.weight = misread, .words = 2}; // "C: 3"
            if (!found)
                continue;
            found->word = m_words.size();
            found->code = i;
            m_guesses.push_back(*found);
        }
    }

    /// A code that is known to stand before the next word: lost, unless it was just read.
    void add_known(std::size_t code) {
        const bool is_read = !m_guesses.empty() && m_guesses.back().code == code &&
                             m_guesses.back().word + m_guesses.back().words == m_words.size();
        if (is_read)
            m_guesses.back().weight = whole;
        else
            m_guesses.push_back({.word = m_words.size(), .code = code, .weight = whole, .words = 0}
            );
        m_known.push_back(m_guesses.back().word);
    }

    /// What stands among known values goes with them: a licence says on its other face what each
    /// code means.
    void keep_among_known() {
        if (m_known.size() < 2)
            return;
        auto others = m_guesses;
        std::erase_if(m_guesses, [&](const Guess& one) {
            return one.word < m_known.front() || one.word > m_known.back();
        });
        const auto chain = longest();
        keep_all(held(chain));
        m_guesses = std::move(others);
        drop_known(chain);
    }

    /// Those of a chain that are whole, or that others hold.
    Chain held(const Chain& chain) const {
        Chain kept;
        std::ranges::copy_if(chain, std::back_inserter(kept), [&](const Guess& one) {
            return one.weight == whole || is_held(chain, one);
        });
        return kept;
    }

    /// Whether the codes before or behind it in the order stand close by.
    bool is_held(const Chain& chain, const Guess& one) const {
        const auto& own = m_words[one.word]->box;
        return std::ranges::any_of(chain, [&](const Guess& other) {
            const auto away = apart(other.code, one.code);
            const auto& box = m_words[other.word]->box;
            return away > 0 && away <= near_in_order &&
                   std::abs(middle_of(box) - middle_of(own)) < most_rows * own.height;
        });
    }

    static bool may_follow(const Guess& one, const Guess& next) {
        return one.word + one.words <= next.word && one.code < next.code;
    }

    End longest_to(std::size_t at, const std::vector<End>& ends) const {
        const auto& own = m_guesses[at];
        End end{.sum = own.weight, .before = m_guesses.size()};
        for (std::size_t k = 0; k < at; ++k) {
            const double more = m_guesses[k].code + 1 == own.code ? next_one : 0;
            const double sum = ends[k].sum + own.weight + more;
            if (may_follow(m_guesses[k], own) && sum >= end.sum) // the last that says as much
                end = {.sum = sum, .before = k};
        }
        return end;
    }

    Chain longest() const {
        std::vector<End> ends;
        for (std::size_t i = 0; i < m_guesses.size(); ++i)
            ends.push_back(longest_to(i, ends));
        const auto best = std::ranges::max_element(ends, {}, &End::sum);
        Chain chain;
        for (auto i = static_cast<std::size_t>(best - ends.begin()); i < m_guesses.size();
             i = ends[i].before)
            chain.push_back(m_guesses[i]);
        std::ranges::reverse(chain);
        return chain;
    }

    void keep_all(const Chain& chain) {
        for (const auto& one : chain)
            keep(m_words[one.word], code_of(one));
        keep_above(chain.front());
        for (std::size_t i = 1; i < chain.size(); ++i)
            keep_between(chain[i - 1], chain[i]);
        keep_beside();
        keep_below(chain.back());
    }

    bool is_kept(std::size_t code) const {
        return std::ranges::any_of(m_kept, [&](const auto& entry) {
            return entry.second.code == code;
        });
    }

    /// Whether the whole codes of a chain, two or more, were all read before: the other face of a
    /// licence says what each code means.
    bool is_known(const Chain& chain) const {
        const auto is_whole = [](const Guess& one) { return one.weight == whole; };
        return std::ranges::count_if(chain, is_whole) > 1 &&
               std::ranges::all_of(chain, [&](const Guess& one) {
                   return !is_whole(one) || is_kept(one.code);
               });
    }

    /// A code that was read is not guessed once more, but in a chain that says all again.
    void keep(const Word* word, const ReadCode& code) {
        if (!code.is_guess || m_again || !is_kept(code.code))
            m_kept.emplace(word, code);
    }

    void keep_lost(const Word* value, std::size_t code) {
        if (value != nullptr && code < m_codes.size())
            keep(value, {.code = code, .is_guess = true});
    }

    /// Another chain stands beside one or below it: of other words, and of the same codes only
    /// where they are whole.
    void drop_known(const Chain& chain) {
        std::erase_if(m_guesses, [&](const Guess& other) {
            return std::ranges::any_of(chain, [&](const Guess& one) {
                return one.word == other.word ||
                       (one.code == other.code && other.weight < one_letter);
            });
        });
    }

    /// The word in a row that begins where the value behind a code does, in print about as large;
    /// null when none does.
    const Word* aligned(int number, const Guess& code) const {
        const auto value = code.word + code.words;
        const bool has_value = value < m_words.size() && m_row_of[value] == row_of(code);
        if (code.bytes > 0 || !has_value)
            return nullptr;
        const auto& box = m_words[value]->box;
        const auto found = std::ranges::find_if(row(number), [&](const Word* word) {
            return std::abs(word->box.x - box.x) < box.height && !word->folded.empty() &&
                   3 * word->box.height >= 2 * box.height;
        });
        return found != row(number).end() ? *found : nullptr;
    }

    /// So many rows right above a code, by the words that begin where its value does or that of the
    /// one before; none where one of them has no such word.
    Words values_above(const Guess& one, const Guess& before, int count) const {
        Words values;
        for (int at = row_of(one) - count; at < row_of(one); ++at) {
            const auto* own = aligned(at, one);
            const auto* value = own != nullptr ? own : aligned(at, before);
            const int drop = middle_of(row(at + 1).front()->box) - middle_of(row(at).front()->box);
            if (value == nullptr || drop > most_drop * value->box.height)
                return {};
            values.push_back(value);
        }
        return values;
    }

    void keep_values(const Words& values, std::size_t end) {
        for (std::size_t i = 0; i < values.size(); ++i)
            keep_lost(values[i], end - values.size() + i);
    }

    /// Codes lost before the first one: as many rows as they are, and no more of the kind above.
    void keep_above(const Guess& first) {
        const auto missing = static_cast<int>(first.code);
        const int top = row_of(first) - missing;
        if (missing > most_lost || top < 0 || (top > 0 && aligned(top - 1, first) != nullptr))
            return; // one of the values may go on in a second row
        keep_values(values_above(first, first, missing), first.code);
    }

    /// Codes lost between two: as many rows as they are, or one before the second in its own row:
    /// "182 G.1 168".
    void keep_between(const Guess& before, const Guess& one) {
        const auto missing = static_cast<int>(one.code - before.code) - 1;
        const int rows = row_of(one) - row_of(before) - 1;
        const auto* first = row(row_of(one)).front();
        if (missing == 1 && rows == 0 && has_digit(first->text))
            keep_lost(first, one.code - 1);
        else if (missing == rows || (missing > rows && rows > 0 && goes_on(before)))
            keep_values(values_above(one, before, std::min(rows, most_lost)), one.code);
    }

    /// Whether another value stands behind that of a code, in its row.
    bool goes_on(const Guess& code) const {
        const auto value = code.word + std::max<std::size_t>(code.words, 1);
        const auto& words = row(row_of(code));
        return value < m_words.size() && std::ranges::any_of(words, [&](const Word* word) {
                   return word->box.x > right_edge(m_words[value]->box) && has_digit(word->text);
               });
    }

    /// Codes out of their order in the row of one that is kept: 4c behind 4a, over 4b.
    void keep_beside() {
        for (const auto& guess : m_guesses) {
            const bool is_near = std::ranges::any_of(row(row_of(guess)), [&](const Word* word) {
                const auto kept = m_kept.find(word);
                return kept != m_kept.end() && word != m_words[guess.word] &&
                       apart(kept->second.code, guess.code) <= near_in_order;
            });
            if (is_near && guess.weight >= misread && m_codes[guess.code].size() > 1 &&
                !is_kept(guess.code))
                keep(m_words[guess.word], code_of(guess));
        }
    }

    /// The one code behind the last one.
    void keep_below(const Guess& last) {
        const int next = row_of(last) + 1;
        if (next < static_cast<int>(m_rows.size()))
            keep_lost(aligned(next, last), last.code + 1);
    }

    std::vector<Words> m_rows;
    std::vector<std::string> m_codes;
    Words m_words;
    std::vector<int> m_row_of; ///< of each word
    std::vector<Guess> m_guesses;
    std::vector<std::size_t> m_known; ///< words before which a code is known to stand
    std::map<const Word*, ReadCode> m_kept;
    bool m_again{false}; ///< the codes that are kept now were read before
};

} // namespace

std::map<const Word*, ReadCode> codes_in_order(
    const PageText& page, const std::vector<std::string>& codes, const CodesBefore& before
) {
    return Order(page, codes, before).best();
}

} // namespace guichet::scan
