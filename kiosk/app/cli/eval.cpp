// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/eval.hpp"

#include "base/clock.hpp"
#include "base/json.hpp"
#include "logic/expression.hpp"

#include <cmath>
#include <istream>
#include <limits>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

namespace guichet::app {
namespace {

using logic::Value;

constexpr int max_depth = 200;
constexpr std::int64_t first_second = -62'135'596'800; // 0001-01-01T00:00:00Z
constexpr std::int64_t last_second = 253'402'300'799;  // 9999-12-31T23:59:59Z
constexpr std::int64_t longest_duration = 315'576'000'000;

std::optional<Value> to_value(const Json& typed, int depth = 0);

std::optional<std::int64_t> to_int(const Json& json) {
    if (!json.is_number_integer())
        return std::nullopt;
    if (json.is_number_unsigned() &&
        json.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max())
        return std::nullopt;
    return json.get<std::int64_t>();
}

std::optional<Value> to_double(const Json& json) {
    if (json.is_number())
        return Value(json.get<double>());
    if (json == "NaN")
        return Value(std::numeric_limits<double>::quiet_NaN());
    if (json == "Infinity")
        return Value(std::numeric_limits<double>::infinity());
    if (json == "-Infinity")
        return Value(-std::numeric_limits<double>::infinity());
    return std::nullopt;
}

std::optional<Value> to_list(const Json& json, int depth) {
    if (!json.is_array())
        return std::nullopt;
    logic::List items;
    for (const auto& item : json) {
        auto value = to_value(item, depth + 1);
        if (!value)
            return std::nullopt;
        items.push_back(std::move(*value));
    }
    return Value(std::move(items));
}

bool can_be_key(const Value& value) {
    return value.get<bool>() != nullptr || value.get<std::int64_t>() != nullptr ||
           value.get<std::string>() != nullptr;
}

std::optional<Value> to_map(const Json& json, int depth) {
    if (!json.is_array())
        return std::nullopt;
    logic::Map map;
    for (const auto& entry : json) {
        if (!entry.is_array() || entry.size() != 2)
            return std::nullopt;
        auto key = to_value(entry[0], depth + 1);
        auto value = to_value(entry[1], depth + 1);
        if (!key || !value || !can_be_key(*key))
            return std::nullopt;
        map.emplace_back(std::move(*key), std::move(*value));
    }
    return Value(std::move(map));
}

struct Moment {
    std::int64_t seconds;
    std::int32_t nanos;
};

std::optional<Moment> to_moment(const Json& json) {
    if (!json.is_array() || json.size() != 2)
        return std::nullopt;
    const auto seconds = to_int(json[0]);
    const auto nanos = to_int(json[1]);
    if (!seconds || !nanos || *nanos <= -1'000'000'000 || *nanos >= 1'000'000'000)
        return std::nullopt;
    return Moment{*seconds, static_cast<std::int32_t>(*nanos)};
}

std::optional<Value> to_timestamp(const Json& json) {
    const auto moment = to_moment(json);
    if (!moment || moment->nanos < 0 || moment->seconds < first_second ||
        moment->seconds > last_second)
        return std::nullopt;
    return Value(logic::Timestamp{moment->seconds, moment->nanos});
}

std::optional<Value> to_duration(const Json& json) {
    const auto moment = to_moment(json);
    const bool mixed = moment && ((moment->seconds > 0 && moment->nanos < 0) ||
                                  (moment->seconds < 0 && moment->nanos > 0));
    if (!moment || mixed || moment->seconds > longest_duration ||
        moment->seconds < -longest_duration)
        return std::nullopt;
    return Value(logic::Duration{moment->seconds, moment->nanos});
}

std::optional<Value> to_scalar(const std::string& kind, const Json& json) {
    if (kind == "int") {
        const auto number = to_int(json);
        return number ? std::optional(Value(*number)) : std::nullopt;
    }
    if (kind == "double")
        return to_double(json);
    if (kind == "string" && json.is_string())
        return Value(json.get<std::string>());
    if (kind == "bool" && json.is_boolean())
        return Value(json.get<bool>());
    if (kind == "null" && json.is_null())
        return Value();
    if (kind == "unknown")
        return Value(logic::Unknown{});
    return std::nullopt;
}

/// Nothing when it is not a typed value.
std::optional<Value> to_value(const Json& typed, int depth) {
    if (!typed.is_object() || typed.size() != 1 || depth > max_depth)
        return std::nullopt;
    const auto& kind = typed.begin().key();
    const auto& json = typed.begin().value();
    if (kind == "list")
        return to_list(json, depth);
    if (kind == "map")
        return to_map(json, depth);
    if (kind == "timestamp")
        return to_timestamp(json);
    if (kind == "duration")
        return to_duration(json);
    return to_scalar(kind, json);
}

/// One JSON object {"kind": content} for each alternative of a value.
struct ToJson {
    static Json typed(const char* kind, Json content) {
        auto json = Json::object();
        json[kind] = std::move(content);
        return json;
    }

