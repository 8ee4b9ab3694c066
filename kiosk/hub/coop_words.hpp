// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace guichet::hub {

/// A word of La Coop de la médiation numérique: in its form and the links to it, in its data, and
/// as people read it (facts/mediation.md section 1.2).
struct CoopWord {
    std::string_view form;
    std::string_view api;
    std::string_view label;
};

/// How much somebody managed alone, from least to most.
std::span<const CoopWord> coop_autonomies();
/// Where somebody was sent on to.
std::span<const CoopWord> coop_redirections();
/// The eleven themes of procedures, in the order of guichet::themes(). La Coop takes one only
/// beside `coop_paperwork`.
std::span<const CoopWord> coop_themes();

inline constexpr CoopWord coop_paperwork{
    "AideAuxDemarchesAdministratives",
    "aide_aux_demarches_administratives",
    "Aide aux démarches administratives"};
/// A kiosk is none of the equipment La Coop names.
inline constexpr CoopWord coop_equipment{"Autre", "autre", "Autre"};
inline constexpr CoopWord coop_place{"LieuActivite", "lieu_activite", "Lieu d’activité"};
inline constexpr CoopWord coop_kind{"Individuel", "individuel", "Accompagnement individuel"};
/// Of who the person is: never asked, and a value La Coop knows.
inline constexpr CoopWord coop_not_told{"NonCommunique", "non_communique", "Non communiqué"};

/// By its `api`; null: none of them.
const CoopWord* find_coop(std::span<const CoopWord> words, std::string_view api);

} // namespace guichet::hub
