// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/match.hpp"

#include "scan/text/fold.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace guichet::scan {

namespace {

bool alike_parts(const std::string& part, const std::string& wanted) {
    return alike(wanted, part);
}

bool equal_parts(const std::string& part, const std::string& wanted) {
    return part == wanted;
}

/// "de", "la" of "montant de la facture".
bool links(std::string_view part) {
    constexpr std::array<std::string_view, 8> words{"de", "du", "des", "d", "la", "le", "les", "l"};
    return std::ranges::find(words, part) != words.end();
}

/// "tic" for "ttc": one letter of a short word.
bool but_one_letter(const std::string& part, const std::string& wanted) {
    int others = part.size() == wanted.size() && part.size() >= 3 ? 0 : 2;
    for (std::size_t i = 0; others < 2 && i < part.size(); ++i)
        others += part[i] != wanted[i] ? 1 : 0;
    return others == 1;
}

} // namespace

std::vector<TextLine> without(const std::vector<TextLine>& lines, const Words& words) {
    std::vector<TextLine> kept;
    kept.reserve(lines.size());
    for (const auto& line : lines) {
        kept.push_back({.words = {}, .box = line.box});
        for (const auto& word : line.words)
            if (std::ranges::find(words, &word) == words.end())
                kept.back().words.push_back(word);
    }
    return kept;
}

std::string letters_of(const Words& words) {
    std::string letters;
    for (const auto* word : words)
        letters += word->folded;
    return letters;
}

std::vector<Box> PageText::find(std::string_view phrase) const {
    std::vector<std::vector<std::string>> variants;
    for (std::size_t at = 0; at <= phrase.size();) {
        const auto end = std::min(phrase.find('|', at), phrase.size());
        variants.push_back(folded_words(phrase.substr(at, end - at)));
        at = end + 1;
    }
    auto found = found_as(variants, equal_parts); // "VILLE DE" is not "fille de" where that stands
    const auto is_no_code = [&](const Box& box) { return code_at(box) == nullptr; };
    if (!std::ranges::all_of(found, is_no_code)) // not any "E" where E is a code
        std::erase_if(found, is_no_code);
    if (found.empty())
        for (const auto& wanted : variants)
            add_glued(wanted, found);
    if (found.empty())
        found = found_as(variants, alike_parts);
    if (found.empty())
        for (const auto& wanted : variants)
            add_linked(wanted, found);
    if (found.empty())
        for (const auto& wanted : variants)
            add_misread(wanted, found);
    if (found.empty())
        for (const auto& wanted : variants)
            add_wrapped(wanted, found);
    for (auto it = found.begin(); it != found.end();) // in its line and in its run
        it = std::find(found.begin(), it, *it) != it ? found.erase(it) : std::next(it);
    return found;
}

const Word* PageText::code_at(const Box& place) const {
    const auto found = std::ranges::find_if(m_tokens, [&](const Token& token) {
        const auto& word = *token.word;
        return word.is_code && word.box.x == place.x && same_level(word.box, place);
    });
    return found != m_tokens.end() ? found->word : nullptr;
}

bool PageText::says(std::string_view phrase) const {
    return !found_as({folded_words(phrase)}, equal_parts).empty();
}

/// From the top, where any of them stands whose words are the same in that way.
std::vector<Box>
PageText::found_as(const std::vector<std::vector<std::string>>& variants, AreSame are_same) const {
    std::vector<Box> found;
    for (const auto& wanted : variants)
        add_found(wanted, are_same, found);
    std::ranges::stable_sort(found, {}, &Box::y);
    return found;
}

void PageText::add_found(
    const std::vector<std::string>& wanted, AreSame are_same, std::vector<Box>& found
) const {
    for (std::size_t i = 0; !wanted.empty() && i + wanted.size() <= m_tokens.size(); ++i) {
        const auto begin = m_tokens.begin() + static_cast<std::ptrdiff_t>(i);
        const auto& last = m_tokens[i + wanted.size() - 1];
        const bool here = begin->line == last.line &&
                          std::equal(
                              wanted.begin(),
                              wanted.end(),
                              begin,
                              [are_same](const std::string& word, const Token& token) {
                                  return are_same(token.text, word);
                              }
                          );
        if (here)
            found.push_back(around(begin->word->box, last.word->box));
    }
}

