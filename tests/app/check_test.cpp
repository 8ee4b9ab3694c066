// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check.hpp"
#include "scan/kind.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>
#include <unistd.h>

using namespace guichet;
namespace fs = std::filesystem;

namespace {

struct Checked {
    int code;
    std::string text;
};

Checked check(const std::vector<std::string>& paths) {
    std::ostringstream out;
    const auto code = app::run_check(paths, out);
    return {code, out.str()};
}

bool says(const Checked& checked, std::string_view words) {
    return checked.text.find(words) != std::string::npos;
}

/// A folder laid out like forms/, gone at the end.
class Forms {
public:
    Forms() {
        fs::remove_all(m_path);
        fs::create_directories(m_path / "documents");
        write("documents/papier.yaml", kind);
    }
    Forms(const Forms&) = delete;
    Forms& operator=(const Forms&) = delete;
    ~Forms() {
        std::error_code error;
        fs::remove_all(m_path, error);
    }

    std::string path() const { return m_path.string(); }

    void write(const std::string& file, std::string_view text) const {
        fs::create_directories((m_path / file).parent_path());
        std::ofstream(m_path / file) << text;
    }

    static constexpr std::string_view kind =
        "kind: papier\nname: Un papier\nwords: [papier]\nenough: 1\n"
        "fields: [{field: nom, label: Nom, near: [Nom]}]\n";
    static constexpr std::string_view procedure =
        "procedure: essai\n"
        "title: Essai\n"
        "theme: logement\n"
        "verified: {on: 2026-11-20, source: cerfa}\n"
        "human: {phone: \"3646\", hours: \"Mo-Fr 08:30-17:30\", counter: Mairie, paper: S1}\n"
        "steps:\n"
        "  - step: vous\n"
        "    title: Vous\n"
        "    ask:\n"
        "      - {question: nom, type: family-name, label: \"Quel est votre nom ?\"}\n";

private:
    fs::path m_path{
        fs::temp_directory_path() / ("guichet-check-test-" + std::to_string(::getpid()))};
};

} // namespace

TEST_CASE("everything we ship passes") {
    const auto checked = check({GUICHET_SOURCE "/forms"});
    CAPTURE(checked.text);
    CHECK(checked.code == 0);
    CHECK(says(checked, " 0 errors, "));
    CHECK_FALSE(says(checked, ": error: "));
    const auto kinds = scan::load_kinds(GUICHET_SOURCE "/forms/documents");
    CHECK_MESSAGE(kinds.has_value(), (kinds ? std::string() : kinds.error().detail));
}

TEST_CASE("a folder that is right is counted and passes") {
    const Forms forms;
    forms.write("procedures/essai/procedure.yaml", Forms::procedure);
    const auto checked = check({forms.path()});
    CAPTURE(checked.text);
    CHECK(checked.code == 0);
    CHECK(says(checked, "2 files, 0 errors, "));
}

TEST_CASE("a mistake is told as file:line:col and fails") {
    const Forms forms;
    forms.write(
        "procedures/essai/procedure.yaml",
        std::string(Forms::procedure) + "      - {question: nom, type: text, label: \"Encore ?\"}\n"
    );
    const auto checked = check({forms.path()});
    const auto file = forms.path() + "/procedures/essai/procedure.yaml";
    CAPTURE(checked.text);
    CHECK(checked.code == 1);
    CHECK(says(checked, file + ":11:20: error: the id \"nom\" is there twice\n"));
    CHECK(says(checked, "2 files, 1 errors, 0 warnings\n"));
    CHECK(check({file}).code == 1); // one file alone, too
}

TEST_CASE("warnings alone do not fail") {
    const Forms forms;
    std::string text(Forms::procedure);
    text.replace(text.find("votre nom ?"), 11, "votre nom !");
    forms.write("procedures/essai/procedure.yaml", text);
    const auto checked = check({forms.path()});
    CAPTURE(checked.text);
    CHECK(checked.code == 0);
    CHECK(says(checked, ": warning: label has an exclamation mark"));
}

TEST_CASE("mistakes around the procedures are told") {
    struct Case {
        const char* file;
        std::string text;
        const char* problem;
    };
    const auto cases = std::to_array<Case>({
        {"procedures/autre/procedure.yaml",
         std::string(Forms::procedure),
         "the folder of \"essai\" is named autre"},
        {"procedures/essai/procedure.yaml", "", "the file is empty"},
        {"documents/papier.yaml",
         "kind: autre\nname: Un papier\nwords: [papier]\n",
         "papier.yaml:1:7: error: the file of \"autre\" is named papier"},
        {"documents/papier.yaml", "kind: [", "papier.yaml:"},
    });
    for (const auto& row : cases) {
        CAPTURE(row.file);
        const Forms forms;
        forms.write("procedures/essai/procedure.yaml", Forms::procedure);
        forms.write(row.file, row.text);
        const auto checked = check({forms.path()});
        CAPTURE(checked.text);
        CHECK(checked.code == 1);
        CHECK(says(checked, row.problem));
    }
}

TEST_CASE("a folder without procedures or documents, and a file that is not there, fail") {
    const Forms forms;
    CHECK(check({forms.path()}).code == 1);
    CHECK(says(check({forms.path()}), "there is no procedure"));
    CHECK(check({"/nowhere/procedure.yaml"}).code == 1);
    CHECK(says(check({"/nowhere/procedure.yaml"}), "cannot be read"));
}

TEST_CASE("a mistake in the table of 2D-Docs is named with its place") {
    const Forms forms;
    forms.write("procedures/essai/procedure.yaml", Forms::procedure);
    forms.write("codes/2d-doc-identifiers.tsv", "46\t0\tmany\ttext\tDéclarant\n");
    forms.write("codes/2d-doc-types.tsv", "28\tAvis d’impôt\n");
    const auto checked = check({forms.path()});
    CHECK(checked.code == 1);
    CHECK(says(checked, "2d-doc-identifiers.tsv:1:6: error: the most characters"));
}

TEST_CASE("a kind that names what no 2D-Doc has is told so") {
    const Forms forms;
    forms.write("procedures/essai/procedure.yaml", Forms::procedure);
    forms.write(
        "documents/papier.yaml",
        "kind: papier\nname: Un papier\nwords: [papier]\nenough: 1\ncode-types: [\"ZZ\"]\n"
        "fields: [{field: nom, label: Nom, code: [\"46\", \"22+ZY\"]}]\n"
    );
    const auto checked = check({forms.path()});
    CHECK(checked.code == 1);
    CHECK(says(checked, "papier.yaml:1:1: error: there is no type of 2D-Doc ZZ"));
    CHECK(says(checked, "nom: 2D-Docs have no identifier 22+ZY"));
    CHECK_FALSE(says(checked, "identifier 46"));
}
