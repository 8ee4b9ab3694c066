// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/language_test.hpp"

#include <limits>

using namespace language;

TEST_CASE("whole numbers are calculated in 64 bits and never wrap") {
    check_all({
        {"2 + 3 * 4", int_value(14)},
        {"(2 + 3) * 4", int_value(20)},
        {"10 - 4 - 3", int_value(3)},
        {"-7 / 2", int_value(-3)},
        {"-7 % 4", int_value(-3)},
        {"--3", int_value(3)},
        {"0x1F", int_value(31)},
        {"-9223372036854775808", int_value(std::numeric_limits<std::int64_t>::min())},
        {"9223372036854775807", int_value(std::numeric_limits<std::int64_t>::max())},
    });
    check_wrong({
        {"9223372036854775807 + 1", "overflow"},
        {"-9223372036854775808 - 1", "overflow"},
        {"-(-9223372036854775808)", "overflow"},
        {"5000000000 * 5000000000", "overflow"},
        {"-9223372036854775808 / -1", "overflow"},
        {"-9223372036854775808 % -1", "overflow"},
        {"1 / 0", "divide by zero"},
        {"1 % 0", "modulus by zero"},
        {"9223372036854775808", "too large"},
        {"0X1F", "must not touch the number"},
        {"1inside", "must not touch the number"},
    });
}

TEST_CASE("doubles follow IEEE 754") {
    check_all({
        {"1.5 + 2.25", Value(3.75)},
        {".5 * 4.0", Value(2.0)},
        {"1e3 / 8.0", Value(125.0)},
        {"-1.5", Value(-1.5)},
        {"1.0 / 0.0 > 1e308", Value(true)},
        {"0.0 / 0.0 == 0.0 / 0.0", Value(false)},
        {"0.0 / 0.0 != 0.0 / 0.0", Value(true)},
        {"0.0 / 0.0 < 1.0 || 0.0 / 0.0 >= 1.0", Value(false)},
        {"0.0 == -0.0", Value(true)},
    });
    check_wrong({{"5.0 % 2.0", "no such overload"}, {"1 + 1.0", "no such overload"}});
}

TEST_CASE("numbers are compared by value whatever their type") {
    check_all({
        {"1 == 1.0", Value(true)},
        {"1 != 1.5", Value(true)},
        {"2 < 2.5 && 2.5 < 3", Value(true)},
        {"3.0 >= 3 && 3 <= 3.0", Value(true)},
        {"2.0 in [1, 2]", Value(true)},
        {"{1: 'a'}[1.0]", Value("a")},
        {"[1, 2.0] == [1.0, 2]", Value(true)},
        {"{'a': 1} == {'a': 1.0}", Value(true)},
    });
}

TEST_CASE("values of different kinds are never equal and never ordered") {
    check_all({
        {"'1' == 1", Value(false)},
        {"null == 0", Value(false)},
        {"[] == {}", Value(false)},
        {"true != 'true'", Value(true)},
        {"null == null", Value(true)},
    });
    check_wrong(
        {{"'a' < 1", "no such overload"},
         {"[1] < [2]", "no such overload"},
         {"null <= null", "no such overload"}}
    );
}

TEST_CASE("strings are ordered and measured by character") {
    check_all({
        {"'abc' < 'abd' && 'Z' < 'a' && 'z' < 'é'", Value(true)},
        {"'Élo' + 'die'", Value("Élodie")},
        {"size('Élodie 🐱')", int_value(8)},
        {"'Élodie'.size()", int_value(6)},
    });
}
