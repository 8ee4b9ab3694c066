// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.hpp"
#include "deliver/fixture.hpp"
#include "deliver/sheet.hpp"
#include "i18n/locales.hpp"
#include "procedure/places.hpp"
#include "procedure/type.hpp"

#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>

#include <unistd.h>

using namespace guichet;
using namespace guichet::deliver;

namespace {

/// A file that goes away with the test.
class TemporaryFile {
public:
    explicit TemporaryFile(std::string_view bytes)
        : m_path(
              std::filesystem::temp_directory_path() /
              ("sheet-" + std::to_string(::getpid()) + ".pdf")
          ) {
        REQUIRE(write_file(m_path, bytes).has_value());
    }
    ~TemporaryFile() { std::filesystem::remove(m_path); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    std::string name() const { return m_path.string(); }

private:
    std::filesystem::path m_path;
};

std::string output_of(const std::string& command) {
    std::string output;
    const std::unique_ptr<FILE, decltype(&pclose)> pipe(popen(command.c_str(), "r"), &pclose);
    std::array<char, 4096> buffer{};
    while (const auto got = fread(buffer.data(), 1, buffer.size(), pipe.get()))
        output.append(buffer.data(), got);
    return output;
}

const Date day{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};
const Place place{.name = "Médiathèque des Lilas", .contact = "à l’accueil"};

i18n::Catalogue words_in(std::string_view code) {
    auto words = i18n::Catalogue::load(i18n::locales_folder(), i18n::language(code));
    REQUIRE(words);
    return *words;
}

std::string sheet(const procedure::Answers& answers, const i18n::Catalogue& words = {}) {
    const auto pdf = make_sheet(*small_procedure(), answers, {words, words_in("fr")}, day, place);
    REQUIRE(pdf.has_value());
    return *pdf;
}

/// What can be read on it.
std::string text_of_sheet(const procedure::Answers& answers, const i18n::Catalogue& words = {}) {
    const TemporaryFile file(sheet(answers, words));
    return output_of("pdftotext -layout " + file.name() + " - 2>&1");
}

bool contains(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

int count(const std::string& text, std::string_view words) {
    int found = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
        ++found;
    return found;
}

} // namespace

TEST_CASE("the sheet says every answer, where it comes from and who can help") {
    const auto text = text_of_sheet(sample_answers());
    for (const auto* words :
         {"Demande d’essai",
          "22/11/2026",
          "Nom de naissance",
          "BENALI",
          "14/03/1968",
          "écrit par vous",
          "Recopiez vos réponses.",
          "CPAM, 1 rue de l’Essai",
          "3646",
          "du lundi au vendredi",
          "S3711",
          "Médiathèque des Lilas",
          "Page 1 sur 1"}) {
        CAPTURE(words);
        CHECK(contains(text, words));
    }
}

TEST_CASE("the sheet is a tagged A4 PDF in a known language with its fonts inside") {
    const TemporaryFile file(sheet(sample_answers()));
    const auto info = output_of("pdfinfo " + file.name() + " 2>&1");
    CHECK(contains(info, "A4"));
    CHECK(contains(info, "Demande d’essai"));
    const auto structure = output_of("pdfinfo -struct " + file.name() + " 2>&1");
    for (const auto* tag : {"Document", "H1", "H2", "Table", "TR", "TH", "TD"}) {
        CAPTURE(tag);
        CHECK(contains(structure, tag));
    }
    const auto fonts = output_of("pdffonts " + file.name() + " 2>&1");
    CHECK(contains(fonts, "Andika"));
    CHECK_FALSE(contains(fonts, " no  "));
    const auto raw = output_of("qpdf --qdf --object-streams=disable " + file.name() + " - 2>&1");
    CHECK(contains(raw, "/Lang (fr)"));
    CHECK(contains(raw, "/DisplayDocTitle true"));
}

TEST_CASE("what is written in figures stands once on an Arabic sheet, in its order") {
    auto answers = sample_answers();
    answers.set("telephone", {.value = std::string("0612345678"), .origin = {}});
    const auto text = text_of_sheet(answers, words_in("ar"));
    CHECK(count(text, "06 12 34 56 78") == 1);
    CHECK(count(text, "78 56 34 12 06") == 0);
    CHECK(count(text, "BENALI") == 1);
    CHECK(count(text, "14/03/1968") == 1);
}

TEST_CASE("a country is named in French, and once more in the person's language") {
    static const auto places = procedure::Places::load(
        std::filesystem::path(GUICHET_SOURCE) / "forms/geo", {.locales = i18n::locales_folder()}
    );
    REQUIRE(places);
    procedure::use_places(*places);
    auto answers = sample_answers();
    answers.set("pays", {.value = std::string("DE"), .origin = {}});
    const auto text_in = [&](std::string_view code) {
        return text_of_sheet(answers, words_in(code));
    };
    CHECK(count(text_in("fr"), "Allemagne") == 1);
    CHECK(count(text_in("fr"), "Germany") == 0);
    CHECK(count(text_in("en"), "Allemagne") == 1);
    CHECK(count(text_in("en"), "Germany") == 1);
}

TEST_CASE("a message of many short lines goes on on the next page") {
    auto answers = sample_answers();
    std::string message;
    for (int i = 0; i < 90; ++i)
        message += "Ligne " + std::to_string(i) + " fin\n";
    answers.set("message", {.value = message, .origin = {}});
    const auto text = text_of_sheet(answers);
    for (int i = 0; i < 90; ++i)
        CHECK(contains(text, "Ligne " + std::to_string(i) + " fin"));
    CHECK(contains(text, "Page 2 sur "));
}

TEST_CASE("a long message flows over several pages and nothing of it is lost") {
    auto answers = sample_answers();
    std::string message;
    for (int i = 0; i < 600; ++i)
        message += "Phrase " + std::to_string(i) + ". ";
    answers.set("message", {.value = message, .origin = {}});
    const auto text = text_of_sheet(answers);
    CHECK(contains(text, "Phrase 0."));
    CHECK(contains(text, "Phrase 599."));
    CHECK(contains(text, "Page 2 sur "));
}
