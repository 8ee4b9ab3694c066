// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/coop_report.hpp"

#include "hub/coop_words.hpp"
#include "hub/small_cells.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>
#include <map>
#include <span>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

namespace guichet::hub {
namespace {

constexpr const char* merged = "autres";
constexpr std::size_t month_length = 7;

constexpr auto titles = std::to_array<std::string_view>({
    "Date",
    "Enregistré le",
    "Dernière modification le",
    "Type",
    "Participants",
    "Canaux d’accompagnement",
    "Nom du lieu",
    "Adresse",
    "Commune",
    "Code postal",
    "Code Insee",
    "Durée (min)",
    "Nom de l’atelier",
    "Matériel numérique utilisé",
    "Thématique(s) d’accompagnement",
    "Tags",
    "Nom de la démarche administrative",
    "Niveau d’autonomie (ou de l’atelier)",
    "Bénéficiaire réorienté",
    "Structure de redirection",
    "Commune du bénéficiaire",
    "Code postal du bénéficiaire",
    "Code Insee du bénéficiaire",
    "Genre du bénéficiaire",
    "Tranche d’âge du bénéficiaire",
    "Statut du bénéficiaire",
    "ID CRA",
    "Nombre",
});

std::vector<Activity> told_by(const std::vector<Activity>& activities, Teller teller) {
    std::vector<Activity> some;
    std::ranges::copy_if(activities, std::back_inserter(some), [&](const Activity& each) {
        return each.teller == teller;
    });
    return some;
}

/// Quoted; a leading sign that a spreadsheet would run as a formula cannot occur in our words.
std::string line(std::span<const std::string_view> cells) {
    std::string text;
    for (const auto cell : cells) {
        text += text.empty() ? "\"" : ",\"";
        for (const char letter : cell)
            text += letter == '"' ? std::string("\"\"") : std::string(1, letter);
        text += '"';
    }
    return text + "\r\n";
}

std::string label_of(std::span<const CoopWord> words, const std::string& api) {
    const auto* word = find_coop(words, api);
    return word == nullptr ? std::string{} : std::string(word->label);
}

/// "2/3": La Coop's way to show it.
std::string level(const std::string& autonomy) {
    const auto words = coop_autonomies();
    const auto* word = find_coop(words, autonomy);
    if (word == nullptr)
        return {};
    return std::to_string(word - words.data() + 1) + "/" + std::to_string(words.size());
}

/// Several values stand on lines of one cell.
std::string themes_cell(const Cell& cell) {
    if (cell.theme_merged)
        return merged;
    if (cell.theme.empty())
        return {};
    return std::string(coop_paperwork.label) + "\n" + label_of(coop_themes(), cell.theme);
}

std::string count_cell(const Cell& cell) {
    return cell.count < smallest_cell ? "moins de " + std::to_string(smallest_cell)
                                      : std::to_string(cell.count);
}

std::string csv_line(const Cell& cell, const std::string& site) {
    const std::string details = cell.details_merged ? merged : "";
    std::map<std::string_view, std::string> known{
        {"Date", cell.when.empty() ? merged : cell.when},
        {"Type", std::string(coop_kind.label)},
        {"Participants", "1"},
        {"Canaux d’accompagnement", std::string(coop_place.label)},
        {"Nom du lieu", site},
        {"Durée (min)", cell.minutes == 0 ? details : std::to_string(cell.minutes)},
        {"Matériel numérique utilisé", std::string(coop_equipment.label)},
        {"Thématique(s) d’accompagnement", themes_cell(cell)},
        {"Niveau d’autonomie (ou de l’atelier)", details + level(cell.autonomy)},
        {"Bénéficiaire réorienté", cell.redirected.empty() ? details : "Oui"},
        {"Structure de redirection", details + label_of(coop_redirections(), cell.redirected)},
        {"Genre du bénéficiaire", std::string(coop_not_told.label)},
        {"Tranche d’âge du bénéficiaire", std::string(coop_not_told.label)},
        {"Statut du bénéficiaire", "Non communiqué ou hétérogène"},
        {"Nombre", count_cell(cell)}};
    std::array<std::string_view, titles.size()> cells{};
    for (std::size_t at = 0; at < titles.size(); at++)
        cells.at(at) = known[titles.at(at)];
    return line(cells);
}

Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

/// Nobody is asked who they are: all of them are "non communiqué".
Json people_json(int count) {
    const auto family = [&](std::initializer_list<const char*> others) {
        Json counts{{std::string(coop_not_told.api), count}};
        for (const auto* each : others)
            counts[each] = 0;
        return counts;
    };
    return {
        {"total", count},
        {"genres", family({"masculin", "feminin"})},
        {"tranches_age",
         family(
             {"moins_de_douze",
              "douze_dix_huit",
              "dix_huit_vingt_quatre",
              "vingt_cinq_trente_neuf",
              "quarante_cinquante_neuf",
              "soixante_soixante_neuf",
              "soixante_dix_plus"}
         )},
        {"statuts", family({"scolarise", "sans_emploi", "en_emploi", "retraite"})}};
}

Json merged_names(const Cell& cell) {
    auto names = Json::array();
    if (cell.when.size() <= month_length)
        names.push_back("date");
    if (cell.theme_merged)
        names.push_back("thematiques");
    if (cell.details_merged)
        for (const auto* name :
             {"duree", "autonomie", "oriente_vers_structure", "structure_de_redirection"})
            names.push_back(name);
    return names;
}

Json themes_json(const Cell& cell) {
    auto themes = Json::array();
    if (cell.theme.empty())
        return themes;
    themes.push_back(std::string(coop_paperwork.api));
    themes.push_back(cell.theme);
    return themes;
}

Json resource(const Cell& cell, std::size_t number) {
    const bool few = cell.count < smallest_cell;
    const auto count = few ? Json(nullptr) : Json(cell.count);
    Json attributes{
        {"type", std::string(coop_kind.api)},
        {"mediateur_id", nullptr},
        {"user_id", nullptr},
        {"accompagnements", count},
        {"date", text_or_null(cell.when)},
        {"duree", cell.minutes == 0 ? Json(nullptr) : Json(cell.minutes)},
        {"type_lieu", std::string(coop_place.api)},
        {"autonomie", text_or_null(cell.autonomy)},
        {"oriente_vers_structure", cell.redirected.empty() ? Json(nullptr) : Json(true)},
        {"structure_de_redirection", text_or_null(cell.redirected)},
        {"materiel", Json::array({std::string(coop_equipment.api)})},
        {"thematiques", themes_json(cell)},
        {"tags", Json::array()},
        {"beneficiaires", few ? Json(nullptr) : people_json(cell.count)}};
    for (const auto* never :
         {"structure_id",
          "lieu_code_postal",
          "lieu_commune",
          "lieu_code_insee",
          "creation",
          "modification",
          "suppression",
          "precisions_demarche",
          "titre_atelier",
          "niveau_atelier"})
        attributes[never] = nullptr;
    Json meta{{"autres", merged_names(cell)}};
    if (few)
        meta["moins_de"] = smallest_cell;
    return {
        {"type", "activite"},
        {"id", std::to_string(number)},
        {"attributes", std::move(attributes)},
        {"meta", std::move(meta)}};
}

Json counts_of(const std::vector<Activity>& visits, std::string Activity::*field) {
    std::map<std::string, int> counts;
    for (const auto& each : visits) {
        const auto& word = each.*field;
        counts[word.empty() ? "non_dit" : word] += each.count;
    }
    return merge_small(std::move(counts));
}

/// Months with enough visits, each question for itself.
Json visits_json(const std::vector<Activity>& activities) {
    std::map<std::string, std::vector<Activity>> months;
    for (const auto& each : told_by(activities, Teller::Kiosk))
        months[each.day.substr(0, month_length)].push_back(each);
    auto list = Json::array();
    for (const auto& [month, visits] : months) {
        int total = 0;
        for (const auto& each : visits)
            total += each.count;
        if (total < smallest_cell)
            continue;
        list.push_back(
            {{"mois", month},
             {"visites", total},
             {"thematiques", counts_of(visits, &Activity::theme)},
             {"issues", counts_of(visits, &Activity::outcome)},
             {"qui_a_fait", counts_of(visits, &Activity::how)},
             {"ressenti", counts_of(visits, &Activity::mood)}}
        );
    }
    return list;
}

} // namespace

std::string to_csv(const std::vector<Activity>& activities) {
    auto text = line(titles);
    const auto told = told_by(activities, Teller::Mediator);
    for (const auto& cell : merge_small(told))
        text += csv_line(cell, told.front().site);
    return text;
}

Json to_coop_json(const std::vector<Activity>& activities) {
    Json report{
        {"data", Json::array()},
        {"meta",
         {{"source", "Guichet"},
          {"regle", "aucune case de moins de 5 ; date au mois quand le jour est trop rare"},
          {"lieu", activities.empty() ? "" : activities.front().site},
          {"visites", visits_json(activities)}}}};
    for (const auto& cell : merge_small(told_by(activities, Teller::Mediator)))
        report["data"].push_back(resource(cell, report["data"].size() + 1));
    report["meta"]["totalCount"] = report["data"].size();
    return report;
}

} // namespace guichet::hub
