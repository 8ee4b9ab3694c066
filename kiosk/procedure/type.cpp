// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/type.hpp"

#include "procedure/types/all.hpp"

#include <algorithm>

namespace guichet::procedure {

bool Draft::empty() const {
    return chosen.empty() && std::ranges::all_of(parts, [](const std::string& part) {
               return part.find_first_not_of(" \t\n") == std::string::npos;
           });
}

std::vector<Part> Type::parts(const Question&) const {
    return {};
}

std::string Type::group(std::string_view typed) const {
    return std::string(typed);
}

Draft Type::read(const Question&, std::string_view value) const {
    return {.parts = {group(value)}};
}

std::string
Type::spoken(const Question& question, const Value& value, const i18n::Catalogue& words) const {
    return format(question, value, words);
}

std::vector<Option> Type::matches(std::string_view) const {
    return {};
}

std::vector<std::string_view> Type::keys() const {
    return {};
}

const std::vector<const Type*>& types() {
    using namespace type;
    static const std::vector<const Type*> all{
        &text(),     &long_text(),   &family_name(),  &given_names(), &email(),
        &phone(),    &date(),        &month(),        &number(),      &money(),
        &yes_no(),   &choice(),      &many_choices(), &list(),        &address(),
        &commune(),  &departement(), &region(),       &country(),     &nationality(),
        &nir(),      &iban(),        &siret(),        &tax_number(),  &reference(),
        &document(), &consent(),     &information(),
    };
    return all;
}

const Type* find_type(std::string_view name) {
    const auto& all = types();
    const auto found = std::ranges::find(all, name, &Type::name);
    return found == all.end() ? nullptr : *found;
}

} // namespace guichet::procedure
