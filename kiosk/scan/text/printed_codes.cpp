// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/printed_codes.hpp"

#include "scan/text/build.hpp"
#include "scan/text/fold.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
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

/// How many bytes of a text make up that code, when its value goes on right behind it: "G1711".
std::size_t length_in(const std::string& text, const std::string& code) {
    std::size_t length = 0;
    std::string read;
    while (length < text.size() && read.size() < code.size())
        read = fold(text.substr(0, ++length));
    const auto rest = text.substr(length);
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

/// A code and the words it is read from; none where print gave only its value.
struct Code {
    std::size_t code{};
    bool is_guess{};
    std::size_t bytes{};
    std::size_t words{};
};

/// The words of a page in reading order, and which of them may be which code.
class Order {
public:
    Order(const PageText& page, const std::vector<std::string>& codes) : m_rows(page.rows()) {
        for (const auto& code : codes)
            m_codes.push_back(fold(code));
        for (std::size_t r = 0; r < m_rows.size(); ++r)
            for (std::size_t i = 0; i < m_rows[r].size(); ++i) {
                if (begins_cell(m_rows[r], i))
                    add_guesses(m_rows[r], i);
                m_words.push_back(m_rows[r][i]);
                m_row_of.push_back(r);
            }
    }

    /// By their first word, or by the first one of their value: those that say most of all that
    /// stand in the order of the codes, column by column, what is lost between them, and others
    /// that are whole.
    std::map<const Word*, Code> best() {
        const auto all = m_guesses;
        for (auto chain = longest(); chain.size() >= least_in_order; chain = longest()) {
            const auto read = held(chain);
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
    static constexpr std::size_t least_in_order = 3;
    static constexpr std::size_t most_lost = 3;

    void keep_all(const std::vector<Guess>& chain) {
        for (const auto& one : chain)
            keep(m_words[one.word], code_of(one));
        for (std::size_t i = 0; i < chain.size(); ++i)
            keep_lost(i > 0 ? &chain[i - 1] : nullptr, chain[i]);
        if (chain.back().code + 1 < m_codes.size())
            keep_lost_below(chain.back());
    }

    /// A code that was read is not guessed once more.
    void keep(const Word* word, const Code& code) {
        const bool known = std::ranges::any_of(m_kept, [&](const auto& entry) {
            return entry.second.code == code.code;
        });
        if (!code.is_guess || !known)
            m_kept.emplace(word, code);
    }

    /// Another chain stands beside one or below it: of other words, and of the same codes only
    /// where they are whole.
    void drop_known(const std::vector<Guess>& chain) {
        std::erase_if(m_guesses, [&](const Guess& other) {
            return std::ranges::any_of(chain, [&](const Guess& one) {
                return one.word == other.word ||
                       (one.code == other.code && other.weight < one_letter);
            });
        });
    }

    static Code code_of(const Guess& one) {
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
        for (std::size_t i = 0; i < m_codes.size(); ++i) {
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

    /// Those of a chain that are whole, or that others hold.
    std::vector<Guess> held(const std::vector<Guess>& chain) const {
        std::vector<Guess> kept;
        std::ranges::copy_if(chain, std::back_inserter(kept), [&](const Guess& one) {
            return one.weight == whole || is_held(chain, one);
        });
        return kept;
    }

    /// Whether the codes before or behind it in the order stand close by.
    bool is_held(const std::vector<Guess>& chain, const Guess& one) const {
        const auto& own = m_words[one.word]->box;
        return std::ranges::any_of(chain, [&](const Guess& other) {
            const auto apart = std::max(other.code, one.code) - std::min(other.code, one.code);
            const auto& box = m_words[other.word]->box;
            return apart > 0 && apart <= near_in_order &&
                   std::abs(middle_of(box) - middle_of(own)) < most_rows * own.height;
        });
    }

    std::vector<Guess> longest() const {
        std::vector<double> sums(m_guesses.size());
        std::vector<std::size_t> before(m_guesses.size(), m_guesses.size());
        std::size_t best = m_guesses.size();
        for (std::size_t i = 0; i < m_guesses.size(); ++i) {
            const auto& own = m_guesses[i];
            sums[i] = own.weight;
            for (std::size_t k = 0; k < i; ++k) {
                const auto& other = m_guesses[k];
                if (other.word + other.words > own.word || other.code >= own.code)
                    continue;
                const double more = other.code + 1 == own.code ? next_one : 0;
                if (sums[k] + own.weight + more >=
                    sums[i]) { // the last of several that say as much
                    sums[i] = sums[k] + own.weight + more;
                    before[i] = k;
                }
            }
            if (best == m_guesses.size() || sums[i] > sums[best])
                best = i;
        }
        std::vector<Guess> chain;
        for (auto i = best; i < m_guesses.size(); i = before[i])
            chain.push_back(m_guesses[i]);
        std::ranges::reverse(chain);
        return chain;
    }

    /// The word in a row that begins where the value behind a code does; null when none does.
    const Word* aligned(std::size_t row, const Guess& code) const {
        const auto value = code.word + code.words;
        const bool has_value = value < m_words.size() && m_row_of[value] == m_row_of[code.word];
        if (code.bytes > 0 || !has_value)
            return nullptr;
        const auto& box = m_words[value]->box;
        const auto found = std::ranges::find_if(m_rows[row], [&](const Word* word) {
            return std::abs(word->box.x - box.x) < box.height && !word->folded.empty();
        });
        return found != m_rows[row].end() ? *found : nullptr;
    }

    /// Codes that are missing before one, when the rows right above it are as many and stand under
    /// each other with its value: they are the values.
    void keep_lost(const Guess* before, const Guess& one) {
        const auto missing = before != nullptr ? one.code - before->code - 1 : one.code;
        const auto row = m_row_of[one.word];
        if (missing == 1 && before != nullptr && m_row_of[before->word] + 1 == row) {
            const auto* first = m_rows[row].front(); // "182 G.1 168": of G
            if (has_digit(first->text))
                keep(first, Code{.code = one.code - 1, .is_guess = true});
            return;
        }
        const auto rows = before != nullptr ? row - m_row_of[before->word] - 1 : missing;
        if (missing == 0 || missing > most_lost || rows != missing || row < missing)
            return;
        if (before == nullptr && row > missing && aligned(row - missing - 1, one) != nullptr)
            return; // one of the values may go on in a second row
        std::vector<const Word*> values;
        for (auto at = row - missing; at < row; ++at) {
            const auto* value = aligned(at, one);
            if (value == nullptr && before != nullptr)
                value = aligned(at, *before);
            const int drop =
                middle_of(m_rows[at + 1].front()->box) - middle_of(m_rows[at].front()->box);
            if (value == nullptr || drop > most_drop * value->box.height)
                return;
            values.push_back(value);
        }
        for (std::size_t i = 0; i < missing; ++i)
            keep(values[i], Code{.code = one.code - missing + i, .is_guess = true});
    }

    /// The one code behind the last one.
    void keep_lost_below(const Guess& last) {
        const auto row = m_row_of[last.word] + 1;
        const auto* value = row < m_rows.size() ? aligned(row, last) : nullptr;
        if (value != nullptr && !m_kept.contains(value))
            keep(value, Code{.code = last.code + 1, .is_guess = true});
    }

    const std::vector<Words>& m_rows;
    std::vector<std::string> m_codes;
    Words m_words;
    std::vector<std::size_t> m_row_of; ///< of each word
    std::vector<Guess> m_guesses;
    std::map<const Word*, Code> m_kept;
};

/// A code in place of what was read of it, or right before its value.
Word word_of(const Word& place, const std::string& name, const Code& code) {
    auto word = code.bytes > 0 ? parted(place, code.bytes).first : place;
    if (code.words == 0) {
        word.box.x -= word.box.height;
        word.box.width = word.box.height / 2;
    }
    word.text = name;
    word.folded = fold(name);
    word.sureness.assign(name.size(), static_cast<float>(misread));
    word.is_code = true;
    word.is_guess = code.is_guess;
    return word;
}

} // namespace

int codes_on(const PageText& page, const std::vector<std::string>& codes) {
    return static_cast<int>(std::ranges::count_if(codes, [&](const std::string& code) {
        return code.size() > 1 && page.says(code);
    }));
}

PageText with_printed_codes(const PageText& page, const std::vector<std::string>& codes) {
    const auto found = Order(page, codes).best();
    std::vector<TextLine> lines;
    for (const auto& line : page.lines()) {
        auto& words = lines.emplace_back(TextLine{.words = {}, .box = line.box}).words;
        for (std::size_t i = 0; i < line.words.size(); ++i) {
            const auto& word = line.words[i];
            const auto code = found.find(&word);
            if (code != found.end())
                words.push_back(word_of(word, codes[code->second.code], code->second));
            if (code == found.end() || code->second.words == 0)
                words.push_back(word);
            else if (code->second.bytes > 0)
                words.push_back(parted(word, code->second.bytes).second);
            else
                i += code->second.words - 1;
        }
    }
    return PageText(std::move(lines));
}

} // namespace guichet::scan
