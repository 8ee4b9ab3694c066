// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/language_test.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace language;

TEST_CASE("two variables are an index and its item, or a key and its value") {
    check_all({
        {"[7, 8, 9].all(place, n, n - place == 7)", Value(true)},
        {"['un', 'deux'].exists(place, mot, place == 1 && mot == 'deux')", Value(true)},
        {"['un', 'deux'].exists(place, mot, place == 0 && mot == 'deux')", Value(false)},
        {"[4, 1, 2].exists_one(place, n, place == n)", Value(false)},
        {"[4, 1, 3].exists_one(place, n, place == n)", Value(true)},
        {"[4, 1, 3].existsOne(place, n, place == n)", Value(true)},
        {"{'loyer': 600, 'charges': 80}.all(nom, somme, somme > 50)", Value(true)},
        {"{'loyer': 600, 'charges': 80}.exists(nom, somme, nom == 'loyer' && somme < 100)",
         Value(false)},
        {"[].all(place, n, false)", Value(true)},
        {"{}.exists(nom, somme, true)", Value(false)},
    });
}

TEST_CASE("lists and maps are made of indexes and items, or of keys and values") {
    check_all({
        {"['a', 'b'].transformList(i, s, s + string(i)) == ['a0', 'b1']", Value(true)},
        {"[3, 4, 5].transformList(i, n, i > 0, n * i) == [4, 10]", Value(true)},
        {"{'x': 2, 'y': 3}.transformList(k, v, k + string(v)) == ['x2', 'y3']", Value(true)},
        {"{'x': 2, 'y': 3}.transformMap(k, v, v * v) == {'x': 4, 'y': 9}", Value(true)},
        {"{'x': 2, 'y': 3}.transformMap(k, v, v > 2, v * v) == {'y': 9}", Value(true)},
        {"['a', 'b'].transformMap(i, s, s + '!') == {0: 'a!', 1: 'b!'}", Value(true)},
        {"{'x': 'nord', 'y': 'sud'}.transformMapEntry(k, v, {v: k}) == {'nord': 'x', 'sud': 'y'}",
         Value(true)},
        {"['a', 'b'].transformMapEntry(i, s, s != 'a', {s: i}) == {'b': 1}", Value(true)},
        {"{}.transformMap(k, v, k) == {} && [].transformList(i, v, i) == []", Value(true)},
        {"[[1, 2], [3]].transformList(i, l, l.transformList(j, n, [i, j, n])) == "
         "[[[0, 0, 1], [0, 1, 2]], [[1, 0, 3]]]",
         Value(true)},
        {"[5].transformList(i, n, [6].map(m, n * 10 + m))[0][0]", int_value(56)},
    });
}

TEST_CASE("two variables absorb errors and unknowns as one does") {
    const Values values{{"u", Value(Unknown{})}};
    check_all(
        {
            {"[2, 0].exists(i, n, 4 / n == 2)", Value(true)},
            {"[0, 2].all(i, n, 4 / n == 3)", Value(false)},
            {"[1].all(i, n, u)", Value(Unknown{})},
            {"[1].all(i, n, u && i > 0)", Value(false)},
            {"{'a': 1}.transformMap(k, v, u)", Value(Unknown{})},
            {"[1].transformMapEntry(i, n, u)", Value(Unknown{})},
            {"u.transformList(i, n, n)", Value(Unknown{})},
        },
        values
    );
    check_wrong({
        {"[1, 0].transformList(i, n, 1 / n)", "divide by zero"},
        {"{'a': 0}.transformMap(k, v, 1 / v)", "divide by zero"},
        {"[1, 1].exists_one(i, n, 1 / i > 0)", "divide by zero"},
        {"[1].transformList(i, n, n, n)", "no such overload"},
    });
}

