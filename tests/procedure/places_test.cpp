// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"
#include "temporary_folder.hpp"

#include <algorithm>
#include <array>

using namespace guichet;
using namespace guichet::procedure;

TEST_CASE("folding forgives accents, capitals, hyphens and saints") {
    struct Case {
        const char* words;
        const char* folded;
    };
    const auto cases = std::to_array<Case>({
        {"Saint-Étienne", "st etienne"},
        {"ST ETIENNE", "st etienne"},
        {"Sainte-Marie", "ste marie"},
        {"L’Haÿ-les-Roses", "l hay les roses"},
        {"L'Haÿ  les Roses ", "l hay les roses"},
        {"Œuilly", "oeuilly"},
        {"e\u0301te\u0301", "ete"},
        {"Łódź", "lodz"},
        {"Straße", "strasse"},
        {"Москва", "москва"},
        {"الجَزَائِر", "الجزائر"},
        {"أحمد", "احمد"},
        {"", ""},
        {"--", ""},
    });
    for (const auto& row : cases) {
        CAPTURE(row.words);
        CHECK(fold(row.words) == row.folded);
    }
}

TEST_CASE("a commune is found by its postal code or the beginning of its name") {
    const auto& places = some_places();
    const auto names = [&places](const char* typed, std::size_t most) {
        std::vector<std::string> found;
        for (const auto& commune : places.communes(typed, most))
            found.push_back(commune.name);
        return found;
    };
    const auto has = [](const std::vector<std::string>& all, const char* name) {
        return std::ranges::find(all, name) != all.end();
    };
    CHECK(has(names("42000", 8), "Saint-Étienne"));
    CHECK(has(names("st etienne", 8), "Saint-Étienne"));
    CHECK(has(names("rochelle", 8), "La Rochelle"));
    CHECK(names("51300", 100).size() > 40);
    CHECK(names("51300", 8).size() == 8);
    CHECK(has(names("51300 vitry", 8), "Vitry-le-François"));
    const auto paris = names("paris", 50);
    const auto place = [&](const char* name) { return std::ranges::find(paris, name); };
    REQUIRE(has(paris, "Paris 20e"));
    CHECK(place("Paris 2e") < place("Paris 10e"));
    CHECK(names("zzzz", 8).empty());
    CHECK(names("", 8).empty());
    CHECK(names("-", 8).empty());
    CHECK(names("99999", 8).empty());
}

TEST_CASE("codes find their communes, areas and countries") {
    const auto& places = some_places();
    REQUIRE(places.commune("42218") != nullptr);
    CHECK(places.commune("42218")->name == "Saint-Étienne");
    CHECK(places.commune("42218", "42000") != nullptr);
    CHECK(places.commune("42218", "69003") == nullptr);
    CHECK(places.commune("00000") == nullptr);
    CHECK(places.departements().size() > 100);
    CHECK(places.regions().size() >= 18);
    REQUIRE(places.country("DZA") != nullptr);
    CHECK(places.country("DZA")->code == "DZ");
    CHECK(places.country("FR")->name.domain == i18n::Domain::Countries);
    CHECK(places.country("??") == nullptr);
}

TEST_CASE("tables that are missing or damaged are an error, not a crash") {
    const TemporaryFolder tables;
    const auto& folder = tables.path();
    CHECK(Places::load(folder).error().kind == Error::Kind::NotFound);
    tables.write("communes.tsv", "code\tname\tpostal_codes\n01001\n");
    CHECK(Places::load(folder).error().kind == Error::Kind::Invalid);
    tables.write("communes.tsv", "code\tname\tpostal_codes\r\n01001\tX\t01400 01401\r\n");
    tables.write("departements.tsv", "code\tname\tregion\n01\tAin\t84\n");
    tables.write("regions.tsv", "code\tname\n84\tAuvergne-Rhône-Alpes\n");
    const auto places = Places::load(folder);
    REQUIRE(places);
    CHECK(places->communes("014", 8).size() == 2);
    tables.write("iso.json", "[1, 2");
    CHECK(
        Places::load(folder, {.countries = folder / "iso.json"}).error().kind ==
        Error::Kind::Invalid
    );
}
