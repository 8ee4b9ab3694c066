// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/types/all.hpp"
#include "procedure/types/one_box.hpp"

#include <cstdint>

namespace guichet::procedure::type {

namespace {

constexpr std::size_t length = 13;

/// The last three digits are the rest of the first ten by 511.
bool has_right_key(std::string_view digits) {
    std::int64_t number = 0;
    for (const char c : digits.substr(0, 10))
        number = number * 10 + (c - '0');
    std::int64_t key = 0;
    for (const char c : digits.substr(10))
        key = key * 10 + (c - '0');
    return number % 511 == key;
}

class TaxNumber : public NumberBox {
public:
    std::string_view name() const override { return "tax-number"; }

    std::vector<Part> parts(const Question&) const override {
        return {{.keyboard = Keyboard::Digits, .longest = 20, .width = 20, .secret = true}};
    }

    std::string group(std::string_view typed) const override { // as on tax notices
        return in_groups(compact(typed), {2, 2, 3, 3, 3});
    }

protected:
    tl::expected<std::string, Rejection> check(const Question&, std::string typed) const override {
        auto number = compact(typed);
        if (!all_digits(number))
            return reject(i18n::tr("Écrivez seulement des chiffres."));
        if (number.size() != length)
            return wrong_length(number.size(), length);
        if (number.front() > '3' || !has_right_key(number))
            return reject(i18n::tr("Un chiffre est faux : regardez votre avis d’impôt."));
        return number;
    }
};

} // namespace

const Type& tax_number() {
    static const TaxNumber type;
    return type;
}

} // namespace guichet::procedure::type