TEST_CASE("macros of two variables refuse what they cannot go over or put together") {
    check_wrong({
        {"'abc'.all(i, c, true)", "no such overload"},
        {"3.transformMap(i, n, n)", "no such overload"},
        {"[1].transformMapEntry(i, n, [n])", "no such overload"},
        {"['a', 'a'].transformMapEntry(i, s, {s: i})", "repeated key"},
        {"[1].all(i.j, n, true)", "1:11: all() needs a simple name as its first argument"},
        {"[1].all(i, n.j, true)", "1:14: all() needs a simple name as its second argument"},
        {"[1].exists(n, n, true)", "1:15: exists() needs two different names"},
        {"[1].map(i, .n, n, i)", "unbound function: 'map'"},
        {"[1].filter(i, n, true)", "unbound function: 'filter'"},
        {"[1].transformList(i, n)", "unbound function: 'transformList'"},
    });
}

TEST_CASE("both variables hide names outside only inside their macro") {
    const Values values{{"i", Value("outer i")}, {"n", Value("outer n")}};
    check_all(
        {
            {"[4].transformList(i, n, [i, n]) == [[0, 4]]", Value(true)},
            {"[4].transformList(i, m, n)[0]", Value("outer n")},
            {"[4].transformList(i, n, .n)[0]", Value("outer n")},
            {"[4].transformList(i, n, [9].map(n, [i, n])) == [[[0, 9]]]", Value(true)},
            {"[4].all(i, n, true) ? i : n", Value("outer i")},
        },
        values
    );
}

TEST_CASE("the types of two variables and of what they make are known") {
    const Type number{Type::Kind::Int, {}, {}};
    const Type text{Type::Kind::String, {}, {}};
    const Names names{
        {"mots", Type{Type::Kind::List, {text}, {}}},
        {"prix", Type{Type::Kind::Map, {text, number}, {}}},
        {"libre", Type{}}};
    struct Typed {
        std::string source;
        Type type;
    };
    const std::vector<Typed> cases{
        {"mots.exists(i, m, i > 0 && m == 'x')", Type{Type::Kind::Bool, {}, {}}},
        {"mots.transformList(i, m, i)", Type{Type::Kind::List, {number}, {}}},
        {"prix.transformList(k, v, k)", Type{Type::Kind::List, {text}, {}}},
        {"mots.transformMap(i, m, m)", Type{Type::Kind::Map, {number, text}, {}}},
        {"prix.transformMap(k, v, string(v))", Type{Type::Kind::Map, {text, text}, {}}},
        {"prix.transformMapEntry(k, v, {v: k})", Type{Type::Kind::Map, {number, text}, {}}},
        {"libre.transformList(k, v, v)", Type{Type::Kind::List, {Type{}}, {}}},
    };
    for (const auto& row : cases) {
        CAPTURE(row.source);
        const auto expression = compile(row.source, names);
        REQUIRE(expression.has_value());
        CHECK((expression->type() == row.type));
    }
    const auto problem = [&names](std::string_view source) {
        const auto expression = compile(source, names);
        return expression ? std::string() : messages(expression.error());
    };
    CHECK(problem("mots.all(i, m, m > i)") == "1:18: '>' cannot take string and int\n");
    CHECK(
        problem("prix.transformList(k, v, v, k)") ==
        "1:26: the condition must be true or false, not int\n"
    );
    CHECK(
        problem("mots.transformMapEntry(i, m, m)") ==
        "1:30: each turn must give a map, not string\n"
    );
    CHECK(problem("mots.all(i, m, i)") == "1:16: the condition must be true or false, not int\n");
}

TEST_CASE("macros of two variables stop when the budget is used up") {
    const Values values;
    auto limited = context(values);
    limited.budget = 60;
    const auto spend = [&limited](std::string_view source) {
        const auto value = evaluate(*compile(source, {}, Naming::Dynamic), limited);
        return value ? std::string() : value.error().message;
    };
    CHECK(spend("[1, 2, 3].all(i, n, n > i)").empty());
    CHECK(
        spend("[1, 2, 3].all(i, n, [1, 2, 3].all(j, m, [1, 2, 3].all(k, o, o > k)))") ==
        "cost limit exceeded"
    );
}
