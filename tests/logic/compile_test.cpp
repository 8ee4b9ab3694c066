// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/language_test.hpp"

#include <doctest/doctest.h>

using namespace language;

namespace {

Type type(Type::Kind kind) {
    return {kind, {}, {}};
}

Names names() {
    const Type child{
        Type::Kind::Record,
        {},
        {{"prenom", type(Type::Kind::String)}, {"naissance", type(Type::Kind::Timestamp)}}};
    return {
        {"nom", type(Type::Kind::String)},
        {"foyer.personnes", type(Type::Kind::Int)},
        {"loyer", type(Type::Kind::Double)},
        {"marie", type(Type::Kind::Bool)},
        {"naissance", type(Type::Kind::Timestamp)},
        {"enfants", Type{Type::Kind::List, {child}, {}}},
        {"choix", Type{Type::Kind::List, {type(Type::Kind::String)}, {}}},
        {"prix", Type{Type::Kind::Map, {type(Type::Kind::String), type(Type::Kind::Int)}, {}}},
        {"libre", type(Type::Kind::Dyn)},
    };
}

std::string problems(std::string_view source) {
    const auto expression = compile(source, names());
    return expression ? std::string() : messages(expression.error());
}

} // namespace

TEST_CASE("an expression on declared names has a type and knows what it reads") {
    struct Case {
        std::string source;
        Type::Kind kind;
        std::vector<std::string> reads;
    };
    const std::vector<Case> cases{
        {"foyer.personnes > 1 && marie", Type::Kind::Bool, {"foyer.personnes", "marie"}},
        {"nom + '!'", Type::Kind::String, {"nom"}},
        {"foyer.personnes + size(enfants)", Type::Kind::Int, {"enfants", "foyer.personnes"}},
        {"loyer * 12.0", Type::Kind::Double, {"loyer"}},
        {"enfants.map(e, e.prenom)", Type::Kind::List, {"enfants"}},
        {"enfants[0]", Type::Kind::Record, {"enfants"}},
        {"enfants[0]['prenom']", Type::Kind::String, {"enfants"}},
        {"enfants.exists(e, age(e.naissance) < 18)", Type::Kind::Bool, {"enfants"}},
        {"prix.tarif", Type::Kind::Int, {"prix"}},
        {"today() - naissance", Type::Kind::Duration, {"naissance"}},
        {"naissance + duration('24h')", Type::Kind::Timestamp, {"naissance"}},
        {"libre + 1", Type::Kind::Int, {"libre"}},
        {"marie ? 'a' : nom", Type::Kind::String, {"marie", "nom"}},
        {"loyer > foyer.personnes", Type::Kind::Bool, {"foyer.personnes", "loyer"}},
        {"has(foyer.personnes)", Type::Kind::Bool, {"foyer.personnes"}},
        {"'a' in choix || nom in ['x']", Type::Kind::Bool, {"choix", "nom"}},
        {"type(nom) == string", Type::Kind::Bool, {"nom"}},
        {"strings.quote(nom)", Type::Kind::String, {"nom"}},
        {"nom.split(' ')[0]", Type::Kind::String, {"nom"}},
        {"1 == 1.0", Type::Kind::Bool, {}},
    };
    for (const auto& row : cases) {
        CAPTURE(row.source);
        const auto expression = compile(row.source, names());
        CAPTURE((expression ? std::string() : messages(expression.error())));
        REQUIRE(expression.has_value());
        CHECK(expression->type().kind == row.kind);
        CHECK(expression->names() == row.reads);
    }
}

