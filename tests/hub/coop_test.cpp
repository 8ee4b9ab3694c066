// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.hpp"
#include "base/json.hpp"
#include "base/themes.hpp"
#include "hub/coop_report.hpp"
#include "hub/coop_words.hpp"
#include "hub/feedback.hpp"
#include "hub/small_cells.hpp"
#include "hub/told.hpp"

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace guichet::hub {
namespace {

int total(const std::vector<Cell>& cells) {
    int sum = 0;
    for (const auto& cell : cells)
        sum += cell.count;
    return sum;
}

/// The forms and api words of one list of La Coop's, as our copy for the team has them.
std::map<std::string, std::string> theirs(const Json& enums, const std::string& list) {
    std::map<std::string, std::string> words;
    for (const auto& each : enums.at(list))
        words[each.at("form").get<std::string>()] =
            each.at("api").get<std::string>() + "|" + each.value("label_fr", "");
    return words;
}

void check_known(const std::map<std::string, std::string>& words, const CoopWord& word) {
    CAPTURE(word.api);
    const auto found = words.find(std::string(word.form));
    REQUIRE(found != words.end());
    CHECK(found->second == std::string(word.api) + "|" + std::string(word.label));
}

} // namespace

TEST_CASE("every word for La Coop is one of its own") {
    CHECK(coop_autonomies().size() == 3);
    CHECK(coop_redirections().size() == 7);
    REQUIRE(coop_themes().size() == themes().size());
    for (std::size_t i = 0; i < themes().size(); i++)
        CHECK(coop_themes()[i].api == themes()[i]);
    const auto file = read_file(GUICHET_SHARED "/data/coop-cra-enums.json", 1 << 20);
    if (!file) {
        MESSAGE("La Coop’s enumerations are not here: not compared");
        return;
    }
    const auto enums = Json::parse(*file).at("enums");
    const auto thematics = theirs(enums, "thematique");
    for (const auto& word : coop_themes())
        check_known(thematics, word);
    check_known(thematics, coop_paperwork);
    for (const auto& word : coop_autonomies())
        check_known(theirs(enums, "autonomie"), word);
    CHECK(theirs(enums, "autonomie").size() == coop_autonomies().size());
    for (const auto& word : coop_redirections())
        check_known(theirs(enums, "structure_de_redirection"), word);
    CHECK(theirs(enums, "structure_de_redirection").size() == coop_redirections().size());
    check_known(theirs(enums, "materiel"), coop_equipment);
    check_known(theirs(enums, "type_lieu"), coop_place);
    check_known(theirs(enums, "type_activite"), coop_kind);
    for (const auto* list : {"genre", "tranche_age"})
        check_known(theirs(enums, list), coop_not_told);
    const auto people =
        to_coop_json({help("2026-11-02", "logement", 9)})["data"][0]["attributes"]["beneficiaires"];
    const std::map<std::string, std::string> families{
        {"genres", "genre"}, {"tranches_age", "tranche_age"}, {"statuts", "statut_social"}};
    for (const auto& [ours, list] : families) {
        std::set<std::string> known;
        for (const auto& each : enums.at(list))
            known.insert(each.at("api").get<std::string>());
        std::set<std::string> used;
        for (const auto& [word, count] : people.at(ours).items())
            used.insert(word);
        CHECK(used == known);
    }
}

TEST_CASE("what happened too seldom leaves the site only among others") {
    const std::vector<Activity> told{
        help("2026-11-02", "logement", 7),
        help("2026-11-02", "justice", 2),
        help("2026-11-03", "justice", 4),
        help("2026-11-03", "associations", 1),
        help("2026-10-30", "associations", 2),
        help("2026-11-05", "social_sante", 6)};
    const auto cells = merge_small(told);
    CHECK(total(cells) == 22); // nothing is lost
    for (const auto& cell : cells)
        CHECK(cell.count >= smallest_cell);
    REQUIRE(cells.size() >= 3);
    bool month_of_justice = false;
    bool whole_day = false;
    for (const auto& cell : cells) {
        month_of_justice = month_of_justice || (cell.when == "2026-11" && cell.theme == "justice" &&
                                                cell.count == 6 && cell.details_merged);
        whole_day = whole_day || (cell.when == "2026-11-02" && cell.minutes == 30);
        CHECK(cell.theme != "associations");
    }
    CHECK(month_of_justice);
    CHECK(whole_day);
    CHECK(merge_small(std::vector<Activity>{}).empty());
    const auto few = merge_small({help("2026-11-02", "justice", 3)});
    REQUIRE(few.size() == 1);
    CHECK(few[0].theme.empty());
    CHECK(few[0].when.empty());
}

TEST_CASE("small counts of one question are among others, never alone") {
    using Counts = std::map<std::string, int>;
    CHECK(
        merge_small(Counts{{"alone", 40}, {"helped", 12}}) == Counts{{"alone", 40}, {"helped", 12}}
    );
    CHECK(
        merge_small(Counts{{"alone", 40}, {"helped", 12}, {"in-my-place", 2}}) ==
        Counts{{"alone", 40}, {"autres", 14}}
    );
    CHECK(
        merge_small(Counts{{"alone", 40}, {"helped", 4}, {"in-my-place", 2}}) ==
        Counts{{"alone", 40}, {"autres", 6}}
    );
    CHECK(merge_small(Counts{{"alone", 1}}) == Counts{{"autres", 1}});
}

TEST_CASE("the spreadsheet has La Coop’s columns, and no clock time, kiosk or small count") {
    const auto csv = to_csv(
        {help("2026-11-02", "logement", 7),
         help("2026-11-02", "justice", 2),
         visit("2026-11-02", "alone", 50)}
    );
    const auto first = csv.substr(0, csv.find("\r\n"));
    CHECK(first.starts_with("\"Date\",\"Enregistré le\",\"Dernière modification le\",\"Type\""));
    CHECK(first.ends_with("\"Statut du bénéficiaire\",\"ID CRA\",\"Nombre\""));
    CHECK(csv.find("\"Logement\"") == std::string::npos);
    CHECK(csv.find("autres") != std::string::npos);
    CHECK(csv.find("\"9\"\r\n") != std::string::npos); // 7 and 2 make one line
    CHECK(csv.find("\"am\"") == std::string::npos);
    CHECK(csv.find("50") == std::string::npos); // visits are not accompaniments
    const auto whole = to_csv({help("2026-11-02", "logement", 7)});
    CHECK(
        whole.find("\"Aide aux démarches administratives\nLogement\",\"\",\"\",\"2/3\"") !=
        std::string::npos
    );
    CHECK(to_csv({help("2026-11-02", "logement", 3)}).find("\"moins de 5\"") != std::string::npos);
}

TEST_CASE("the JSON has the shape of La Coop’s activite") {
    auto redirected = help("2026-11-02", "logement", 8);
    redirected.redirected = "aide_sociale";
    const auto report = to_coop_json({redirected, visit("2026-11-03", "alone", 9)});
    REQUIRE(report.at("data").size() == 1);
    const auto& resource = report["data"][0];
    CHECK(resource.at("type") == "activite");
    const auto& attributes = resource.at("attributes");
    std::set<std::string> names;
    for (const auto& [name, value] : attributes.items())
        names.insert(name);
    CHECK(
        names ==
        std::set<std::string>{
            "type",
            "mediateur_id",
            "user_id",
            "accompagnements",
            "date",
            "duree",
            "type_lieu",
            "structure_id",
            "lieu_code_postal",
            "lieu_commune",
            "lieu_code_insee",
            "creation",
            "modification",
            "suppression",
            "autonomie",
            "oriente_vers_structure",
            "structure_de_redirection",
            "materiel",
            "thematiques",
            "tags",
            "precisions_demarche",
            "titre_atelier",
            "niveau_atelier",
            "beneficiaires"}
    );
    CHECK(attributes.at("date") == "2026-11-02");
    CHECK(attributes.at("accompagnements") == 8);
    CHECK(attributes.at("oriente_vers_structure") == true);
    CHECK(attributes.at("creation").is_null());
    CHECK(
        attributes.at("thematiques") ==
        Json::array({"aide_aux_demarches_administratives", "logement"})
    );
    CHECK(attributes.at("beneficiaires").at("total") == 8);
    CHECK(report.at("meta").at("visites")[0].at("visites") == 9);
    const auto text = report.dump();
    CHECK(text.find("borne") == std::string::npos);
    CHECK(text.find("\"am\"") == std::string::npos);
}

TEST_CASE("what was done in somebody’s place is an alarm") {
    const std::vector<Activity> told{
        visit("2026-11-02", "alone", 10),
        visit("2026-11-20", "helped", 3),
        help("2026-11-20", "logement", 40)};
    const auto calm = feedback_json(told, "2026-11-10");
    CHECK(calm.at("visits") == 3);
    CHECK(calm.at("how").at("helped") == 3);
    CHECK(calm.at("how").at("alone") == 0);
    CHECK(calm.at("alarm") == false);
    const auto loud = feedback_json({visit("2026-11-20", "in-my-place", 1)}, "2026-11-10");
    CHECK(loud.at("alarm") == true);
    CHECK(day_ago(30) < day_ago(0));
    CHECK(day_ago(0).size() == 10);
}

} // namespace guichet::hub