    Json operator()(const logic::Null& /*null*/) const { return typed("null", nullptr); }
    Json operator()(bool value) const { return typed("bool", value); }
    Json operator()(std::int64_t value) const { return typed("int", value); }
    Json operator()(const std::string& value) const { return typed("string", value); }
    Json operator()(const logic::Unknown& /*unknown*/) const { return typed("unknown", nullptr); }
    Json operator()(const logic::TypeName& value) const { return typed("type", value.name); }

    Json operator()(double value) const {
        if (std::isnan(value))
            return typed("double", "NaN");
        if (std::isinf(value))
            return typed("double", value > 0 ? "Infinity" : "-Infinity");
        return typed("double", value);
    }

    Json operator()(const logic::Timestamp& value) const {
        return typed("timestamp", Json::array({value.seconds, value.nanos}));
    }

    Json operator()(const logic::Duration& value) const {
        return typed("duration", Json::array({value.seconds, value.nanos}));
    }

    Json operator()(const std::shared_ptr<const logic::List>& list) const {
        auto items = Json::array();
        for (const auto& item : *list)
            items.push_back(std::visit(*this, item.content()));
        return typed("list", std::move(items));
    }

    Json operator()(const std::shared_ptr<const logic::Map>& map) const {
        auto entries = Json::array();
        for (const auto& [key, value] : *map) {
            auto entry = Json::array();
            entry.push_back(std::visit(*this, key.content()));
            entry.push_back(std::visit(*this, value.content()));
            entries.push_back(std::move(entry));
        }
        return typed("map", std::move(entries));
    }
};

Json error(std::string message) {
    return ToJson::typed("error", std::move(message));
}

std::string to_text(const std::vector<logic::Problem>& problems) {
    std::string text;
    for (const auto& problem : problems) {
        text += (text.empty() ? "" : "; ") + std::to_string(problem.line) + ":" +
                std::to_string(problem.column) + ": " + problem.message;
    }
    return text;
}

using Variables = std::map<std::string, Value, std::less<>>;

Json evaluate(const std::string& source, const Variables& variables) {
    const auto expression = logic::compile(source, {}, logic::Naming::Dynamic);
    if (!expression)
        return error(to_text(expression.error()));
    const auto value_of = [&variables](std::string_view name) {
        const auto found = variables.find(name);
        return found != variables.end() ? &found->second : nullptr;
    };
    const auto value = logic::evaluate(*expression, {.value_of = value_of, .today = today()});
    if (!value)
        return error(value.error().message);
    return ToJson::typed("value", std::visit(ToJson{}, value->content()));
}

Json answer(const std::string& line) {
    const auto request = parse_json(line);
    if (!request || !request->is_object())
        return error("the line is not a JSON object");
    const auto source = request->find("expr");
    if (source == request->end() || !source->is_string())
        return error("\"expr\" must be a string");
    Variables variables;
    const auto given = request->find("vars");
    if (given != request->end() && !given->is_object() && !given->is_null())
        return error("\"vars\" must be an object");
    if (given != request->end() && given->is_object()) {
        for (const auto& [name, typed] : given->items()) {
            auto value = to_value(typed);
            if (!value)
                return error("the variable '" + name + "' is not a typed value");
            variables.emplace(name, std::move(*value));
        }
    }
    return evaluate(source->get<std::string>(), variables);
}

} // namespace

int run_eval(std::istream& in, std::ostream& out) {
    for (std::string line; out && std::getline(in, line);)
        out << guichet::to_text(answer(line)) << std::endl; // each answer is wanted at once
    return out ? 0 : 1;
}

} // namespace guichet::app
