// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/language_test.hpp"

using namespace language;

TEST_CASE("&& and || absorb errors and unknowns on either side") {
    const Values values{{"u", Value(Unknown{})}};
    check_all(
        {
            {"false && 1 / 0 > 0", Value(false)},
            {"1 / 0 > 0 && false", Value(false)},
            {"1 / 0 > 0 || true", Value(true)},
            {"u && false", Value(false)},
            {"true || u", Value(true)},
            {"u || true", Value(true)},
            {"u && true", Value(Unknown{})},
            {"u || 1 / 0 > 0", Value(Unknown{})},
            {"1 / 0 > 0 && u", Value(Unknown{})},
            {"true && true && false", Value(false)},
            {"missing || true", Value(true)},
        },
        values
    );
    check_wrong(
        {{"true && 1 / 0 > 0", "divide by zero"},
         {"'a' && true", "no such overload"},
         {"!1", "no such overload"}}
    );
}

TEST_CASE("whatever else is made of an unknown is unknown") {
    const Values values{
        {"u", Value(Unknown{})},
        {"some", Value(List{int_value(2), Value(Unknown{})})},
        {"item", Value(Map{{Value("name"), Value(Unknown{})}})}};
    for (const std::string source :
         {"u + 1",
          "u == 1",
          "!u",
          "-u",
          "size(u)",
          "u ? 1 : 2",
          "[u]",
          "{'a': u}",
          "u.field",
          "u[0]",
          "has(u.field)",
          "has(item.name)",
          "item.name == 'x'",
          "u.exists(x, x > 1)",
          "[1].map(x, u)",
          "[1].filter(x, u)",
          "u in [1]",
          "1 in [2, item.name]",
          "1 in some",
          "some == [2, 3]",
          "u + 1 / 0",
          "[1, 2].exists_one(x, x == u)",
          "[item.name] == [1]"}) {
        CAPTURE(source);
        const auto value = run(source, values);
        REQUIRE(value.has_value());
        CHECK(value->is_unknown());
    }
    check_all(
        {
            {"true ? 1 : u", int_value(1)},
            {"2 in some", Value(true)},
            {"some == [1, 3]", Value(false)},
            {"some != [2]", Value(true)},
            {"[u, 3].size() == 2 || true", Value(true)},
            {"has(item.other)", Value(false)},
        },
        values
    );
}

TEST_CASE("an unknown condition does not hold") {
    const Values values{{"u", Value(Unknown{})}};
    const auto holding = [&values](std::string_view source) {
        return holds(*compile(source, {}, Naming::Dynamic), context(values));
    };
    CHECK(holding("1 < 2"));
    CHECK(holding("u || true"));
    CHECK_FALSE(holding("u"));
    CHECK_FALSE(holding("!u"));
    CHECK_FALSE(holding("1 / 0 == 1"));
    CHECK_FALSE(holding("1"));
    CHECK_FALSE(holding("false"));
}

TEST_CASE("lists and maps are indexed, joined and searched") {
    check_all({
        {"[10, 20, 30][1]", int_value(20)},
        {"[10, 20][1.0]", int_value(20)},
        {"[1] + [2] == [1, 2]", Value(true)},
        {"{'a': 1, 2: 'b', true: 'c'}[2]", Value("b")},
        {"{'a': {'b': 3}}.a.b", int_value(3)},
        {"{'my-key': 4}.`my-key`", int_value(4)},
        {"'a' in {'a': 1} && !('b' in {'a': 1})", Value(true)},
        {"{'x': 1, 'y': 2} == {'y': 2, 'x': 1}", Value(true)},
        {"has({'a': 1}.a) && !has({'a': 1}.b)", Value(true)},
        {"size([1, 2,]) + size({'a': 1,})", int_value(3)},
        {"[,] == [] && {,} == {}", Value(true)},
        {"1in[1]", Value(true)},
        {"{'while': 1}.while", int_value(1)},
    });
    check_wrong({
        {"[,,]", "unexpected ','"},
        {"{'a': 1,,}", "unexpected ','"},
        {"size(,)", "unexpected ','"},
        {"[1][1]", "index out of bounds"},
        {"[1][-1]", "index out of bounds"},
        {"[1][0.5]", "no such overload"},
        {"{'a': 1}['b']", "no such key"},
        {"{'a': 1}.b", "no such key: 'b'"},
        {"{1: 2, 1: 3}", "repeated key"},
        {"{1.5: 2}", "unsupported key type"},
        {"5.field", "does not support field selection"},
        {"has('text'.field)", "no such overload"},
    });
}

