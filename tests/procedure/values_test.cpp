// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"

#include <array>
#include <ostream>

using namespace guichet;
using namespace guichet::procedure;

namespace {

Question choice_of(std::string_view name) {
    auto question = question_of(name);
    question.options = {
        {.id = "rouge", .label = i18n::tr("Rouge")},
        {.id = "bleu", .label = i18n::tr("Bleu foncé")},
        {.id = "autre", .label = i18n::tr("Autre")}};
    question.other = true;
    return question;
}

} // namespace

TEST_CASE("a number is whole and within the limits") {
    auto question = question_of("number");
    question.max = 12000;
    const auto parse = [&question](const char* words) {
        return question.type->parse(question, {.parts = {words}});
    };
    CHECK(parse("12 000") == Value(std::int64_t{12000}));
    CHECK(parse("007") == Value(std::int64_t{7}));
    CHECK(parse("1.234") == Value(std::int64_t{1234}));
    CHECK(parse("12001").error().say.id == "Écrivez {max} au plus.");
    CHECK(parse("-1").error().say.id == "Écrivez {min} ou plus.");
    CHECK(parse("1,5").error().say.id == "Écrivez un nombre entier, sans virgule.");
    CHECK(parse("deux").error().say.id == "Écrivez seulement des chiffres.");
    CHECK(parse("99999999999999999999").error().say.id == "Écrivez seulement des chiffres.");
    question.min = -10;
    CHECK(parse("-5") == Value(std::int64_t{-5}));
    CHECK(question.type->draft(question, std::int64_t{12000}).parts.front() == "12 000");
    CHECK(question.type->to_logic(std::int64_t{3}) == logic::Value(std::int64_t{3}));
}

TEST_CASE("money is read as people write it") {
    struct Case {
        const char* words;
        std::int64_t cents; ///< -1: refused
        const char* draft;
    };
    const auto cases = std::to_array<Case>({
        {"1234", 123400, "1 234"},
        {"1 234,50", 123450, "1 234,50"},
        {"1\u202f234,5 €", 123450, "1 234,50"},
        {"1234.5", 123450, "1 234,50"},
        {"1.234,50", 123450, "1 234,50"},
        {"1,234.50", 123450, "1 234,50"},
        {"1.234", 123400, "1 234"},
        {"1.234.567", 123456700, "1 234 567"},
        {"0,05", 5, "0,05"},
        {"0,500", -1, ""},
        {",50", 50, "0,50"},
        {"12 euros", 1200, "12"},
        {"12,", 1200, "12"},
        {"0", 0, "0"},
        {"12,345", -1, ""},
        {"12,345,6", -1, ""},
        {"1,234,567", 123456700, "1 234 567"},
        {"12,3456", -1, ""},
        {"1.2.3", -1, ""},
        {"-5", -1, ""},
        {"€", -1, ""},
        {",", -1, ""},
        {"dix", -1, ""},
        {"99999999999999", -1, ""},
    });
    const auto question = question_of("money");
    for (const auto& row : cases) {
        CAPTURE(row.words);
        const auto parsed = question.type->parse(question, {.parts = {row.words}});
        CHECK(parsed.has_value() == (row.cents >= 0));
        if (!parsed)
            continue;
        CHECK(*parsed == Value(Money{row.cents}));
        CHECK(question.type->draft(question, *parsed).parts.front() == row.draft);
        CHECK(question.type->parse(question, question.type->draft(question, *parsed)) == *parsed);
    }
    CHECK(question.type->to_logic(Money{123450}) == logic::Value(1234.5));
}

TEST_CASE("a lone sign before three digits cuts thousands where the language writes them so") {
    struct Case {
        const char* words;
        const char* language;
        std::int64_t cents; ///< -1: refused
    };
    const auto cases = std::to_array<Case>({
        {"12,345", "fr", -1},
        {"12,345", "ar", -1},
        {"12,345", "en", 1234500},
        {"12.345", "fr", 1234500},
        {"12.345", "en", -1},
        {"12,345.6", "fr", 1234560},
        {"12,34", "en", 1234},
    });
    const auto question = question_of("money");
    for (const auto& row : cases) {
        CAPTURE(row.words);
        CAPTURE(row.language);
        const auto parsed =
            question.type->parse(question, {.parts = {row.words}, .language = row.language});
        REQUIRE(parsed.has_value() == (row.cents >= 0));
        if (parsed)
            CHECK(*parsed == Value(Money{row.cents}));
        else
            CHECK(parsed.error().say.id == "Écrivez deux chiffres au plus après la virgule.");
    }
}

