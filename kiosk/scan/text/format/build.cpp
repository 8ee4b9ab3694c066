// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/format/build.hpp"

#include "scan/text/boxes.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace guichet::scan {

namespace {

double mean_of(const Word& word) {
    double sum = 0;
    for (const float sure : word.sureness)
        sum += sure;
    return word.sureness.empty() ? 0 : sum / static_cast<double>(word.sureness.size());
}

} // namespace

bool is_courtesy_title(std::string_view folded) {
    constexpr std::array<std::string_view, 8> titles{
        "m", "mr", "mme", "mlle", "mile", "monsieur", "madame", "mademoiselle"};
    return std::ranges::find(titles, folded) != titles.end();
}

bool is_and(const Word* word) {
    return word->folded == "et" || word->folded == "ou";
}

bool is_money_word(std::string_view folded) {
    return folded == "euro" || folded == "euros" || folded == "centime" || folded == "centimes";
}

bool names_a_currency(std::string_view folded) {
    return folded.empty() || folded == "eur" || folded == "euro" || folded == "euros";
}

bool is_born(std::string_view folded) {
    constexpr std::array<std::string_view, 7> born{
        "nee", "ne", "veuve", "vve", "epouse", "epse", "ep"};
    return std::ranges::find(born, folded) != born.end();
}

bool is_name_particle(std::string_view folded) {
    constexpr std::array<std::string_view, 17> particles{
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "van",
        "von",
        "el",
        "al",
        "ben",
        "da",
        "do",
        "dos",
        "das",
        "di",
        "bin"};
    return std::ranges::find(particles, folded) != particles.end();
}

bool is_name_word(const Word& word) {
    const auto letters = fold(word.text);
    const bool odd = word.text.find_first_of(":()[]{}|*=<>\"@#/") != std::string::npos ||
                     word.text.find("«") != std::string::npos ||
                     word.text.find("»") != std::string::npos;
    const auto behind = behind_elision(word.text); // "d'Ornano"
    const bool elided = behind && begins_with_capital(*behind);
    return letters.size() >= 2 && !odd && std::ranges::none_of(word.text, is_digit) &&
           (begins_with_capital(word.text) || is_name_particle(letters) || elided);
}

void Builder::add(const Word& word, std::string_view text) {
    const double mean = mean_of(word);
    if (m_count == 0)
        m_extract.box = word.box;
    m_extract.box = around(m_extract.box, word.box);
    const auto letters = letter_count(text);
    const bool whole = letters == word.sureness.size();
    for (std::size_t i = 0; i < letters; ++i) {
        const float sure = whole ? word.sureness[i] : static_cast<float>(mean);
        if (sure < sure_letter)
            m_extract.doubtful.push_back(static_cast<int>(m_letters + i));
        m_sum += sure;
        m_count += 1;
    }
    if (letters == 0) { // used, though nothing of it is in the value
        m_sum += mean;
        m_count += 1;
    }
    m_extract.value += text;
    m_letters += letters;
}

void Builder::add_digits(const Word& word, std::string_view text) {
    add(word, text);
    std::string printed;
    std::ranges::copy_if(word.text, std::back_inserter(printed), is_digit);
    if (std::ranges::all_of(text, is_digit) && printed != text)
        mark_last(text.size());
}

void Builder::go_on(const Word& word, std::string_view text) {
    const auto& value = m_extract.value;
    const bool parted = value.ends_with('-') && !value.ends_with(" -"); // "OYONO-" over "MENGUE"
    if (!empty() && !parted && text != "." && text != ",")
        separate(" ");
    add(word, text);
}

void Builder::mark_last(std::size_t count) {
    const auto begin = static_cast<int>(m_letters - std::min(count, m_letters));
    std::erase_if(m_extract.doubtful, [&](int at) { return at >= begin; });
    for (int at = begin; at < static_cast<int>(m_letters); ++at)
        m_extract.doubtful.push_back(at);
}

void Builder::separate(std::string_view text) {
    m_extract.value += text;
    m_letters += letter_count(text);
}

void Builder::rewrite(std::string value) {
    m_extract.value = std::move(value);
    const bool marked = !m_extract.doubtful.empty();
    m_extract.doubtful.clear();
    for (int i = 0; marked && i < static_cast<int>(letter_count(m_extract.value)); ++i)
        m_extract.doubtful.push_back(i);
}

Extract Builder::take() {
    m_extract.sureness = m_count > 0 ? m_sum / m_count : 0;
    return std::move(m_extract);
}

bool ends_part(const Word& word) {
    return word.text.ends_with(',');
}

std::string_view without_comma(const Word& word) {
    return std::string_view(word.text).substr(0, word.text.size() - (ends_part(word) ? 1 : 0));
}

std::string digits_of(const Word& word) {
    constexpr std::string_view lookalikes = "OoQIl|SBZ";
    constexpr std::string_view meant = "000111582";
    std::string digits;
    std::size_t changed = 0;
    for (const char c : without_comma(word)) {
        const auto like = lookalikes.find(c);
        if (is_digit(c))
            digits += c;
        else if (like != std::string_view::npos && c != '|') {
            digits += meant[like];
            ++changed;
        } else if (c != '.' && c != '(' && c != ')' && c != ':' && c != '|' && c != '[' && c != ']')
            return {};
    }
    return changed * 2 > digits.size() ? std::string() : digits;
}

} // namespace guichet::scan
