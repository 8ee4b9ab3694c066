// SPDX-License-Identifier: GPL-3.0-or-later
#include "form.hpp"

#include "sheet.hpp"

#include <algorithm>
#include <iterator>

namespace samples {

namespace {

std::string two(long number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// The rest by 97 of a number of any length.
long rest_by_97(const std::string& digits) {
    long rest = 0;
    for (const char c : digits)
        rest = (rest * 10 + (c - '0')) % 97;
    return rest;
}

/// The digit that makes Luhn's sum a multiple of ten.
std::string luhn_digit(const std::string& digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        int value = digits[digits.size() - 1 - i] - '0';
        if (i % 2 == 0)
            value = value * 2 > 9 ? value * 2 - 9 : value * 2;
        sum += value;
    }
    return std::to_string((10 - sum % 10) % 10);
}

} // namespace

std::string with_nir_key(const std::string& thirteen) {
    return thirteen + two(97 - rest_by_97(thirteen));
}

std::string
french_iban(const std::string& bank, const std::string& branch, const std::string& account) {
    const long sum = 89 * std::stol(bank) + 15 * std::stol(branch) + 3 * std::stol(account);
    const auto number = bank + branch + account + two(97 - sum % 97);
    return "FR" + two(98 - rest_by_97(number + "152700")) + number; // F is 15, R is 27
}

std::string with_siret_digit(const std::string& eight, const std::string& four) {
    const auto siren = eight + luhn_digit(eight);
    return siren + four + luhn_digit(siren + four);
}

std::string in_groups(const std::string& text, const std::vector<std::size_t>& sizes) {
    std::string grouped;
    std::size_t at = 0;
    for (std::size_t i = 0; at < text.size(); ++i) {
        const auto size = sizes[std::min(i, sizes.size() - 1)];
        grouped += (at == 0 ? "" : " ") + text.substr(at, size);
        at += size;
    }
    return grouped;
}

guichet::Image draw(const Form& form, double dpi) {
    const Sheet::Colour paper{0.99, 0.99, 0.985};
    const Sheet::Colour card{0.9, 0.94, 0.95};
    const Sheet sheet(form.width, form.height, form.card ? card : paper, dpi);
    if (form.card)
        sheet.guilloche(form.width, form.height);
    for (const auto& print : form.prints)
        sheet.write(print.x, print.y, print.points, print.text, print.bold);
    return sheet.image();
}

std::vector<Form> all_forms() {
    std::vector<Form> all;
    for (const auto& some :
         {bank_and_work_forms(), home_forms(), rights_forms(), card_forms(), other_forms()})
        std::copy(some.begin(), some.end(), std::back_inserter(all));
    return all;
}

} // namespace samples