TEST_CASE("yes, no and consent are touched, never assumed") {
    const i18n::Catalogue french;
    const auto question = question_of("yes-no");
    CHECK(question.type->parse(question, {.chosen = {"yes"}}) == Value(true));
    CHECK(question.type->parse(question, {.chosen = {"no"}}) == Value(false));
    CHECK_FALSE(question.type->parse(question, {.chosen = {"yes", "no"}}));
    CHECK_FALSE(question.type->parse(question, {.parts = {"oui"}}));
    CHECK(question.type->draft(question, false).chosen == std::vector<std::string>{"no"});
    CHECK(question.type->format(question, false, french) == "Non");
    CHECK(question.type->read(question, "Oui").chosen == std::vector<std::string>{"yes"});

    const auto consent = question_of("consent");
    CHECK(consent.type->parse(consent, {.chosen = {"yes"}}) == Value(true));
    CHECK_FALSE(consent.type->parse(consent, {}));
    CHECK_FALSE(consent.type->parse(consent, {.chosen = {"no"}}));
    CHECK(consent.type->read(consent, "oui").empty());
}

TEST_CASE("a choice is one option, and the other one wants words") {
    const i18n::Catalogue french;
    const auto question = choice_of("choice");
    const auto& kind = *question.type;
    CHECK(kind.parse(question, {.chosen = {"bleu"}}) == Value(Chosen{.ids = {"bleu"}}));
    CHECK(kind.format(question, Chosen{.ids = {"bleu"}}, french) == "Bleu foncé");
    CHECK_FALSE(kind.parse(question, {.chosen = {"bleu", "rouge"}}));
    CHECK_FALSE(kind.parse(question, {.chosen = {"vert"}}));
    CHECK_FALSE(kind.parse(question, {.chosen = {"autre"}}));
    const Value other{Chosen{.ids = {"autre"}, .other = "Vert d’eau"}};
    CHECK(kind.parse(question, {.parts = {" Vert d’eau "}, .chosen = {"autre"}}) == other);
    CHECK(kind.format(question, other, french) == "Vert d’eau");
    CHECK(kind.parse(question, kind.draft(question, other)) == other);
    CHECK(kind.to_logic(other) == logic::Value("autre"));
    CHECK(kind.read(question, "BLEU FONCE").chosen == std::vector<std::string>{"bleu"});
    CHECK(kind.parts(question).size() == 1);
}

TEST_CASE("many choices keep everything that was touched") {
    const i18n::Catalogue french;
    auto question = choice_of("many-choices");
    const auto& kind = *question.type;
    const Value both{Chosen{.ids = {"rouge", "bleu"}}};
    CHECK(kind.parse(question, {.chosen = {"bleu", "rouge"}}) == both);
    CHECK(kind.format(question, both, french) == "Rouge, Bleu foncé");
    CHECK_FALSE(kind.parse(question, {.chosen = {"bleu", "vert"}}));
    CHECK_FALSE(kind.parse(question, {}));
    question.min = 2;
    question.max = 2;
    CHECK(
        kind.parse(question, {.chosen = {"bleu"}}).error().say.id ==
        "Choisissez au moins {n} réponse."
    );
    CHECK(
        kind.parse(question, {.parts = {"x"}, .chosen = {"bleu", "rouge", "autre"}})
            .error()
            .say.id == "Gardez {n} réponse au plus."
    );
    question.min.reset();
    question.required = false;
    CHECK(kind.parse(question, {}) == Value(Chosen{}));
}

TEST_CASE("a list counts its items") {
    auto question = question_of("list");
    question.min = 1;
    question.max = 2;
    const auto& kind = *question.type;
    CHECK(kind.parse(question, {.chosen = {"0", "1"}}) == Value(std::int64_t{2}));
    CHECK_FALSE(kind.parse(question, {}));
    CHECK_FALSE(kind.parse(question, {.chosen = {"0", "1", "2"}}));
    CHECK(kind.draft(question, std::int64_t{2}).chosen.size() == 2);
}

