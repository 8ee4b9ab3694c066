// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.hpp"
#include "logic/functions.hpp"

#include <algorithm>
#include <string>

// Positions in strings count characters from 0, never bytes.
namespace guichet::logic {
namespace {

using Kind = Type::Kind;
using Int = std::int64_t;

Answer out_of_range(Int index) {
    return failure("index out of range: " + std::to_string(index));
}

std::u32string characters(const Arguments& arguments) {
    arguments.session.spend(static_cast<long>(arguments.text(0).size() / 10));
    return to_characters(arguments.text(0));
}

Int length(const std::u32string& text) {
    return static_cast<Int>(text.size());
}

Answer char_at(const Arguments& arguments) {
    const auto text = characters(arguments);
    const auto index = arguments.number(1);
    if (index < 0 || index > length(text))
        return out_of_range(index);
    return Value(to_utf8(std::u32string_view(text).substr(static_cast<std::size_t>(index), 1)));
}

Int position_or_none(std::size_t found) {
    return found == std::u32string::npos ? -1 : static_cast<Int>(found);
}

Answer index_of(const Arguments& arguments) {
    const auto text = characters(arguments);
    const auto start = arguments.values.size() == 3 ? arguments.number(2) : 0;
    if (start < 0 || start > length(text))
        return out_of_range(start);
    const auto wanted = to_characters(arguments.text(1));
    return Value(position_or_none(text.find(wanted, static_cast<std::size_t>(start))));
}

Answer last_index_of(const Arguments& arguments) {
    const auto text = characters(arguments);
    const auto start = arguments.values.size() == 3 ? arguments.number(2) : length(text);
    if (start < 0 || start > length(text))
        return out_of_range(start);
    const auto wanted = to_characters(arguments.text(1));
    return Value(position_or_none(text.rfind(wanted, static_cast<std::size_t>(start))));
}

Answer substring(const Arguments& arguments) {
    const auto text = characters(arguments);
    const auto start = arguments.number(1);
    const auto end = arguments.values.size() == 3 ? arguments.number(2) : length(text);
    if (start < 0 || start > length(text))
        return out_of_range(start);
    if (end < 0 || end > length(text))
        return out_of_range(end);
    if (start > end)
        return failure(
            "invalid substring range. start: " + std::to_string(start) +
            ", end: " + std::to_string(end)
        );
    const auto from = static_cast<std::size_t>(start);
    return Value(
        to_utf8(std::u32string_view(text).substr(from, static_cast<std::size_t>(end) - from))
    );
}

} // namespace

std::vector<Function> position_functions() {
    const Type text{Kind::String, {}, {}};
    const Type number{Kind::Int, {}, {}};
    return {
        {"charAt", true, {Kind::String, Kind::Int}, text, char_at},
        {"indexOf", true, {Kind::String, Kind::String}, number, index_of},
        {"indexOf", true, {Kind::String, Kind::String, Kind::Int}, number, index_of},
        {"lastIndexOf", true, {Kind::String, Kind::String}, number, last_index_of},
        {"lastIndexOf", true, {Kind::String, Kind::String, Kind::Int}, number, last_index_of},
        {"substring", true, {Kind::String, Kind::Int}, text, substring},
        {"substring", true, {Kind::String, Kind::Int, Kind::Int}, text, substring},
    };
}

} // namespace guichet::logic
