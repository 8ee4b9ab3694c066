// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.hpp"
#include "deliver/fixture.hpp"
#include "deliver/ways.hpp"
#include "deliver/writer.hpp"
#include "i18n/isolate.hpp"
#include "i18n/locales.hpp"

#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>

#include <doctest/doctest.h>
#include <unistd.h>

namespace guichet::deliver {
namespace {

Ways ways() {
    Ways ways{.place = "Médiathèque des Lilas, Poste 2"};
    ways.contacts = {
        {"Accueil", "Au comptoir", "01 99 00 12 34", "Tu-Sa 10:00-18:00"}, {"Mairie", "", "", ""}};
    ways.procedure = small_procedure()->title;
    ways.human = small_procedure()->human;
    return ways;
}

std::string words_of(const Ways& ways, const i18n::Catalogue& words) {
    const auto pdf = make_ways(ways, words);
    REQUIRE(pdf);
    const auto file =
        std::filesystem::temp_directory_path() / ("ways-" + std::to_string(::getpid()) + ".pdf");
    REQUIRE(write_file(file, *pdf));
    std::string text;
    const std::unique_ptr<FILE, decltype(&pclose)> pipe(
        popen(("pdftotext -layout " + file.string() + " - 2>&1").c_str(), "r"), &pclose
    );
    std::array<char, 4096> buffer{};
    while (const auto got = fread(buffer.data(), 1, buffer.size(), pipe.get()))
        text.append(buffer.data(), got);
    std::filesystem::remove(file);
    return text;
}

bool contains(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

} // namespace

TEST_CASE("the paper of other ways says who helps here and with this procedure") {
    const auto text = words_of(ways(), {});
    for (const auto* words :
         {"Une personne peut vous aider",
          "Médiathèque des Lilas, Poste 2",
          "Accueil",
          "Au comptoir",
          "01 99 00 12 34",
          "du mardi au samedi",
          "Mairie",
          "Demande d’essai",
          "3646",
          "À la CPAM",
          "S3711",
          "Page 1 sur 1"}) {
        CAPTURE(words);
        CHECK(contains(text, words));
    }
}

TEST_CASE("who reads another language has the French beside it") {
    for (const auto* code : {"en", "ar"}) {
        CAPTURE(code);
        const auto words = i18n::Catalogue::load(i18n::locales_folder(), i18n::language(code));
        REQUIRE(words);
        const auto text = words_of(ways(), *words);
        CHECK(contains(text, "Une personne peut vous aider"));
        CHECK(contains(text, "du mardi au samedi"));
        CHECK(contains(text, "01 99 00 12 34"));
    }
    const auto arabic = i18n::Catalogue::load(i18n::locales_folder(), i18n::language("ar"));
    REQUIRE(arabic);
    const auto text = words_of(ways(), *arabic);
    for (const auto* once : {"Au comptoir", "du mardi au samedi"}) {
        CAPTURE(once); // what is the same in both is said once
        CHECK(text.find(once) == text.rfind(once));
    }
    const auto english = i18n::Catalogue::load(i18n::locales_folder(), i18n::language("en"));
    REQUIRE(english);
    CHECK(contains(words_of(ways(), *english), "Tuesday"));
}

TEST_CASE("a French sentence under an Arabic one keeps its full stop at its end") {
    const auto arabic = i18n::Catalogue::load(i18n::locales_folder(), i18n::language("ar"));
    REQUIRE(arabic);
    const auto sentence =
        i18n::tr("Sur papier : demandez le formulaire {paper}.").with("paper", "S3711");
    const auto both = Writer(*arabic).both(sentence);
    const auto french = both.substr(both.find('\n') + 1);
    CHECK(french == i18n::isolated(i18n::Catalogue{}.text(sentence)));
    CHECK(contains(words_of(ways(), *arabic), "demandez le formulaire S3711."));
}

TEST_CASE("without a procedure and without contacts the paper is whole all the same") {
    CHECK(contains(words_of({.place = "Mairie"}, {}), "Mairie"));
}

} // namespace guichet::deliver
