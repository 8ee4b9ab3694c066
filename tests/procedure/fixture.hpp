// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/answers.hpp"
#include "procedure/load.hpp"
#include "procedure/places.hpp"
#include "procedure/type.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace guichet::procedure {

/// The documents that the tests' procedures may read.
inline DocumentKinds some_kinds() {
    return {
        .kinds = {
            {.id = "identite",
             .name = {i18n::Domain::Forms, "Carte d’identité"},
             .fields = {"nom", "prenoms"}},
            {.id = "avis-imposition",
             .name = {i18n::Domain::Forms, "Avis d’impôt"},
             .fields = {"adresse"}},
        }};
}

/// A procedure that is right, around the steps given (indented by two).
inline std::string around(std::string_view steps, std::string_view rest = "") {
    return "procedure: essai\n"
           "title: Essai\n"
           "theme: logement\n"
           "verified: {on: 2026-11-20, source: cerfa}\n"
           "human: {phone: \"3646\", hours: \"Mo-Fr 08:30-17:30\", counter: Mairie, paper: S1}\n"
           "steps:\n" +
           std::string(steps) + std::string(rest);
}

inline std::shared_ptr<const Procedure> load(const std::string& yaml) {
    const auto loaded = load_procedure(yaml, "essai.yaml", some_kinds());
    if (!loaded)
        for (const auto& problem : loaded.error())
            FAIL_CHECK(to_text(problem));
    REQUIRE(loaded);
    return *loaded;
}

inline constexpr Date some_day{
    std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};

inline Answer typed(Value value) {
    return {.value = std::move(value), .origin = {}};
}

inline const Type& type(std::string_view name) {
    const auto* found = find_type(name);
    REQUIRE(found != nullptr);
    return *found;
}

/// A question of that type with nothing else said.
inline Question question_of(std::string_view name) {
    return {.id = "q", .type = &type(name), .label = i18n::tr("?")};
}

/// The tables of our own forms/geo; loaded once.
inline const Places& some_places() {
    static const auto places = Places::load(GUICHET_SOURCE "/forms/geo");
    if (!places)
        FAIL(places.error().detail);
    use_places(*places);
    return *places;
}

} // namespace guichet::procedure
