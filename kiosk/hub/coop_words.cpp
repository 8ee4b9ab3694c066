// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/coop_words.hpp"

#include <algorithm>
#include <array>

namespace guichet::hub {
namespace {

constexpr auto autonomies = std::to_array<CoopWord>({
    {"EntierementAccompagne", "entierement_accompagne", "Avec guidage"},
    {"PartiellementAutonome", "partiellement_autonome", "Autonome avec guidage en cas de besoin"},
    {"Autonome", "autonome", "Autonome"},
});

constexpr auto redirections = std::to_array<CoopWord>({
    {"Administration", "administration", "Administration (mairie, préfecture…)"},
    {"MediationNumerique", "mediation_numerique", "Autre structure de médiation numérique"},
    {"OperateurOuOrganismeEnCharge",
     "operateur_ou_organisme_en_charge",
     "Opérateur ou organisme en charge de la démarche administrative"},
    {"AideSociale",
     "aide_sociale",
     "Structure d’aide sociale (maison des solidarités, centre social…)"},
    {"InsertionProfessionnelle",
     "insertion_professionnelle",
     "Structure d’insertion professionnelle (France Travail, mission locale, chambre de "
     "commerce…)"},
    {"AideAuxDemarchesAdministratives",
     "aide_aux_demarches_administratives",
     "Structure d’aide aux démarches administratives (France Services…)"},
    {"Autre", "autre", "Autre"},
});

constexpr auto procedure_themes = std::to_array<CoopWord>({
    {"PapiersElectionsCitoyennete",
     "papiers_elections_citoyennete",
     "Papiers - Élections - Citoyenneté"},
    {"FamilleScolarite", "famille_scolarite", "Famille - Scolarité"},
    {"SocialSante", "social_sante", "Social - Santé"},
    {"TravailFormation", "travail_formation", "Travail - Formation - Entreprise"},
    {"Logement", "logement", "Logement"},
    {"TransportsMobilite", "transports_mobilite", "Transports - Mobilité"},
    {"ArgentImpots", "argent_impots", "Argent - Impôts"},
    {"Justice", "justice", "Justice"},
    {"EtrangersEurope", "etrangers_europe", "Étrangers - Europe"},
    {"LoisirsSportsCulture", "loisirs_sports_culture", "Loisirs - Sports - Culture"},
    {"Associations", "associations", "Associations"},
});

} // namespace

std::span<const CoopWord> coop_autonomies() {
    return autonomies;
}

std::span<const CoopWord> coop_redirections() {
    return redirections;
}

std::span<const CoopWord> coop_themes() {
    return procedure_themes;
}

const CoopWord* find_coop(std::span<const CoopWord> words, std::string_view api) {
    const auto found = std::ranges::find(words, api, &CoopWord::api);
    return found == words.end() ? nullptr : &*found;
}

} // namespace guichet::hub
