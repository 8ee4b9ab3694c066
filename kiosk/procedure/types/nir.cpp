// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/types/all.hpp"
#include "procedure/types/one_box.hpp"

#include <cstdint>

namespace guichet::procedure::type {

namespace {

constexpr std::size_t whole_length = 15;

int number_at(std::string_view nir, std::size_t at, std::size_t length) {
    int number = 0;
    for (const char c : nir.substr(at, length))
        number = number * 10 + (c - '0');
    return number;
}

bool is_corsican(std::string_view nir) {
    return nir[5] == '2' && (nir[6] == 'A' || nir[6] == 'B');
}

/// Sex, month, departement and order numbers that exist (INSEE; facts/documents.md 1.4).
bool is_possible(std::string_view nir) {
    const auto month = number_at(nir, 3, 2);
    const bool known_month = month >= 1 && month <= 12;
    const bool unknown_month = (month >= 20 && month <= 42) || month >= 50;
    const bool place = is_corsican(nir) || number_at(nir, 5, 2) > 0;
    return (nir[0] >= '1' && nir[0] <= '8' && nir[0] != '5' && nir[0] != '6') &&
           (known_month || unknown_month) && place && number_at(nir, 10, 3) > 0;
}

/// 97 less the rest of the thirteen digits by 97, with 19 for 2A and 18 for 2B.
bool has_right_key(std::string_view nir) {
    std::string digits(nir.substr(0, 13));
    if (is_corsican(nir)) {
        digits[5] = '1';
        digits[6] = nir[6] == 'A' ? '9' : '8';
    }
    std::int64_t number = 0;
    for (const char c : digits)
        number = number * 10 + (c - '0');
    return 97 - number % 97 == number_at(nir, 13, 2);
}

class Nir : public NumberBox {
public:
    std::string_view name() const override { return "nir"; }

    std::vector<Part> parts(const Question&) const override {
        return {{.keyboard = Keyboard::Nir, .longest = 24, .width = 24, .secret = true}};
    }

    std::string group(std::string_view typed) const override {
        return in_groups(compact(typed), {1, 2, 2, 2, 3, 3, 2});
    }

protected:
    tl::expected<std::string, Rejection> check(const Question&, std::string typed) const override {
        auto nir = compact(typed);
        if (nir.size() == 13 && has_right_signs(nir))
            return reject(i18n::tr("Écrivez aussi les 2 derniers chiffres, la clé."));
        if (!has_right_signs(nir))
            return reject(i18n::tr("Écrivez seulement les chiffres de la carte Vitale."));
        if (nir.size() != whole_length)
            return wrong_length(nir.size(), whole_length);
        if (!is_possible(nir) || !has_right_key(nir))
            return reject(i18n::tr("Un chiffre est faux : regardez la carte Vitale."));
        return nir;
    }

private:
    /// Digits only, but for the A or B of a Corsican departement.
    static bool has_right_signs(std::string_view nir) {
        for (std::size_t i = 0; i < nir.size(); ++i)
            if (!is_digit(nir[i]) && !(i == 6 && nir[5] == '2' && (nir[i] == 'A' || nir[i] == 'B')))
                return false;
        return true;
    }
};

} // namespace

const Type& nir() {
    static const Nir type;
    return type;
}

} // namespace guichet::procedure::type
