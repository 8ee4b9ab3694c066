// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/types/all.hpp"
#include "procedure/types/one_box.hpp"

#include <algorithm>
#include <optional>

namespace guichet::procedure::type {

namespace {

bool is_local(char c) { // the unquoted characters of RFC 5321
    return is_letter(c) || is_digit(c) ||
           std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
}

bool is_dotted(std::string_view text) { // no dot at an end, none twice
    return !text.empty() && text.front() != '.' && text.back() != '.' &&
           text.find("..") == std::string_view::npos;
}

bool is_label(std::string_view label) {
    return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
           std::ranges::all_of(label, [](char c) {
               return is_letter(c) || is_digit(c) || c == '-';
           });
}

bool is_domain(std::string_view domain) {
    while (true) {
        const auto dot = domain.find('.');
        if (!is_label(domain.substr(0, dot)))
            return false;
        if (dot == std::string_view::npos)
            break;
        domain.remove_prefix(dot + 1);
    }
    return domain.size() >= 2 && !std::ranges::all_of(domain, is_digit);
}

std::optional<i18n::Message> wrong(std::string_view typed) {
    const auto at = typed.find('@');
    if (at == std::string_view::npos)
        return i18n::tr("Il manque le signe @.");
    if (typed.find('@', at + 1) != std::string_view::npos)
        return i18n::tr("Gardez un seul signe @.");
    const auto local = typed.substr(0, at);
    const auto domain = typed.substr(at + 1);
    if (local.empty())
        return i18n::tr("Écrivez ce qui est avant le signe @.");
    if (domain.empty())
        return i18n::tr("Écrivez ce qui est après le signe @.");
    if (std::ranges::any_of(typed, [](char c) { return (static_cast<unsigned>(c) & 0x80U) != 0; }))
        return i18n::tr("Une adresse e-mail s’écrit sans accent.");
    if (domain.find('.') == std::string_view::npos)
        return i18n::tr("Il manque la fin, par exemple « .fr ».");
    if (!std::ranges::all_of(local, is_local) || !is_dotted(local) || local.size() > 64 ||
        !is_domain(domain) || typed.size() > 254)
        return i18n::tr("Vérifiez l’adresse. Exemple : nom@exemple.fr");
    return {};
}

class Email : public OneBox {
public:
    std::string_view name() const override { return "email"; }

    std::vector<Part> parts(const Question&) const override {
        return {{.keyboard = Keyboard::Email, .longest = 254, .width = 36}};
    }

    std::string spoken(const Question& question, const Value& value, const i18n::Catalogue& words)
        const override {
        auto said = format(question, value, words);
        const auto at = said.find('@');
        if (at != std::string::npos)
            said.replace(at, 1, " " + words.text(i18n::tr("arobase")) + " ");
        return said;
    }

protected:
    tl::expected<std::string, Rejection> check(const Question&, std::string typed) const override {
        std::erase(typed, ' ');
        if (auto say = wrong(typed))
            return reject(std::move(*say));
        return typed;
    }
};

} // namespace

const Type& email() {
    static const Email type;
    return type;
}

} // namespace guichet::procedure::type
