// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.hpp"
#include "logic/functions.hpp"
#include "logic/literal.hpp"
#include "logic/time.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace guichet::logic {
namespace {

using Kind = Type::Kind;
using Int = std::int64_t;

Answer same(const Arguments& arguments) {
    return arguments.at(0);
}

Answer double_to_int(const Arguments& arguments) {
    const auto number = arguments.get<double>(0);
    // the bounds themselves are refused, as in the conformance tests
    if (!(std::fabs(number) < 9223372036854775808.0))
        return failure("range error");
    return Value(static_cast<Int>(number));
}

Answer text_to_int(const Arguments& arguments) {
    const auto number = to_int(arguments.text(0));
    if (!number || arguments.text(0).find('x') != std::string::npos)
        return failure("type conversion error: not a whole number");
    return Value(*number);
}

Answer text_to_double(const Arguments& arguments) {
    const auto number = to_double(arguments.text(0));
    return number ? Value(*number) : failure("type conversion error: not a number");
}

Answer text_to_bool(const Arguments& arguments) {
    static constexpr std::array<std::string_view, 6> yes{"1", "t", "T", "true", "TRUE", "True"};
    static constexpr std::array<std::string_view, 6> no{"0", "f", "F", "false", "FALSE", "False"};
    if (std::ranges::find(yes, arguments.text(0)) != yes.end())
        return Value(true);
    if (std::ranges::find(no, arguments.text(0)) != no.end())
        return Value(false);
    return failure("type conversion error: not a boolean");
}

Answer text_to_timestamp(const Arguments& arguments) {
    const auto time = parse_timestamp(arguments.text(0));
    return time ? Value(*time) : failure("type conversion error: not a timestamp in range");
}

Answer int_to_timestamp(const Arguments& arguments) {
    const Timestamp time{arguments.number(0), 0};
    return in_range(time) ? Value(time) : failure("timestamp out of range");
}

Answer text_to_duration(const Arguments& arguments) {
    const auto duration = parse_duration(arguments.text(0));
    return duration ? Value(*duration) : failure("type conversion error: not a duration in range");
}

Answer int_to_text(const Arguments& arguments) {
    return Value(std::to_string(arguments.number(0)));
}

template <typename T>
Answer any_to_text(const Arguments& arguments) {
    return Value(to_text(arguments.get<T>(0)));
}

Answer type_of(const Arguments& arguments) {
    return Value(TypeName{type_name(arguments.at(0))});
}

Answer size_of_text(const Arguments& arguments) {
    const auto& text = arguments.text(0);
    arguments.session.spend(static_cast<long>(text.size() / 10));
    return Value(static_cast<std::int64_t>(count_characters(text)));
}

Answer size_of_list(const Arguments& arguments) {
    return Value(static_cast<Int>(arguments.at(0).list()->size()));
}

Answer size_of_map(const Arguments& arguments) {
    return Value(static_cast<Int>(arguments.at(0).map()->size()));
}

} // namespace

std::vector<Function> conversion_functions() {
    static const Type dyn{};
    const auto type = [](Kind kind) { return Type{kind, {}, {}}; };
    return {
        {"dyn", false, {Kind::Dyn}, dyn, same},
        {"type", false, {Kind::Dyn}, dyn, type_of},
        {"bool", false, {Kind::Bool}, type(Kind::Bool), same},
        {"bool", false, {Kind::String}, type(Kind::Bool), text_to_bool},
        {"int", false, {Kind::Int}, type(Kind::Int), same},
        {"int", false, {Kind::Double}, type(Kind::Int), double_to_int},
        {"int", false, {Kind::String}, type(Kind::Int), text_to_int},
        {"int",
         false,
         {Kind::Timestamp},
         type(Kind::Int),
         [](const Arguments& arguments) -> Answer {
             return Value(arguments.get<Timestamp>(0).seconds);
         }},
        {"double", false, {Kind::Double}, type(Kind::Double), same},
        {"double",
         false,
         {Kind::Int},
         type(Kind::Double),
         [](const Arguments& arguments) -> Answer {
             return Value(static_cast<double>(arguments.number(0)));
         }},
        {"double", false, {Kind::String}, type(Kind::Double), text_to_double},
        {"string", false, {Kind::String}, type(Kind::String), same},
        {"string",
         false,
         {Kind::Bool},
         type(Kind::String),
         [](const Arguments& arguments) -> Answer {
             return Value(arguments.get<bool>(0) ? "true" : "false");
         }},
        {"string", false, {Kind::Int}, type(Kind::String), int_to_text},
        {"string", false, {Kind::Double}, type(Kind::String), any_to_text<double>},
        {"string", false, {Kind::Timestamp}, type(Kind::String), any_to_text<Timestamp>},
        {"string", false, {Kind::Duration}, type(Kind::String), any_to_text<Duration>},
        {"timestamp", false, {Kind::Timestamp}, type(Kind::Timestamp), same},
        {"timestamp", false, {Kind::String}, type(Kind::Timestamp), text_to_timestamp},
        {"timestamp", false, {Kind::Int}, type(Kind::Timestamp), int_to_timestamp},
        {"duration", false, {Kind::Duration}, type(Kind::Duration), same},
        {"duration", false, {Kind::String}, type(Kind::Duration), text_to_duration},
    };
}

std::vector<Function> size_functions() {
    const Type number{Type::Kind::Int, {}, {}};
    std::vector<Function> functions;
    for (const bool method : {false, true}) {
        functions.push_back({"size", method, {Kind::String}, number, size_of_text});
        functions.push_back({"size", method, {Kind::List}, number, size_of_list});
        functions.push_back({"size", method, {Kind::Map}, number, size_of_map});
    }
    return functions;
}

} // namespace guichet::logic
