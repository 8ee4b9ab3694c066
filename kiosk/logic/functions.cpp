// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/functions.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

namespace guichet::logic {
namespace {

using Kind = Type::Kind;

std::vector<Function> all_functions() {
    std::vector<Function> all;
    for (const auto make :
         {conversion_functions,
          size_functions,
          string_functions,
          position_functions,
          format_functions,
          time_functions,
          calendar_functions}) {
        auto some = make();
        std::ranges::move(some, std::back_inserter(all));
    }
    return all;
}

const std::vector<Function>& registry() {
    static const auto functions = all_functions();
    return functions;
}

using Key = std::tuple<std::string_view, bool, std::size_t>;

std::map<Key, std::vector<const Function*>> make_index() {
    std::map<Key, std::vector<const Function*>> index;
    for (const auto& function : registry())
        index[{function.name, function.method, function.parameters.size()}].push_back(&function);
    return index;
}

// in the order of Value::Content
constexpr std::array<Kind, std::variant_size_v<Value::Content>> kinds{
    Kind::Null,
    Kind::Bool,
    Kind::Int,
    Kind::Double,
    Kind::String,
    Kind::List,
    Kind::Map,
    Kind::Timestamp,
    Kind::Duration,
    Kind::Dyn,
    Kind::Dyn};

constexpr std::array<std::string_view, std::variant_size_v<Value::Content>> names{
    "null_type",
    "bool",
    "int",
    "double",
    "string",
    "list",
    "map",
    "google.protobuf.Timestamp",
    "google.protobuf.Duration",
    "",
    "type"};

} // namespace

std::span<const Function* const>
find_overloads(std::string_view name, bool method, std::size_t count) {
    static const auto index = make_index();
    const auto found = index.find({name, method, count});
    return found == index.end() ? std::span<const Function* const>() : found->second;
}

std::vector<std::string_view> function_names(bool method) {
    std::vector<std::string_view> found;
    for (const auto& function : registry())
        if (function.method == method)
            found.push_back(function.name);
    return found;
}

Kind kind_of(const Value& value) {
    return kinds[value.content().index()];
}

std::string_view type_name(const Value& value) {
    return names[value.content().index()];
}

std::string_view find_type_name(std::string_view name) {
    const auto* found = std::ranges::find(names, name);
    return found == names.end() ? std::string_view() : *found;
}

Answer failure(std::string message) {
    return tl::unexpected(Failure{std::move(message)});
}

Answer no_such_overload() {
    return failure("no such overload");
}

} // namespace guichet::logic