/// "TOTALTTC", "NETA PAYER": the letters of the phrase with its blanks elsewhere; "MÈR E" of a
/// heading printed wide.
void PageText::add_glued(const std::vector<std::string>& wanted, std::vector<Box>& found) const {
    constexpr std::size_t least_letters = 7;
    constexpr std::size_t least_of_one = 4;
    std::string letters;
    for (const auto& word : wanted)
        letters += word;
    const bool one = wanted.size() == 1;
    if (letters.size() < (one ? least_of_one : least_letters))
        return;
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        std::string read;
        Box box = m_tokens[i].word->box;
        for (auto k = i; k < m_tokens.size() && m_tokens[k].line == m_tokens[i].line &&
                         read.size() < letters.size();
             ++k) {
            if (one && !is_of_capitals(m_tokens[k].word->text))
                break;
            read += m_tokens[k].text;
            box = around(box, m_tokens[k].word->box);
        }
        if (read == letters)
            found.push_back(box);
    }
}

/// "TOTAL TIC" for "total ttc": the first word and the others are right, and a picture was read.
void PageText::add_misread(const std::vector<std::string>& wanted, std::vector<Box>& found) const {
    for (std::size_t i = 0; wanted.size() > 1 && i + wanted.size() <= m_tokens.size(); ++i) {
        const auto* first = &m_tokens[i];
        const auto& last = m_tokens[i + wanted.size() - 1];
        bool here = first->text == wanted.front() && first->line == last.line;
        int misread = 0;
        for (std::size_t k = 1; here && k < wanted.size(); ++k) {
            const auto& token = first[k];
            const bool right = token.text == wanted[k];
            misread += right ? 0 : 1;
            here = right || (misread == 1 && token.word->clearness < 1 &&
                             but_one_letter(token.text, wanted[k]));
        }
        if (here)
            found.push_back(around(first->word->box, last.word->box));
    }
}

/// "Total de la facture HT" for "total facture ht": the words that say something are right, with
/// others or none between that link them.
void PageText::add_linked(const std::vector<std::string>& wanted, std::vector<Box>& found) const {
    constexpr std::size_t least_letters = 8;
    std::vector<std::string> told;
    std::size_t letters = 0;
    for (const auto& word : wanted)
        if (!links(word)) {
            told.push_back(word);
            letters += word.size();
        }
    if (told.size() < 2 || letters < least_letters || links(wanted.front()) || links(wanted.back()))
        return;
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        const bool begins = i == 0 || m_tokens[i - 1].line != m_tokens[i].line ||
                            !begins_small(m_tokens[i - 1].word->text);
        if (!begins) // "attestation d'ouverture de droits" is no "ouverture des droits"
            continue;
        if (const auto* last = end_of_linked(i, told))
            found.push_back(around(m_tokens[i].word->box, last->box));
    }
}

/// The last of those words, in their order and with no more than links between, from that token on;
/// null where they do not follow.
const Word* PageText::end_of_linked(std::size_t first, const std::vector<std::string>& told) const {
    std::size_t right = 0;
    for (auto k = first; k < m_tokens.size() && m_tokens[k].line == m_tokens[first].line; ++k) {
        if (m_tokens[k].text == told[right])
            ++right;
        else if (right == 0 || !links(m_tokens[k].text))
            return nullptr;
        if (right == told.size())
            return m_tokens[k].word;
    }
    return nullptr;
}

std::vector<Box> PageText::find_any(const std::vector<std::string>& phrases) const {
    std::vector<Box> found;
    for (const auto& phrase : phrases)
        for (const auto& box : find(phrase))
            found.push_back(box);
    return found;
}

} // namespace guichet::scan
