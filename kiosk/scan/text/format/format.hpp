// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/ocr/ocr.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::scan {

/// A value taken out of printed words.
struct Extract {
    std::string value; ///< as a person would type it; dates as 1968-03-14
    Box box;
    double sureness{1};        ///< the mean of the characters used
    std::vector<int> doubtful; ///< characters of `value`
    bool proven{false};        ///< by its own check digits
    bool refuted{false};       ///< it has check digits and they disagree
};

/// The first value of `format` among words in reading order; nullopt when there is none.
/// "digits:13" and "digits:4-8" count them; empty takes the words as they are.
std::optional<Extract> extract(std::string_view format, const std::vector<const Word*>& words);

/// All of them along one line: each next one begins behind the end of the one before.
std::vector<Extract> extract_all(std::string_view format, std::vector<const Word*> words);

/// Every format that needs no number behind it.
std::span<const std::string_view> format_names();
bool is_format(std::string_view format);

/// Whether the format leaves little room for something else: no words.
bool is_bounded(std::string_view format);

/// Whether it holds figures, which running text has too.
bool is_number(std::string_view format);

/// Whether it is of one day: "day" is not that of a period, "date" any.
bool is_day_format(std::string_view format);

bool is_address(std::string_view format);

bool is_name_of_person(std::string_view format);

/// Whether any words will do, so that what is none of the value must be told otherwise.
bool is_wordy(std::string_view format);

/// A date with a two-digit year or a digit that may be lost, and the month of a day alone, are at
/// most this sure.
inline constexpr double doubtful_date = 0.7;

/// Whether its shape alone tells what it is, whatever stands around it.
bool tells_itself(std::string_view format);

/// Whether a text as a whole is a value of that format.
bool is_value_of(std::string_view format, const std::string& text);

/// Whether a value of that format proves itself by check digits that leave chance one in 97 or
/// less.
bool has_key(std::string_view format);

/// Whether two values of one field are the same thing: letters without accents, numbers without
/// blanks, names as a machine-readable zone writes them.
bool same_value(std::string_view a, std::string_view b);

} // namespace guichet::scan
