// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace samples {

/// Somebody who does not exist, and the numbers on their papers.
struct Person {
    std::string family_name; ///< as in a machine-readable zone: capitals, no accents
    std::string given_names;
    std::string birth; ///< 1968-03-14
    char sex{'F'};
    std::string expiry;           ///< 2031-06-20
    std::string card_number;      ///< nine characters
    std::string old_card_number;  ///< twelve: year and month of issue first
    std::string passport_number;  ///< nine
    std::string tax_number_start; ///< ten digits; the other three follow from them
    std::string notice_reference; ///< thirteen digits
    std::string street;
    std::string town; ///< "63000 CLERMONT-FERRAND"
    int income{};     ///< revenu fiscal de référence
    std::string parts;
};

/// The people of all samples; the first is the one of the sample visit.
const std::vector<Person>& people();

/// All thirteen digits: the last three are the first ten modulo 511.
std::string tax_number(const Person& person);

/// Machine-readable zones (ICAO Doc 9303 parts 5 and 4; the French card of 1988).
std::vector<std::string> card_zone(const Person& person);
std::vector<std::string> old_card_zone(const Person& person);
std::vector<std::string> passport_zone(const Person& person);

} // namespace samples