TEST_CASE("communes, addresses, areas and countries are picked from the tables") {
    some_places();
    const i18n::Catalogue french;
    const auto commune = question_of("commune");
    const auto found = commune.type->matches("69003");
    REQUIRE(found.size() == 1);
    CHECK(commune.type->matches("80140").size() == 40); // all that share a postal code
    const auto value = commune.type->parse(commune, {.parts = {"69003"}, .chosen = {found[0].id}});
    REQUIRE(value);
    CHECK(std::get<Commune>(*value).postal_code == "69003");
    CHECK(commune.type->parse(commune, {.parts = {"69003"}}) == *value);
    CHECK(commune.type->parse(commune, commune.type->draft(commune, *value)) == *value);
    CHECK_FALSE(commune.type->parse(commune, {.parts = {"690"}}));
    CHECK_FALSE(commune.type->parse(commune, {.parts = {"Octeville"}, .chosen = {"unlisted"}}));
    CHECK_FALSE(commune.type->parse(commune, {.parts = {"x"}, .chosen = {"99999/00000"}}));

    const auto address = question_of("address");
    const auto read = address.type->read(address, "12 RUE DES LILAS 69003 LYON");
    CHECK(read.parts.at(0) == "12 RUE DES LILAS");
    const auto home = address.type->parse(address, read);
    REQUIRE(home);
    CHECK(address.type->parse(address, address.type->draft(address, *home)) == *home);
    CHECK(address.type->parse(address, {.parts = {"", "", "69003"}}).error().part == 0);
    CHECK(address.type->parse(address, {.parts = {"1 rue", "", ""}}).error().part == 2);

    const auto departement = question_of("departement");
    CHECK(departement.type->matches("rhône").front().id == "69");
    CHECK(departement.type->matches("2a").front().id == "2A");
    CHECK(
        departement.type->parse(departement, {.parts = {"x"}, .chosen = {"69"}}) ==
        Value(std::string("69"))
    );
    CHECK(question_of("region").type->matches("ile de fr").front().id == "11");

    const auto nationality = question_of("nationality");
    CHECK(nationality.type->read(nationality, "FRA").chosen == std::vector<std::string>{"FR"});
    CHECK(nationality.type->parse(nationality, {.chosen = {"DZ"}}) == Value(std::string("DZ")));
    CHECK_FALSE(nationality.type->parse(nationality, {.chosen = {"ZZ"}}));
    CHECK(nationality.type->read(nationality, "XXA").chosen == std::vector<std::string>{"XXA"});
    CHECK(
        nationality.type->format(nationality, Value(std::string("XXA")), {}) ==
        "Apatride, sans nationalité"
    );
    const auto country = question_of("country");
    CHECK_FALSE(country.type->parse(country, {.chosen = {"XXA"}}));
    CHECK(country.type->matches("apatride").empty());
    struct Name {
        const char* typed;
        const char* code;
    };
    const auto names = std::to_array<Name>({
        {"maroc", "MA"},
        {"MAROCAINE", "MA"},
        {"algérienne", "DZ"},
        {"Tunisien", "TN"},
        {"Etats", "US"},
        {"anglaise", "GB"},
        {"portugaise", "PT"},
        {"fr", "FR"},
        {"Kosovo", "XK"},
        {"apatr", "XXA"},
        {"sans nationalité", "XXA"},
        {"stateless", "XXA"},
        {"عديم", "XXA"},
        {"réfugiée", "XXB"},
        {"kossovar", "XK"},
        {"ألمانيا", "DE"},
        {"الجزائر", "DZ"},
    });
    for (const auto& row : names) {
        CAPTURE(row.typed);
        const auto matches = nationality.type->matches(row.typed);
        REQUIRE_FALSE(matches.empty());
        CHECK(matches.front().id == row.code);
    }
    CHECK(nationality.type->matches("ألم").size() < 20); // an article shared is no likeness
}

TEST_CASE("a scanned paper is answered by its pages") {
    const i18n::Catalogue french;
    const auto question = question_of("document");
    const Value value{Scanned{.kind = "identite", .pages = 2}};
    CHECK(question.type->parse(question, question.type->draft(question, value)) == value);
    CHECK_FALSE(question.type->parse(question, {.parts = {"0"}}));
    CHECK(question.type->format(question, Scanned{.kind = "", .pages = 1}, french) == "1 page");
}

TEST_CASE("every type of the design is there once and answers for its value") {
    CHECK(types().size() == 28);
    const i18n::Catalogue french;
    for (const auto* kind : types()) {
        CAPTURE(kind->name());
        CHECK(find_type(kind->name()) == kind);
        const Question question{.id = "q", .type = kind, .label = i18n::tr("?")};
        kind->format(question, NotKnown{}, french);
        kind->spoken(question, NotKnown{}, french);
        kind->draft(question, NotKnown{});
        kind->logic_type(question);
        kind->to_logic(NotKnown{});
    }
    CHECK(find_type("texte") == nullptr);
}

TEST_CASE("a commune that the table does not have is kept as it is written") {
    const i18n::Catalogue french;
    auto question = question_of("commune");
    question.unlisted = i18n::tr("Ma commune n’est pas dans la liste");
    const Draft written{.parts = {" Octeville "}, .chosen = {std::string(unlisted_option)}};
    const auto value = question.type->parse(question, written);
    REQUIRE(value);
    CHECK(*value == Value(Commune{.code = {}, .name = "Octeville", .postal_code = {}}));
    CHECK(question.type->format(question, *value, french) == "Octeville");
    CHECK(question.type->spoken(question, *value, french) == "Octeville");
    CHECK(question.type->parse(question, question.type->draft(question, *value)) == *value);
    const auto seen = question.type->to_logic(*value);
    REQUIRE(seen.map() != nullptr);
    for (const auto& [field, content] : *seen.map())
        CHECK(content.is_unknown() == (field != logic::Value("name")));
    const auto number = question.type->parse(
        question, {.parts = {"50130"}, .chosen = {std::string(unlisted_option)}}
    );
    REQUIRE_FALSE(number);
    CHECK(number.error().say.id == "Écrivez le nom de la commune.");
}
