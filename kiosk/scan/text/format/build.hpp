// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/format/format.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::scan {

using Words = std::vector<const Word*>;

/// Below this a character is marked as one that could be another.
inline constexpr float sure_letter = 0.8F;

/// "mme", "monsieur": what stands before the name of one person.
bool is_courtesy_title(std::string_view folded);

/// "et", "ou": what joins two people.
bool is_and(const Word* word);

/// "euros", "centimes".
bool is_money_word(std::string_view folded);

/// Behind an amount; the sign of the euro has no letters.
bool names_a_currency(std::string_view folded);

/// "née", "épouse": another family name of the same person follows.
bool is_born(std::string_view folded);

/// "de", "van": what goes on a name in small letters.
bool is_name_particle(std::string_view folded);
/// A word of a name: a capital and letters, or a particle.
bool is_name_word(const Word& word);
/// A point behind a word that is no abbreviation.
bool is_end_of_sentence(const Word& word);
/// "rue de Beauffort", "ZAC des Prés".
bool names_a_street(std::string_view folded);
/// "CS 10001", "BP 60108": before the number of a box at a post office.
bool names_a_post_box(std::string_view folded);
/// A postal code with the beginning of a town right behind it.
bool is_before_town(const Words& words, std::size_t i);

/// Grows a value together with where it came from.
class Builder {
public:
    /// `text` is what of the word goes into the value.
    void add(const Word& word, std::string_view text);
    /// The same; of digits (`digits_of`) those that were no digits are marked as doubtful.
    void add_digits(const Word& word, std::string_view text);
    /// The same as `add`, behind a blank when it is not the first.
    void go_on(const Word& word, std::string_view text);
    /// Marks the last characters added as doubtful.
    void mark_last(std::size_t count);
    /// Something that is not printed.
    void separate(std::string_view text);
    /// The value is written otherwise than it is printed ("14 mars 1968"): its characters cannot be
    /// marked one by one.
    void rewrite(std::string value);

    bool empty() const { return m_count == 0; }
    const std::string& value() const { return m_extract.value; }
    Extract take();

private:
    Extract m_extract;
    std::size_t m_letters{};
    double m_sum{};
    double m_count{};
};

/// The families of formats. Each gives the first value among words in reading order.
std::optional<Extract> extract_digits(std::size_t least, std::size_t most, const Words& words);
/// A word with a digit in it, of four characters or more, and the digits that go on after it; none
/// where that is a day or a year.
std::optional<Extract> extract_reference(const Words& words);
/// An office by its place, its number or both: "BRETAGNE 537 2201441809".
std::optional<Extract> extract_office(const Words& words);
/// Where electricity or gas is delivered: 14 digits (PDL, PRM, PCE), or "GI" and six.
std::optional<Extract> extract_delivery_point(const Words& words);
/// Where someone stands in a scale: "165", "1,25", "N3A".
std::optional<Extract> extract_grade(const Words& words);
/// The number of an act: "418", "000817", "417/1993".
std::optional<Extract> extract_act_number(const Words& words);
std::optional<Extract> extract_email(const Words& words);
/// Capitals and digits of a known length and shape, most of them with check digits.
std::optional<Extract> extract_identifier(std::string_view format, const Words& words);
std::optional<Extract> extract_amount(std::string_view format, const Words& words);
/// 1 to 12 of "mars", "janv"; 0 when it names no month.
int month_named(std::string_view folded);
std::optional<Extract> extract_date(std::string_view format, const Words& words);
/// "au", "–": what stands between the first and the last day of a period.
bool leads_to_end(const Word& word);
/// Everything up to a postal code and the town behind it.
std::optional<Extract> extract_address(const Words& words);
std::optional<Extract> extract_words(std::string_view format, const Words& words);

/// "0472916," of a sentence: what follows is no more of it.
bool ends_part(const Word& word);
std::string_view without_comma(const Word& word);

/// The digits of a word that is a number but for letters OCR takes for digits; empty when it is
/// none. Points and brackets around it, and a comma behind, are dropped.
std::string digits_of(const Word& word);

} // namespace guichet::scan
