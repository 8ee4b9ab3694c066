// SPDX-License-Identifier: GPL-3.0-or-later
#include "real_papers.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

namespace samples {

namespace {

using Json = nlohmann::json;

/// What the truth of a paper calls a field, and what forms/documents does.
using Names = std::map<std::string, std::string>;

const Names card{
    {"numero", "identite.numero"},
    {"nom", "identite.nom"},
    {"prenoms", "identite.prenoms"},
    {"sexe", "identite.sexe"},
    {"naissance", "identite.date_naissance"},
    {"lieu", "identite.lieu_naissance"},
    {"taille", "identite.taille"},
    {"valable_jusqu_au", "identite.expiration"},
    {"delivree_le", "identite.date_delivrance"},
    {"par", "identite.delivre_par"}};
const Names health{
    {"prenom", "carte-vitale.prenoms"},
    {"nom", "carte-vitale.nom"},
    {"nir", "carte-vitale.nir"},
    {"emise_le", "carte-vitale.date_emission"}};
const Names invoice{
    {"date", "facture.date"},
    {"montant_ttc", "facture.montant_ttc"},
    {"montant_ht", "facture.montant_ht"},
    {"tva", "facture.tva"},
    {"client", "facture.client"},
    {"lieu_consommation", "facture.lieu_consommation"},
    {"prelevement_le", "facture.date_prelevement"},
    {"reference_acheminement", "facture.pdl"}};
const Names bank{
    {"banque", "rib.banque"},
    {"guichet", "rib.guichet"},
    {"compte", "rib.compte"},
    {"cle", "rib.cle"},
    {"iban", "rib.iban"},
    {"bic", "rib.bic"},
    {"titulaire", "rib.titulaire"}};

const Names& names_for(const Json& truth) {
    const auto& fields = truth.at("fields");
    return fields.contains("iban")          ? bank
           : fields.contains("nir")         ? health
           : fields.contains("montant_ttc") ? invoice
                                            : card;
}

/// As a person would type it: "1 479,85 €" is 1479,85, "1.96m" is 1,96.
std::string typed(const Json& value) {
    if (value.is_array()) {
        std::string all;
        for (const auto& part : value)
            all += (all.empty() ? "" : " ") + part.get<std::string>();
        return all;
    }
    auto text = value.get<std::string>();
    if (text.ends_with("€")) {
        std::erase(text, ' ');
        text.resize(text.size() - std::string_view("€").size());
    }
    if (text.size() == 5 && text.ends_with('m') && text[1] == '.')
        return text.substr(0, 1) + "," + text.substr(2, 2);
    return text;
}

std::filesystem::path folder(const std::string& set) {
    return std::filesystem::path(GUICHET_SHARED) / "data/scan" / set;
}

Json read_json(const std::filesystem::path& file) {
    std::ifstream in(file);
    return in ? Json::parse(in, nullptr, false) : Json::object();
}

/// "<GS>" is how the truth writes 0x1d.
std::string with_control_characters(std::string text) {
    constexpr std::array<std::pair<std::string_view, char>, 3> names{
        {{"<GS>", '\x1d'}, {"<RS>", '\x1e'}, {"<US>", '\x1f'}}};
    for (const auto& [name, character] : names)
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name))
            text.replace(at, name.size(), 1, character);
    return text;
}

} // namespace

std::vector<RealPaper> real_french_papers() {
    std::vector<RealPaper> papers;
    const auto truth = read_json(folder("docs_fr") / "truth.json");
    for (const auto& [file, paper] : truth.items()) {
        RealPaper known{.file = folder("docs_fr") / file};
        for (const auto& [name, field] : names_for(paper))
            if (paper.at("fields").contains(name))
                known.fields[field] = typed(paper.at("fields").at(name));
        papers.push_back(std::move(known));
    }
    return papers;
}

std::vector<RealPaper> real_zones(const std::string& set) {
    std::vector<RealPaper> papers;
    std::ifstream truth(folder(set) / "truth.tsv");
    std::string row;
    std::getline(truth, row);
    while (std::getline(truth, row)) {
        std::istringstream columns(row);
        std::string file;
        std::string format;
        std::string zone;
        std::getline(columns, file, '\t');
        std::getline(columns, format, '\t');
        std::getline(columns, zone, '\t');
        if (std::filesystem::exists(folder(set) / file))
            papers.push_back({folder(set) / file, {{"zone", zone}}});
    }
    return papers;
}

std::vector<RealPaper> real_codes() {
    std::vector<RealPaper> papers;
    const auto truth = read_json(folder("2ddoc") / "images_truth.json");
    for (const auto& [file, codes] : truth.items())
        for (const auto& code : codes)
            papers.push_back(
                {folder("2ddoc") / file,
                 {{"code", with_control_characters(code.get<std::string>())}}}
            );
    return papers;
}

} // namespace samples
