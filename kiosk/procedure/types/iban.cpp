// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/types/all.hpp"
#include "procedure/types/one_box.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace guichet::procedure::type {

namespace {

struct Length {
    std::string_view country;
    std::size_t length;
};

/// The SWIFT IBAN registry, with the French overseas codes that banks print.
constexpr std::array<Length, 88> lengths{{
    {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16}, {"BG", 22},
    {"BH", 22}, {"BI", 27}, {"BL", 27}, {"BR", 29}, {"BY", 28}, {"CH", 21}, {"CR", 22}, {"CY", 28},
    {"CZ", 24}, {"DE", 22}, {"DJ", 27}, {"DK", 18}, {"DO", 28}, {"EE", 20}, {"EG", 29}, {"ES", 24},
    {"FI", 18}, {"FO", 18}, {"FR", 27}, {"GB", 22}, {"GE", 22}, {"GF", 27}, {"GI", 23}, {"GL", 18},
    {"GP", 27}, {"GR", 27}, {"GT", 28}, {"HR", 21}, {"HU", 28}, {"IE", 22}, {"IL", 23}, {"IQ", 23},
    {"IS", 26}, {"IT", 27}, {"JO", 30}, {"KW", 30}, {"KZ", 20}, {"LB", 28}, {"LC", 32}, {"LI", 21},
    {"LT", 20}, {"LU", 20}, {"LV", 21}, {"LY", 25}, {"MC", 27}, {"MD", 24}, {"ME", 22}, {"MF", 27},
    {"MK", 19}, {"MQ", 27}, {"MR", 27}, {"MT", 31}, {"MU", 30}, {"NC", 27}, {"NL", 18}, {"NO", 15},
    {"PF", 27}, {"PK", 24}, {"PL", 28}, {"PM", 27}, {"PS", 29}, {"PT", 25}, {"QA", 29}, {"RE", 27},
    {"RO", 24}, {"RS", 22}, {"SA", 24}, {"SC", 31}, {"SE", 24}, {"SI", 19}, {"SK", 24}, {"SM", 27},
    {"ST", 25}, {"SV", 28}, {"TN", 24}, {"TR", 26}, {"UA", 29}, {"VA", 22}, {"VG", 24}, {"YT", 27},
}};

/// The rest by 97 of the account with its four first signs at the end, letters as 10 to 35
/// (ISO 13616); 1 when it is right.
int rest_by_97(std::string_view iban) {
    int rest = 0;
    const auto add = [&rest](char c) {
        rest = is_digit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
    };
    for (const char c : iban.substr(4))
        add(c);
    for (const char c : iban.substr(0, 4))
        add(c);
    return rest;
}

int rib_digit(char c) {
    if (is_digit(c))
        return c - '0';
    return c <= 'I' ? c - 'A' + 1 : c <= 'R' ? c - 'J' + 1 : c - 'S' + 2;
}

/// The key of a French account: 97 less the rest of 89 × bank + 15 × branch + 3 × account.
bool has_right_rib_key(std::string_view iban) {
    std::int64_t rest = 0;
    const auto part = [iban](std::size_t at, std::size_t length) {
        std::int64_t number = 0;
        for (const char c : iban.substr(at, length))
            number = number * 10 + rib_digit(c);
        return number;
    };
    rest = (89 * part(4, 5) + 15 * part(9, 5) + 3 * part(14, 11)) % 97;
    return 97 - rest == part(25, 2);
}

bool is_french(std::string_view country) {
    constexpr std::array<std::string_view, 12> codes{
        "FR", "GF", "GP", "MQ", "RE", "YT", "PM", "NC", "PF", "BL", "MF", "MC"};
    return std::ranges::find(codes, country) != codes.end();
}

class Iban : public NumberBox {
public:
    std::string_view name() const override { return "iban"; }

    std::vector<Part> parts(const Question&) const override {
        return {{.keyboard = Keyboard::Mixed, .longest = 48, .width = 36, .secret = true}};
    }

    std::string group(std::string_view typed) const override {
        return in_groups(compact(typed), {4});
    }

protected:
    tl::expected<std::string, Rejection> check(const Question&, std::string typed) const override {
        auto iban = compact(typed);
        if (iban.substr(0, 4) == "IBAN")
            iban.erase(0, 4);
        if (!std::ranges::all_of(iban, [](char c) { return is_digit(c) || is_letter(c); }))
            return reject(i18n::tr("Écrivez seulement des lettres et des chiffres."));
        const auto country = std::string_view(iban).substr(0, 2);
        const auto* known = std::ranges::find(lengths, country, &Length::country);
        if (known == lengths.end())
            return reject(i18n::tr("Un IBAN français commence par FR."));
        if (iban.size() < known->length)
            return reject(i18n::tr_count(
                "Il manque {n} signe.",
                "Il manque {n} signes.",
                static_cast<long>(known->length - iban.size())
            ));
        if (iban.size() > known->length)
            return reject(i18n::tr_count(
                "Enlevez {n} signe.",
                "Enlevez {n} signes.",
                static_cast<long>(iban.size() - known->length)
            ));
        const bool key = is_digit(iban[2]) && is_digit(iban[3]);
        if (!key || rest_by_97(iban) != 1 || (is_french(country) && !has_right_rib_key(iban)))
            return reject(i18n::tr("Un signe est faux : regardez votre RIB."));
        return iban;
    }
};

} // namespace

const Type& iban() {
    static const Iban type;
    return type;
}

} // namespace guichet::procedure::type
