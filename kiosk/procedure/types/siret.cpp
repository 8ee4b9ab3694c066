// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/types/all.hpp"
#include "procedure/types/one_box.hpp"

namespace guichet::procedure::type {

namespace {

constexpr std::size_t siren_length = 9;
constexpr std::size_t siret_length = 14;

bool luhn(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int digit = digits[digits.size() - 1 - i] - '0';
        const int twice = digit * 2;
        sum += i % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
    }
    return sum % 10 == 0;
}

/// La Poste has more establishments than its SIREN allows: their digits add up to a multiple of 5.
bool is_la_poste(std::string_view siret) {
    int sum = 0;
    for (const char c : siret)
        sum += c - '0';
    return siret.substr(0, siren_length) == "356000000" && sum % 5 == 0;
}

bool is_right(std::string_view number) {
    if (number.size() == siren_length)
        return luhn(number);
    return luhn(number.substr(0, siren_length)) && (luhn(number) || is_la_poste(number));
}

class Siret : public NumberBox {
public:
    std::string_view name() const override { return "siret"; }

    std::vector<Part> parts(const Question&) const override {
        return {{.keyboard = Keyboard::Digits, .longest = 20, .width = 20}};
    }

    std::string group(std::string_view typed) const override {
        return in_groups(compact(typed), {3, 3, 3, 5});
    }

protected:
    /// A SIRET, or a SIREN alone.
    tl::expected<std::string, Rejection> check(const Question&, std::string typed) const override {
        auto number = compact(typed);
        if (!all_digits(number))
            return reject(i18n::tr("Écrivez seulement des chiffres."));
        if (number.size() < siren_length)
            return wrong_length(number.size(), siren_length);
        if (number.size() != siren_length && number.size() != siret_length)
            return wrong_length(number.size(), siret_length);
        if (!is_right(number))
            return reject(i18n::tr("Un chiffre est faux : vérifiez le numéro."));
        return number;
    }
};

} // namespace

const Type& siret() {
    static const Siret type;
    return type;
}

} // namespace guichet::procedure::type
