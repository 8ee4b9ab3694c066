// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"
#include "temporary_folder.hpp"

#include <array>

using namespace guichet::procedure;

namespace {

/// A folder of kinds of documents with one file, papier.yaml.
struct Folder : guichet::TemporaryFolder {
    explicit Folder(const std::string& yaml) { write("papier.yaml", yaml); }
};

/// The problems in that file, without its folder.
std::string problems_of(const std::string& yaml) {
    const Folder folder(yaml);
    const auto kinds = load_kinds(folder.path());
    std::string all;
    if (!kinds)
        for (const auto& problem : kinds.error())
            all += to_text(problem).substr(folder.path().string().size() + 1) + "\n";
    return all;
}

} // namespace

TEST_CASE("a kind of document that is right is loaded with its fields") {
    const Folder folder("kind: papier\n"
                        "name: Un papier\n"
                        "words: [papier, mairie]\n"
                        "enough: 2\n"
                        "fields:\n"
                        "  - {field: nom, label: Nom, near: [Nom]}\n"
                        "  - {field: numero, label: Numéro, near: [Numéro]}\n");
    const auto kinds = load_kinds(folder.path());
    if (!kinds)
        for (const auto& problem : kinds.error())
            FAIL_CHECK(to_text(problem));
    REQUIRE(kinds);
    REQUIRE(kinds->kinds.size() == 1);
    CHECK(kinds->kinds[0].id == "papier");
    CHECK(kinds->kinds[0].name.id == "Un papier");
    CHECK(kinds->kinds[0].fields == std::vector<std::string>{"nom", "numero"});
}

TEST_CASE("each mistake in a kind of document is told with its place") {
    const std::string head = "kind: papier\nname: Un papier\nwords: [papier, mairie]\n";
    struct Case {
        std::string yaml;
        std::string problem;
    };
    const auto cases = std::to_array<Case>({
        {"kind: autre\nname: Un papier\nwords: [papier, mairie]\nfields: [{field: nom, label: Nom, "
         "near: "
         "[Nom]}]\n",
         "papier.yaml:1:7: error: the file of \"autre\" is named papier\n"},
        {head + "enough: 3\nfields: [{field: nom, label: Nom, near: [Nom]}]\n",
         "papier.yaml:4:9: error: \"enough\" is 1 to the number of \"words\", a title "
         "counting 3\n"},
        {head + "fields: [{field: nom, label: Nom, near: [Nom]}, {field: nom, label: Nom, near: "
                "[Nom]}]\n",
         "papier.yaml:4:57: error: the field \"nom\" is there twice\n"},
        {"kind: papier\nname: Un papier\nfields: [{field: nom, label: Nom, near: [Nom]}]\n",
         "papier.yaml:1:1: error: nothing tells this kind: it wants \"mrz: true\" or \"words\"\n"},
        {"kind: papier\nname: Un papier\nwords: [papier]\nfields: [{field: nom, label: Nom, near: "
         "[Nom]}]\n",
         "papier.yaml:3:8: error: one word is not enough unless \"enough\" is 1\n"},
    });
    for (const auto& row : cases) {
        CAPTURE(row.yaml);
        CHECK(problems_of(row.yaml) == row.problem);
    }
    CHECK(problems_of("kind: [papier\n").find("papier.yaml:") == 0);
    CHECK(problems_of("").find("papier.yaml:1:1: error: ") == 0);
    CHECK(problems_of(head + "feilds: []\n").find("fields") != std::string::npos);
}

TEST_CASE("a folder of kinds that is not there is one problem") {
    const auto kinds = load_kinds("/nowhere/documents");
    REQUIRE_FALSE(kinds);
    REQUIRE(kinds.error().size() == 1);
    CHECK(to_text(kinds.error()[0]) == "/nowhere/documents:1:1: error: the folder cannot be read");
}
