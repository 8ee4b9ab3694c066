#pragma once

#include "scan/text/ocr.hpp"

#include <optional>
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

/// The first value of `format` among words in reading order; nullopt when there is none. Formats:
/// date, money, number, tax-number, digits:N, name, address; empty takes the words as they are.
std::optional<Extract> extract(std::string_view format, const std::vector<const Word*>& words);

/// Whether a French tax number (SPI, 13 digits) agrees with its last three: the first ten modulo
/// 511.
bool is_tax_number(std::string_view digits);

} // namespace guichet::scan
