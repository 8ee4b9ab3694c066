// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"

#include <map>
#include <string>
#include <vector>

namespace samples {

/// Something printed, in millimetres from the upper left corner.
struct Print {
    double x{};
    double y{};
    double points{};
    std::string text;
    bool bold{false};
};

/// A paper of some kind that nobody ever received: what is printed on it and what it says.
struct Form {
    std::string kind;
    double width{210};
    double height{140};
    std::vector<Print> prints{};
    std::map<std::string, std::string> fields{}; ///< truth: "rib.iban"
    bool card{false};                            ///< coloured, with wavy lines
};

/// One of every kind that is read by its words. All names are invented; the numbers pass their
/// checks.
std::vector<Form> bank_and_work_forms();
std::vector<Form> home_forms();
std::vector<Form> rights_forms();
std::vector<Form> card_forms();

/// Papers that are none of our kinds, though they have some of their words.
std::vector<Form> other_forms();

/// All of the above.
std::vector<Form> all_forms();

guichet::Image draw(const Form& form, double dpi);

/// Numbers that pass their checks, from their free digits.
std::string with_nir_key(const std::string& thirteen);
std::string
french_iban(const std::string& bank, const std::string& branch, const std::string& account);
std::string with_siret_digit(const std::string& eight, const std::string& four);

/// "1 23 45…": cut after so many characters each, the last size again and again.
std::string in_groups(const std::string& text, const std::vector<std::size_t>& sizes);

} // namespace samples
