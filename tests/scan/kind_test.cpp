// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/codes/table.hpp"
#include "scan/kind.hpp"
#include "scan/text/fold.hpp"
#include "temporary_folder.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <string>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::scan;

namespace {

/// What is wrong with one kind called papier, without its folder.
std::string problems_of(const std::string& yaml) {
    const TemporaryFolder folder;
    folder.write("papier.yaml", yaml);
    const auto kinds = try_kinds(folder.path());
    std::string all;
    if (!kinds)
        for (const auto& problem : kinds.error())
            all += to_text(problem).substr(folder.path().string().size() + 1) + "\n";
    return all;
}

/// Whether a 2D-Doc identifier is of what the field is called: each of its longer words is in the
/// name of the identifier.
bool is_called(const std::string& label, const std::string& identifier) {
    constexpr std::size_t longer = 4;
    const auto names = folded_words(identifier);
    return std::ranges::all_of(folded_words(label), [&](const std::string& word) {
        return word.size() < longer || std::ranges::count(names, word) > 0;
    });
}

const std::string head = "kind: papier\nname: Un papier\nwords: [papier, mairie]\n";

} // namespace

TEST_CASE("a field takes from a code what is called as it is, unless told here") {
    const std::set<std::string> told{// people and addresses, which the specification calls by lines
                                     "client",
                                     "titulaire",
                                     "nom",
                                     "prenoms",
                                     "adresse",
                                     "lieu_consommation",
                                     "date_entree"}; // "Date de début de contrat"
    const auto kinds = load_kinds(std::filesystem::path(GUICHET_SOURCE) / "forms/documents");
    REQUIRE(kinds);
    const auto& table = code_table();
    REQUIRE(table);
    for (const auto& kind : *kinds)
        for (const auto& field : kind.fields)
            for (const auto& reference : field.code) {
                if (told.contains(field.name))
                    continue;
                CAPTURE(kind.id);
                CAPTURE(field.name);
                CAPTURE(reference);
                const auto* identifier = table->find(reference.substr(0, 2));
                REQUIRE(identifier != nullptr);
                CHECK(is_called(field.label.id, identifier->label));
            }
}

TEST_CASE("our kinds are right, and each of a family answers its fields") {
    const auto kinds = load_kinds(std::filesystem::path(GUICHET_SOURCE) / "forms/documents");
    REQUIRE_MESSAGE(kinds, (kinds ? "" : kinds.error().detail));
    CHECK(kinds->size() >= 20);
    const auto* card = find_kind(*kinds, "carte-identite");
    REQUIRE(card != nullptr);
    CHECK(card->field_id("nom") == "identite.nom");
}

TEST_CASE("papers that are not read are known beside the kinds") {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder.path() / "documents");
    folder.write(
        "documents/papier.yaml", head + "fields: [{field: nom, label: Nom, near: [Nom]}]\n"
    );
    folder.write(
        "other-papers.yaml", "papers: [{paper: jugement, name: Jugement, titles: [jugement]}]\n"
    );
    const auto kinds = load_kinds(folder.path() / "documents");
    REQUIRE_MESSAGE(kinds, (kinds ? "" : kinds.error().detail));
    REQUIRE(kinds->size() == 2);
    CHECK_FALSE(kinds->front().other);
    CHECK(kinds->back().other);
    CHECK(kinds->back().id == "jugement");
    folder.write("other-papers.yaml", "papers: [{paper: jugement, name: Jugement}]\n");
    const auto wrong = try_kinds(folder.path() / "documents");
    REQUIRE_FALSE(wrong);
    CHECK(to_text(wrong.error().front()).find("\"titles\"") != std::string::npos);
    folder.write(
        "other-papers.yaml", "papers: [{paper: papier, name: Papier, titles: [papier]}]\n"
    );
    const auto twice = try_kinds(folder.path() / "documents");
    REQUIRE_FALSE(twice);
    CHECK(to_text(twice.error().front()).find("\"papier\" is there already") != std::string::npos);
}

TEST_CASE("each mistake in a kind is told with its place and what was meant") {
    struct Case {
        const char* rest;
        const char* problem;
    };
    const auto cases = std::to_array<Case>({
        {"fields: [{field: nom, label: Nom, nera: [Nom]}]\n",
         "papier.yaml:4:35: error: unknown key \"nera\" in a field (did you mean \"near\"?)\n"},
        {"fields: [{field: nom, label: Nom, near: [Nom], format: moeny}]\n",
         "papier.yaml:4:56: error: unknown format \"moeny\" (did you mean \"money\"?)\n"},
        {"fields: [{field: nom, label: Nom, near: [Nom], where: rihgt}]\n",
         "papier.yaml:4:55: error: \"where\" cannot be \"rihgt\" (did you mean \"right\"?)\n"},
        {"fields: [{field: nom, label: Nom, otherwise: sendre}]\n",
         "papier.yaml:4:46: error: \"otherwise\" cannot be \"sendre\" (did you mean "
         "\"sender\"?)\n"},
        {"fields: [{field: nom, label: Nom, told: {after: [je], untli: [né]}}]\n",
         "error: unknown key \"untli\" in \"told\" (did you mean \"until\"?)\n"},
        {"fields: [{field: nom, label: Nom, column: {rows: [total]}}]\n", "\"heads\""},
        {"fields: [{field: nom, label: Nom, near: [Nom], told: {until: [né]}}]\n",
         "\"told\" wants \"after\", \"before\" or \"sentence\""},
        {"fields: [{field: nom, label: Nom, near: [Nom], given-of: prenom}]\n",
         "error: there is no field \"prenom\"\n"},
        {"fields: [{field: nom, label: Nom, near: [Nom], anywhere: true, format: name}]\n",
         "papier.yaml:4:58: error: \"anywhere\" wants a format with a strong key: nir, iban\n"},
        {"valid: {until: fin}\nfields: [{field: nom, label: Nom, near: [Nom]}]\n",
         "papier.yaml:4:8: error: there is no field \"fin\"\n"},
    });
    for (const auto& row : cases) {
        CAPTURE(row.rest);
        const auto said = problems_of(head + row.rest);
        CAPTURE(said);
        CHECK(said.find(row.problem) != std::string::npos);
    }
    CHECK(
        problems_of(head + "fields: [{field: nom, label: Nom}]\n").find("wants") !=
        std::string::npos
    );
    CHECK(
        problems_of(head + "answers: rien\nfields: [{field: nom, label: Nom, near: [Nom]}]\n")
            .find("it answers \"rien\", which is no kind") != std::string::npos
    );
}

TEST_CASE("a zone tells the kind that knows most of its first letters") {
    Kind any;
    any.id = "identite";
    any.zones = {"TD1"};
    Kind card;
    card.id = "carte";
    card.zones = {"TD1 IDFRA"};
    const std::vector<Kind> kinds{any, card};
    CHECK(kind_of_zone(kinds, "TD1", "IDFRAX4RTBPFW46") == &kinds.back());
    CHECK(kind_of_zone(kinds, "TD1", "I<UTOD231458907") == &kinds.front());
    CHECK(kind_of_zone(kinds, "TD3", "P<FRA") == nullptr);
}
