// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/type.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::procedure::type {

/// What stands for a commune in Draft::chosen: "69383/69003", its code and one of its postal codes.
std::string commune_id(const Commune& commune);

/// Nothing when there is no such commune, or no table of places.
std::optional<Commune> find_commune(std::string_view id);

/// The communes for a postal code or the beginning of a name: "Lyon 3e (69003)".
std::vector<Option> match_communes(std::string_view typed);

/// The commune that was touched or, when the words typed fit one commune only, that one.
tl::expected<Commune, Rejection>
chosen_commune(const Draft& draft, std::string_view typed, int part);

/// Record {code, name, postal_code, departement}; all but the name unknown when the table does not
/// have it.
logic::Type commune_logic_type();
logic::Value commune_to_logic(const Commune& commune);

/// "69003 Lyon"; the name alone of one that the table does not have.
std::string commune_words(const Commune& commune);

/// The end of "12 rue des Lilas 69003 Lyon" as a draft's chosen commune, and what stands before it.
struct ReadCommune {
    std::string before;
    std::string words;
    std::vector<std::string> chosen;
};
ReadCommune read_commune(std::string_view text);

} // namespace guichet::procedure::type
