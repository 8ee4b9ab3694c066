// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logic/expression.hpp"

#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

/// What tests of the language share: evaluating a source with dynamic names, and what comes out.
namespace language {

using namespace guichet::logic;
using Values = std::map<std::string, Value, std::less<>>;

inline const Value* find(const Values& values, std::string_view name) {
    const auto found = values.find(name);
    return found != values.end() ? &found->second : nullptr;
}

inline Context context(const Values& values) {
    return {
        .value_of = [&values](std::string_view name) { return find(values, name); },
        .today = std::chrono::year{2026} / std::chrono::November / 22};
}

inline std::string messages(const std::vector<Problem>& problems) {
    std::string text;
    for (const auto& problem : problems)
        text += std::to_string(problem.line) + ":" + std::to_string(problem.column) + ": " +
                problem.message + "\n";
    return text;
}

/// A source that does not compile gives a Failure too.
inline tl::expected<Value, Failure> run(std::string_view source, const Values& values = {}) {
    const auto expression = compile(source, {}, Naming::Dynamic);
    if (!expression)
        return tl::unexpected(Failure{messages(expression.error())});
    return evaluate(*expression, context(values));
}

inline Value int_value(std::int64_t number) {
    return Value(number);
}

struct Case {
    std::string source;
    Value value;
};

struct Wrong {
    std::string source;
    std::string part; ///< of the message
};

inline void check_all(const std::vector<Case>& cases, const Values& values = {}) {
    for (const auto& row : cases) {
        CAPTURE(row.source);
        const auto value = run(row.source, values);
        CAPTURE((value ? std::string() : value.error().message));
        REQUIRE(value.has_value());
        CHECK((*value == row.value));
    }
}

inline void check_wrong(const std::vector<Wrong>& cases, const Values& values = {}) {
    for (const auto& row : cases) {
        CAPTURE(row.source);
        const auto value = run(row.source, values);
        REQUIRE_FALSE(value.has_value());
        CAPTURE(value.error().message);
        CHECK(value.error().message.find(row.part) != std::string::npos);
    }
}

} // namespace language
