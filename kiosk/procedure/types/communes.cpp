// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/types/communes.hpp"

#include "procedure/places.hpp"
#include "procedure/types/one_box.hpp"
#include "procedure/types/pick.hpp"

#include <algorithm>

namespace guichet::procedure::type {

namespace {

std::string departement_of(std::string_view commune_code) {
    const bool overseas = commune_code.substr(0, 2) == "97" || commune_code.substr(0, 2) == "98";
    return std::string(commune_code.substr(0, overseas ? 3 : 2));
}

logic::Type string_type() {
    return {.kind = logic::Type::Kind::String};
}

} // namespace

std::string commune_id(const Commune& commune) {
    return commune.code + "/" + commune.postal_code;
}

std::optional<Commune> find_commune(std::string_view id) {
    const auto slash = id.find('/');
    const auto* places = known_places();
    if (places == nullptr || slash == std::string_view::npos)
        return {};
    const auto* commune = places->commune(id.substr(0, slash), id.substr(slash + 1));
    if (commune == nullptr)
        return {};
    return *commune;
}

std::vector<Option> match_communes(std::string_view typed) {
    std::vector<Option> options;
    const auto* places = known_places();
    if (places == nullptr)
        return options;
    for (const auto& commune : places->communes(typed, most_matches))
        options.push_back(
            {.id = commune_id(commune),
             .label = i18n::verbatim(commune.name + " (" + commune.postal_code + ")")}
        );
    return options;
}

tl::expected<Commune, Rejection>
chosen_commune(const Draft& draft, std::string_view typed, int part) {
    if (!draft.chosen.empty()) {
        if (auto commune = find_commune(draft.chosen.front()))
            return *commune;
        return reject(i18n::tr("Choisissez votre commune dans la liste."), part);
    }
    const auto words = tidy(typed);
    if (words.empty())
        return reject(i18n::tr("Écrivez votre code postal."), part);
    const auto* places = known_places();
    const auto found = places == nullptr ? std::vector<Commune>() : places->communes(words, 2);
    const bool whole = all_digits(words)
                           ? words.size() == 5 // not the beginning of another one
                           : !found.empty() && fold(found.front().name) == fold(words);
    if (found.size() == 1 && whole)
        return found.front();
    return reject(
        found.empty() ? i18n::tr("Vérifiez le code postal ou le nom.")
                      : i18n::tr("Choisissez votre commune dans la liste."),
        part
    );
}

logic::Type commune_logic_type() {
    return {
        .kind = logic::Type::Kind::Record,
        .fields = {
            {"code", string_type()},
            {"name", string_type()},
            {"postal_code", string_type()},
            {"departement", string_type()}}};
}

logic::Value commune_to_logic(const Commune& commune) {
    const auto known = [&](std::string text) {
        return commune.code.empty() ? logic::Value(logic::Unknown{})
                                    : logic::Value(std::move(text));
    };
    logic::Map fields;
    fields.emplace_back(logic::Value("code"), known(commune.code));
    fields.emplace_back(logic::Value("name"), logic::Value(commune.name));
    fields.emplace_back(logic::Value("postal_code"), known(commune.postal_code));
    fields.emplace_back(logic::Value("departement"), known(departement_of(commune.code)));
    return logic::Value(std::move(fields));
}

std::string commune_words(const Commune& commune) {
    return commune.code.empty() ? commune.name : commune.postal_code + " " + commune.name;
}

ReadCommune read_commune(std::string_view text) {
    const auto words = tidy(text);
    auto at = words.size();
    for (std::size_t i = 0; i + 5 <= words.size(); ++i) // the last five digits that stand alone
        if (all_digits(std::string_view(words).substr(i, 5)) &&
            (i == 0 || !is_digit(words[i - 1])) && (i + 5 == words.size() || words[i + 5] == ' '))
            at = i;
    if (at == words.size())
        return {.before = words, .words = {}, .chosen = {}};
    ReadCommune found{
        .before = tidy(std::string_view(words).substr(0, at)),
        .words = words.substr(at),
        .chosen = {}};
    while (!found.before.empty() && found.before.back() == ',')
        found.before.pop_back();
    const auto* places = known_places();
    if (places == nullptr)
        return found;
    const auto communes = places->communes(found.words, 50);
    const auto name = fold(std::string_view(found.words).substr(5));
    for (const auto& commune : communes)
        if (communes.size() == 1 || fold(commune.name) == name)
            found.chosen = {commune_id(commune)};
    return found;
}

} // namespace guichet::procedure::type
