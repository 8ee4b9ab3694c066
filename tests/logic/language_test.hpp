// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logic/expression.hpp"

#include <map>
#include <string>

/// What tests of the language share: evaluating a source with dynamic names.
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

} // namespace language