TEST_CASE("a type error says where it is and what is wrong") {
    struct Case {
        std::string source;
        std::string message;
    };
    const std::vector<Case> cases{
        {"nom + 1", "1:5: '+' cannot take string and int\n"},
        {"size(3)", "1:1: size() does not take (int)\n"},
        {"loyer + 1", "1:7: '+' cannot take double and int: convert one with double() or int()\n"},
        {"marie && nom", "1:10: each side of '&&' must be true or false, not string\n"},
        {"!foyer.personnes", "1:2: what follows '!' must be true or false, not int\n"},
        {"foyer.personnes ? 1 : 2", "1:1: what stands before '?' must be true or false, not int\n"},
        {"marie ? 1 : 'a'", "1:7: '? :' gives int or string: both must be alike\n"},
        {"nom == 1", "1:5: '==' cannot take string and int\n"},
        {"nom < 1", "1:5: '<' cannot take string and int\n"},
        {"enfants < enfants", "1:9: '<' cannot take list(record) and list(record)\n"},
        {"1 in choix", "1:3: 'in' cannot take int and list(string)\n"},
        {"-nom", "1:1: '-' needs a number, not string\n"},
        {"enfants[0].prenon", "1:12: no field 'prenon': did you mean 'prenom'?\n"},
        {"enfants[0]['prenon']", "1:12: no field 'prenon': did you mean 'prenom'?\n"},
        {"has(enfants[0].age)", "1:16: no field 'age'\n"},
        {"nom.longueur", "1:5: string has no field 'longueur'\n"},
        {"nom[0]", "1:4: string cannot be indexed by int\n"},
        {"enfants['a']", "1:8: list(record) cannot be indexed by string\n"},
        {"nom.all(c, true)", "1:5: this needs a list, not string\n"},
        {"enfants.filter(e, e.prenom)", "1:21: the condition must be true or false, not string\n"},
        {"nom.contain('a')", "1:5: unknown function 'contain': did you mean 'contains'?\n"},
        {"nom.contains('a', 'b')", "1:5: contains() does not take 2 arguments\n"},
        {"contains(nom, 'a')", "1:1: write value.contains()\n"},
        {"nom.age()", "1:5: write age(value)\n"},
        {"nom.matches('(')", "1:13: invalid regular expression: missing ): (\n"},
        {"{1.5: 2}", "1:2: double cannot be a key\n"},
    };
    for (const auto& row : cases) {
        CAPTURE(row.source);
        CHECK(problems(row.source) == row.message);
    }
}

TEST_CASE("a mistyped name comes with the one that was meant") {
    CHECK(
        problems("foyer.personne > 1") ==
        "1:1: undeclared reference to 'foyer.personne': did you mean 'foyer.personnes'?\n"
    );
    CHECK(
        problems("personnes > 1") ==
        "1:1: undeclared reference to 'personnes': did you mean 'foyer.personnes'?\n"
    );
    CHECK(problems("Nom == 'a'") == "1:1: undeclared reference to 'Nom': did you mean 'nom'?\n");
    CHECK(problems("zzz") == "1:1: undeclared reference to 'zzz'\n");
    CHECK(
        problems("enfants.exists(enfant, enfent.prenom == '')").find("enfant'?") !=
        std::string::npos
    );
}

TEST_CASE("all type problems of a source are reported at once, in order") {
    CHECK(
        problems("nom + 1 == 'a' &&\n  size(3) > 0 &&\n  perdu") ==
        "1:5: '+' cannot take string and int\n"
        "2:3: size() does not take (int)\n"
        "3:3: undeclared reference to 'perdu'\n"
    );
}

