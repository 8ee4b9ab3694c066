// SPDX-License-Identifier: GPL-3.0-or-later
// Compiles and evaluates any bytes as an expression, with dynamic and with declared names, on a
// small budget.
#include "logic/expression.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>

namespace {

using namespace guichet::logic;

const std::map<std::string, Value, std::less<>>& values() {
    static const std::map<std::string, Value, std::less<>> all{
        {"n", Value(std::int64_t{3})},
        {"d", Value(1.5)},
        {"s", Value("Rue de la Paix")},
        {"b", Value(true)},
        {"u", Value(Unknown{})},
        {"t", Value(Timestamp{1'000'000'000, 5})},
        {"l", Value(List{Value(std::int64_t{1}), Value(2.0), Value("x"), Value(Unknown{})})},
        {"m.a", Value(Map{{Value("k"), Value(std::int64_t{7})}, {Value("v"), Value(List{})}})},
    };
    return all;
}

Names declared() {
    const auto type = [](Type::Kind kind) { return Type{kind, {}, {}}; };
    const Type record{
        Type::Kind::Record, {}, {{"k", type(Type::Kind::Int)}, {"v", type(Type::Kind::List)}}};
    return {
        {"n", type(Type::Kind::Int)},
        {"d", type(Type::Kind::Double)},
        {"s", type(Type::Kind::String)},
        {"b", type(Type::Kind::Bool)},
        {"u", type(Type::Kind::Dyn)},
        {"t", type(Type::Kind::Timestamp)},
        {"l", Type{Type::Kind::List, {type(Type::Kind::Dyn)}, {}}},
        {"m.a", record},
    };
}

const Value* value_of(std::string_view name) {
    const auto found = values().find(name);
    return found != values().end() ? &found->second : nullptr;
}

void evaluate_if_any(const auto& expression, const Context& context) {
    if (!expression)
        return;
    const auto value = evaluate(*expression, context);
    if (holds(*expression, context) && value != Value(true))
        __builtin_trap();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto names = declared();
    const std::string_view source(reinterpret_cast<const char*>(data), size);
    const Context context{
        .value_of = value_of,
        .today = std::chrono::year{2026} / std::chrono::November / 22,
        .budget = 2000};
    evaluate_if_any(compile(source, {}, Naming::Dynamic), context);
    evaluate_if_any(compile(source, names), context);
    return 0;
}