TEST_CASE("macros go over the items of a list or the keys of a map") {
    check_all({
        {"[1, 2, 3].all(x, x > 0)", Value(true)},
        {"[].all(x, 1 / 0 > x)", Value(true)},
        {"[1, 2, 3].exists(x, x > 2)", Value(true)},
        {"[0, 2].exists(x, 1 / x > 0 || x == 2)", Value(true)},
        {"[1, 2, 0].all(x, 6 / x > 3)", Value(false)},
        {"[1, 2, 3].exists_one(x, x % 2 == 0)", Value(true)},
        {"[1, 2, 3, 4].filter(x, x % 2 == 0) == [2, 4]", Value(true)},
        {"[1, 2].map(x, x * 10) == [10, 20]", Value(true)},
        {"[1, 2, 3].map(x, x > 1, x * x) == [4, 9]", Value(true)},
        {"{'a': 1, 'b': 2}.exists(k, k == 'b')", Value(true)},
        {"{'b': 1}.map(k, k + '!')[0]", Value("b!")},
        {"[[1, 2], [3]].map(l, l.map(x, x + size(l))) == [[3, 4], [4]]", Value(true)},
        {"[1, 2].exists(x, [2, 3].exists(y, x == y))", Value(true)},
        {"[1].map(x, [2].map(x, x))[0][0]", int_value(2)},
    });
    check_wrong({
        {"[1, 0].map(x, 1 / x)", "divide by zero"},
        {"[1, 'a'].filter(x, x > 0)", "no such overload"},
        {"[1].filter(x, x)", "no such overload"},
        {"[1, 0].exists_one(x, 1 / x > 0)", "divide by zero"},
        {"5.all(x, true)", "no such overload"},
        {"[1].all(x.y, true)", "simple name"},
        {"has(x)", "needs a field"},
    });
}

TEST_CASE("a macro's variable hides names outside only inside it") {
    const Values values{{"x", Value("outer")}, {"x.y", Value("dotted")}};
    check_all(
        {
            {"[1].map(x, x)[0]", int_value(1)},
            {"[1].map(y, x)[0]", Value("outer")},
            {"[{'y': 5}].map(x, x.y)[0]", int_value(5)},
            {"[1].map(x, .x)[0]", Value("outer")},
            {"x.y", Value("dotted")},
        },
        values
    );
}

TEST_CASE("a dotted name means the longest name that has a value") {
    const Values values{
        {"foyer.personnes", int_value(3)},
        {"foyer",
         Value(Map{{Value("personnes"), int_value(99)}, {Value("ville"), Value("Lyon")}})}};
    check_all(
        {{"foyer.personnes", int_value(3)},
         {"(foyer).personnes", int_value(99)},
         {"foyer.ville", Value("Lyon")}},
        values
    );
    check_wrong(
        {{"foyer.rue", "no such key: 'rue'"},
         {"inconnu.rue", "undeclared reference to 'inconnu.rue'"}},
        values
    );
}

TEST_CASE("types are values") {
    check_all({
        {"type(1) == int && type(1.0) == double && type('') == string", Value(true)},
        {"type([]) == list && type({}) == map && type(null) == null_type && type(true) == bool",
         Value(true)},
        {"type(type(1)) == type && type(int) == type", Value(true)},
        {"type(timestamp(0)) == google.protobuf.Timestamp", Value(true)},
        {"type(1)", Value(TypeName{"int"})},
        {"type(1) == type(1.0)", Value(false)},
    });
}

TEST_CASE("a call of no known function is an error, not a crash") {
    check_wrong({
        {"unknown_function(1)", "unbound function: 'unknown_function'"},
        {"size(1)", "no such overload"},
        {"size('a', 'b')", "no such overload"},
        {"'a'.contains(1)", "no such overload"},
        {"f(1, 2, 3, 4, 5, 6, 7, 8)", "unbound function"},
    });
}

TEST_CASE("an evaluation stops when its budget is used up") {
    const Values values;
    const auto spend = [&values](std::string_view source, long budget) {
        auto limited = context(values);
        limited.budget = budget;
        return evaluate(*compile(source, {}, Naming::Dynamic), limited);
    };
    std::string twenty = "[0, 1]";
    for (int i = 0; i < 40; ++i)
        twenty += ".map(x, [x, x])";
    const std::string nested =
        "[0,1,2,3,4,5,6,7,8,9].all(a, [0,1,2,3,4,5,6,7,8,9].all(b, a + b >= 0))";
    CHECK(spend(nested, 10'000) == Value(true));
    CHECK(spend(nested, 100).error().message == "cost limit exceeded");
    CHECK(
        spend("[1, 2].exists(x, " + nested + ") || true", 100).error().message ==
        "cost limit exceeded"
    );
    CHECK(
        spend(twenty, 100'000).error().message == "cost limit exceeded"
    ); // 2^41 items if it were written out
    CHECK(
        spend("'" + std::string(20'000, 'a') + "'.replace('', 'bbbbbbbbbb').size() > 0", 1000)
            .error()
            .message == "cost limit exceeded"
    );
}
