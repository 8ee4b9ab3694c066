// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.hpp"
#include "procedure/types/all.hpp"
#include "procedure/types/one_box.hpp"

namespace guichet::procedure::type {

namespace {

enum class Which { Family, Given };

bool is_in_a_name(char32_t c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                        (c >= 0xC0 && c != 0xD7 && c != 0xF7 && (c < 0x2000 || c > 0x2BFF));
    return letter || c == ' ' || c == '-' || c == '\'' || c == 0x2019 || c == 0x2010 || c == '.' ||
           c == 0xB7;
}

bool is_word(char32_t c) {
    return is_in_a_name(c) && c != ' ' && c != '-' && c != '\'' && c != '.' && c != 0x2019;
}

/// A name as the person writes it: nothing is put in capitals or corrected.
class Name : public OneBox {
public:
    explicit Name(Which which) : m_which(which) {}

    std::string_view name() const override {
        return m_which == Which::Family ? "family-name" : "given-names";
    }

    std::vector<Part> parts(const Question&) const override {
        return {{.keyboard = Keyboard::Letters, .longest = 100, .width = 28, .capitals = true}};
    }

protected:
    tl::expected<std::string, Rejection> check(const Question&, std::string typed) const override {
        if (count_characters(typed) > 100)
            return reject(i18n::tr("C’est trop long : 100 lettres au plus."));
        bool has_letter = false;
        for (std::size_t at = 0; at < typed.size();) {
            const auto c = next_character(typed, at);
            if (c >= '0' && c <= '9')
                return reject(i18n::tr("Un nom s’écrit sans chiffre."));
            if (!is_in_a_name(c) && !(c == ',' && m_which == Which::Given))
                return reject(i18n::tr("Écrivez seulement des lettres."));
            has_letter = has_letter || is_word(c);
        }
        if (!has_letter)
            return reject(i18n::tr("Écrivez seulement des lettres."));
        return typed;
    }

private:
    Which m_which;
};

} // namespace

const Type& family_name() {
    static const Name type(Which::Family);
    return type;
}

const Type& given_names() {
    static const Name type(Which::Given);
    return type;
}

} // namespace guichet::procedure::type
