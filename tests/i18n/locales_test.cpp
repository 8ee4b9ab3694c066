// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/catalogue.hpp"
#include "i18n/locales.hpp"

#include <cstdlib>
#include <string>

#include <doctest/doctest.h>

using namespace guichet;

TEST_CASE("every language we offer has its catalogues, and they say something else than French") {
    for (const auto& language : i18n::languages()) {
        CAPTURE(language.code);
        const auto words = i18n::Catalogue::load(i18n::locales_folder(), language);
        REQUIRE(words);
        const bool french = language == i18n::french();
        CHECK((words->text(i18n::tr("Continuer")) == "Continuer") == french);
        CHECK(
            (words->text({.domain = i18n::Domain::Forms, .id = "Prénoms"}) == "Prénoms") == french
        );
    }
}

TEST_CASE("installed catalogues come before those of the build") {
    const auto build = i18n::locales_folder();
    auto name = (std::filesystem::temp_directory_path() / "guichet-locales-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    const std::filesystem::path data = name;
    ::setenv("GUICHET_DATA", data.c_str(), 1);
    CHECK(i18n::locales_folder() == build); // data without catalogues: the build's
    std::filesystem::create_directories(data / "locales" / "en");
    std::filesystem::copy(build / "en" / "ui.mo", data / "locales" / "en" / "ui.mo");
    CHECK(i18n::locales_folder() == data / "locales");
    ::unsetenv("GUICHET_DATA");
    std::filesystem::remove_all(data);
}
