// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/types/all.hpp"
#include "procedure/types/one_box.hpp"

#include <algorithm>
#include <array>

namespace guichet::procedure::type {

namespace {

/// Digits, and a "+" in front for "+", "00" or "(+33)"; every other sign but blanks and usual
/// punctuation stays, for the check to refuse.
std::string significant(std::string_view typed) {
    std::string kept;
    for (const char c : tidy(typed))
        if (std::string_view(" .-/()_").find(c) == std::string_view::npos)
            kept += c;
    if (kept.substr(0, 2) == "00")
        kept.replace(0, 2, "+");
    return kept;
}

/// How many digits the country code of "+…" has (ITU-T E.164).
std::size_t country_code_length(std::string_view digits) {
    constexpr std::string_view two =
        "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 "
        "54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 "
        "94 95 98";
    if (!digits.empty() && (digits.front() == '1' || digits.front() == '7'))
        return 1;
    const auto found = two.find(digits.substr(0, 2));
    return digits.size() >= 2 && found != std::string_view::npos && found % 3 == 0 ? 2 : 3;
}

/// "+33612345678" and "+590690123456" as they are dialled in France: these departements use the
/// same ten digits.
std::string to_national(const std::string& number) {
    constexpr std::array<std::string_view, 4> overseas{"+262", "+590", "+594", "+596"};
    auto rest = number.substr(std::min<std::size_t>(number.size(), 3));
    if (number.substr(0, 3) == "+33") {
        if (rest.size() == 10 && rest.front() == '0') // +33 (0)6 12 34 56 78
            rest.erase(0, 1);
        return rest.size() == 9 && rest.front() != '0' ? "0" + rest : number;
    }
    const auto code = number.substr(0, 4);
    rest = number.substr(std::min<std::size_t>(number.size(), 4));
    if (std::ranges::find(overseas, code) != overseas.end() && rest.size() == 10 &&
        rest.front() == '0')
        rest.erase(0, 1);
    if (std::ranges::find(overseas, code) != overseas.end() && rest.size() == 9)
        return "0" + rest;
    if (code == "+508" && rest.size() == 6) // Saint-Pierre-et-Miquelon
        return "0508" + rest;
    return number;
}

class Phone : public NumberBox {
public:
    std::string_view name() const override { return "phone"; }

    std::vector<Part> parts(const Question&) const override {
        return {{.keyboard = Keyboard::Phone, .longest = 24, .width = 18}};
    }

    std::string group(std::string_view typed) const override {
        const auto kept = significant(typed);
        if (kept.empty() || kept.front() != '+')
            return in_groups(kept, {2});
        const auto code = country_code_length(std::string_view(kept).substr(1));
        const auto rest = kept.size() > code + 1 ? kept.size() - code - 1 : 0;
        return in_groups(kept, {code + 1, rest % 2 == 0 ? 2U : 1U, 2});
    }

    std::string spoken(const Question& question, const Value& value, const i18n::Catalogue& words)
        const override {
        auto said = NumberBox::spoken(question, value, words);
        if (said.substr(0, 2) == "+ ")
            said.replace(0, 1, words.text(i18n::tr("plus")));
        return said;
    }

protected:
    tl::expected<std::string, Rejection> check(const Question&, std::string typed) const override {
        const auto number = to_national(significant(typed));
        const bool abroad = number.front() == '+';
        const auto digits = std::string_view(number).substr(abroad ? 1 : 0);
        if (!all_digits(digits))
            return reject(i18n::tr("Écrivez seulement des chiffres."));
        if (abroad)
            return check_abroad(number, digits);
        if (digits.front() != '0')
            return reject(i18n::tr("Le numéro commence par 0, ou par + à l’étranger."));
        if (digits.size() < 10)
            return reject(i18n::tr_count(
                "Il manque {n} chiffre.",
                "Il manque {n} chiffres.",
                10 - static_cast<long>(digits.size())
            ));
        if (digits.size() > 10)
            return reject(i18n::tr("Il y a trop de chiffres : un numéro en a 10."));
        if (digits[1] == '0')
            return reject(i18n::tr("Vérifiez les deux premiers chiffres."));
        return number;
    }

private:
    static tl::expected<std::string, Rejection>
    check_abroad(const std::string& number, std::string_view digits) {
        const bool french = digits.substr(0, 2) == "33"; // otherwise it would be national by now
        if (french || digits.front() == '0' || digits.size() < 7 || digits.size() > 15)
            return reject(i18n::tr("Vérifiez les chiffres après le signe +."));
        return number;
    }
};

} // namespace

const Type& phone() {
    static const Phone type;
    return type;
}

} // namespace guichet::procedure::type
