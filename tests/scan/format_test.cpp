#include "scan/text/fold.hpp"
#include "scan/text/format.hpp"
#include "scan/text/match.hpp"

#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::scan;

namespace {

/// Words in rows 20 pixels high, 10 pixels a letter.
TextLine row(const std::string& text, int x, int y) {
    TextLine line;
    std::istringstream in(text);
    for (std::string part; in >> part;) {
        const auto letters = letter_count(part);
        const int width = static_cast<int>(letters) * 10;
        line.words.push_back(
            {.text = part,
             .folded = fold(part),
             .box = {x, y, width, 20},
             .sureness = std::vector<float>(letters, 0.95F)}
        );
        x += width + 10;
    }
    return line;
}

std::string read(const char* format, const std::string& text) {
    const auto line = row(text, 0, 0);
    std::vector<const Word*> words;
    for (const auto& word : line.words)
        words.push_back(&word);
    const auto found = extract(format, words);
    return found ? found->value : "";
}

} // namespace

TEST_CASE("values are taken out of what is printed") {
    struct Row {
        const char* format;
        const char* printed;
        const char* value;
    };
    const Row rows[] = {
        {"date", "né le 14/03/1968 à Lyon", "1968-03-14"},
        {"date", ": 14 mars 1968", "1968-03-14"},
        {"date", "31/02/2020", ""},
        {"money", ": 11 284 € 3", "11284"},
        {"money", "1 479,85€", "1479,85"},
        {"money", "aucun", ""},
        {"number", ": 2,5 parts", "2,5"},
        {"digits:4", "l’année 2024", "2024"},
        {"digits:13", ": 25 63 047 112 908", "2563047112908"},
        {"digits:13", "12345", ""},
        {"tax-number", ": 30 23 217 600 053", "3023217600053"},
        {"tax-number", "3O23217600O53", "3023217600053"},
        {"name", ": BENALI Samira 12", "BENALI Samira"},
        {"address", ": 12 RUE DES LILAS 63000 CLERMONT-FERRAND", "12"},
    };
    for (const auto& r : rows) {
        CAPTURE(r.format);
        CAPTURE(r.printed);
        if (std::string(r.format) == "address")
            CHECK(read(r.format, r.printed).ends_with("63000 CLERMONT-FERRAND"));
        else
            CHECK(read(r.format, r.printed) == r.value);
    }
}

TEST_CASE("a tax number that disagrees with its key is refuted, not proven") {
    const auto line = row("3023217600054", 0, 0);
    const auto found = extract("tax-number", {&line.words[0]});
    REQUIRE(found);
    CHECK_FALSE(found->proven);
    CHECK(found->refuted);
}

TEST_CASE("words forgive accents and one wrong letter, short ones do not") {
    CHECK(fold("Référence") == "reference");
    CHECK(fold("Œuvre") == "oeuvre");
    CHECK(folded_words("d’impôt") == std::vector<std::string>{"d", "impot"});
    CHECK(alike("impot", "inpot"));
    CHECK_FALSE(alike("nom", "non"));
}

TEST_CASE("a value is found right of its words or below them") {
    const PageText page({
        row("Numéro fiscal : 3023217600053", 100, 100),
        row("Nom", 100, 200),
        row("BENALI", 100, 230),
    });
    const auto number = page.find("numéro fiscal");
    REQUIRE(number.size() == 1);
    CHECK(page.right_of(number.front()).back()->text == "3023217600053");
    const auto name = page.find("nom");
    REQUIRE(name.size() == 1);
    CHECK(page.below(name.front()).front()->text == "BENALI");
}

TEST_CASE("a kind needs enough of its words") {
    Kind notice;
    notice.id = "avis-imposition";
    notice.words = {"avis d'impôt", "revenu fiscal de référence"};
    const PageText one({row("Avis d’impôt 2025", 0, 0)});
    const PageText both({row("Avis d’impôt 2025", 0, 0), row("Revenu fiscal de reference", 0, 40)});
    CHECK(recognise_kind(one, {notice}) == nullptr);
    const auto kinds = std::vector<Kind>{notice};
    CHECK(recognise_kind(both, kinds) == &kinds.front());
}