TEST_CASE("a syntax error says where it is, counted in characters") {
    struct Case {
        std::string source;
        std::string message;
    };
    const std::vector<Case> cases{
        {"", "1:1: expected a value before the end\n"},
        {"1 +", "1:4: expected a value before the end\n"},
        {"(1", "1:3: expected ')' to close '(' before the end\n"},
        {"[1, 2", "1:6: expected ']' to close the list before the end\n"},
        {"1 2", "1:3: unexpected '2'\n"},
        {"nom = 'a'", "1:5: unexpected '=': write == to compare\n"},
        {"a & b", "1:3: unexpected '&': write && or ||\n"},
        {"'é' + §", "1:7: unexpected character '§'\n"},
        {"'abc", "1:1: the string is not closed\n"},
        {"1 + 'abc\n", "1:5: the string is not closed on its line\n"},
        {"'''abc", "1:1: the string is not closed\n"},
        {"'a\\qb'", "1:3: unknown or incomplete escape '\\q'\n"},
        {"'é\\ud800'", "1:3: unknown or incomplete escape '\\u'\n"},
        {"b'abc'", "1:1: bytes are not supported: write a string without b\n"},
        {"12u", "1:1: unsigned numbers are not supported: write 12\n"},
        {"a.b{c: 1}", "1:4: messages are not supported\n"},
        {"if", "1:1: 'if' is reserved and cannot be a name\n"},
        {"a.in", "1:3: 'in' cannot name a field\n"},
        {"a ? b", "1:6: expected ':' after ? before the end\n"},
        {"{'a' 1}", "1:6: expected ':' after the key before '1'\n"},
        {"f(1,)", "1:5: unexpected ')'\n"},
        {"1 == \n  = 2", "2:3: unexpected '=': write == to compare\n"},
        {"$ + #", "1:1: unexpected character '$'\n1:5: unexpected character '#'\n"},
        {"\xff", "1:1: not text in UTF-8\n"},
    };
    for (const auto& row : cases) {
        CAPTURE(row.source);
        const auto expression = compile(row.source, {}, Naming::Dynamic);
        REQUIRE_FALSE(expression.has_value());
        CHECK(messages(expression.error()) == row.message);
    }
    CHECK(
        messages(compile(std::string(100'001, ' '), {}).error()) ==
        "1:1: longer than 100,000 bytes\n"
    );
}

TEST_CASE("nesting is bounded however it is made, and 32 levels of anything fit") {
    const auto repeat = [](std::string_view text, int times) {
        std::string all;
        for (int i = 0; i < times; ++i)
            all += text;
        return all;
    };
    for (const int times : {32, 100'000 / 16}) {
        CAPTURE(times);
        const std::vector<std::string> sources{
            repeat("(", times) + "1" + repeat(")", times),
            repeat("[", times) + repeat("]", times),
            repeat("!", times) + "true",
            repeat("- ", times) + "x",
            "1" + repeat(" + 1", times),
            "x" + repeat(".y", times),
            "x" + repeat("[0]", times),
            repeat("true ? 1 : ", times) + "1",
            "[1]" + repeat(".map(x, [x])", times),
        };
        for (const auto& source : sources) {
            CAPTURE(source.substr(0, 40));
            CHECK(compile(source, {}, Naming::Dynamic).has_value() == (times == 32));
        }
    }
    CHECK(run("true" + repeat(" && true", 5000)) == Value(true)); // a flat chain is no nesting
    std::string deep = "[1]";
    for (int i = 0; i < 100; ++i)
        deep += ".map(x, " + repeat("[", 100) + "x" + repeat("]", 100) + ")";
    CHECK_FALSE(compile(deep, {}, Naming::Dynamic).has_value());
}

TEST_CASE("a condition must be true or false") {
    CHECK(compile_condition("foyer.personnes > 1", names()).has_value());
    CHECK(compile_condition("libre", names()).has_value());
    CHECK(
        messages(compile_condition("nom + '!'", names()).error()) ==
        "1:5: a condition must be true or false, not string\n"
    );
}

TEST_CASE("has() of a dotted name tells whether it is answered") {
    const auto expression = compile("has(foyer.personnes)", names());
    REQUIRE(expression.has_value());
    const Values answered{{"foyer.personnes", int_value(2)}};
    const Values open{{"foyer.personnes", Value(Unknown{})}};
    CHECK(evaluate(*expression, context(answered)) == Value(true));
    CHECK(evaluate(*expression, context(open))->is_unknown());
}

TEST_CASE("declared and dynamic names give the same values") {
    const Values values{
        {"foyer.personnes", int_value(4)},
        {"enfants",
         Value(List{Value(Map{
             {Value("prenom"), Value("Zoé")},
             {Value("naissance"), Value(Timestamp{1'500'000'000, 0})}})})}};
    for (const auto* source :
         {"foyer.personnes * 2",
          "enfants.map(e, e.prenom)",
          "enfants[0].prenom + '!'",
          "enfants.exists(e, age(e.naissance) == 9)"}) {
        CAPTURE(source);
        const auto declared = compile(source, names());
        REQUIRE(declared.has_value());
        const auto value = evaluate(*declared, context(values));
        REQUIRE(value.has_value());
        CHECK((*value == run(source, values)));
    }
}
