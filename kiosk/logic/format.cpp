// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/functions.hpp"
#include "logic/literal.hpp"
#include "logic/time.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <utility>

namespace guichet::logic {
namespace {

using Kind = Type::Kind;
using Int = std::int64_t;
using Text = tl::expected<std::string, Failure>;

constexpr int max_depth = 100;
constexpr int max_precision = 100;

Text bad(std::string message) {
    return tl::unexpected(Failure{std::move(message)});
}

Text plain(const Value& value, Session& session, int depth = 0);

Text plain_list(const List& list, Session& session, int depth) {
    std::string out = "[";
    for (const auto& item : list) {
        auto text = plain(item, session, depth + 1);
        if (!text)
            return text;
        out.append(out.size() > 1 ? ", " : "").append(*text);
    }
    return out + "]";
}

Text plain_map(const Map& map, Session& session, int depth) {
    std::vector<std::pair<std::string, std::string>> entries;
    for (const auto& [key, value] : map) {
        auto key_text = plain(key, session, depth + 1);
        auto value_text = plain(value, session, depth + 1);
        if (!key_text || !value_text)
            return !key_text ? key_text : value_text;
        entries.emplace_back(std::move(*key_text), std::move(*value_text));
    }
    std::ranges::sort(entries);
    std::string out = "{";
    for (const auto& [key, value] : entries)
        out.append(out.size() > 1 ? ", " : "").append(key).append(": ").append(value);
    return out + "}";
}

std::string plain_scalar(const Value& value) {
    if (const auto* text = value.get<std::string>())
        return *text;
    if (const auto* truth = value.get<bool>())
        return *truth ? "true" : "false";
    if (const auto* number = value.get<Int>())
        return std::to_string(*number);
    if (const auto* number = value.get<double>())
        return to_text(*number);
    if (const auto* time = value.get<Timestamp>())
        return to_text(*time);
    if (const auto* duration = value.get<Duration>())
        return to_text(*duration);
    if (const auto* type = value.get<TypeName>())
        return std::string(type->name);
    return "null";
}

/// %s
Text plain(const Value& value, Session& session, int depth) {
    if (depth > max_depth)
        return bad("error during formatting: nested too deeply");
    if (value.is_unknown())
        return bad("error during formatting: a value is not known yet");
    if (!session.spend(1))
        return std::string();
    if (const auto* list = value.list())
        return plain_list(*list, session, depth);
    if (const auto* map = value.map())
        return plain_map(*map, session, depth);
    auto text = plain_scalar(value);
    session.spend(static_cast<long>(text.size() / 10));
    return text;
}

std::string special(double number) {
    return std::isfinite(number) ? "" : to_text(number);
}

Text mismatch(std::string_view clause, const Value& value) {
    return bad(
        "error during formatting: " + std::string(clause) + ", was given " +
        std::string(type_name(value))
    );
}

Text decimal(const Value& value) {
    if (const auto* number = value.get<Int>())
        return std::to_string(*number);
    if (const auto* number = value.get<double>(); number != nullptr && !std::isfinite(*number))
        return special(*number);
    return mismatch("decimal clause can only be used on integers", value);
}

Text floating(const Value& value, std::chars_format format, int precision) {
    const auto* number = value.get<double>();
    const auto* whole = value.get<Int>();
    if (number == nullptr && whole == nullptr) {
        return mismatch(
            format == std::chars_format::fixed ? "fixed-point clause can only be used on doubles"
                                               : "scientific clause can only be used on doubles",
            value
        );
    }
    const double shown = number != nullptr ? *number : static_cast<double>(*whole);
    if (!std::isfinite(shown))
        return special(shown);
    std::array<char, 512> buffer{};
    const auto result =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), shown, format, precision);
    return std::string(buffer.data(), result.ptr);
}

std::string in_base(Int number, int base) {
    std::array<char, 72> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, base);
    return {buffer.data(), result.ptr};
}

Text binary(const Value& value) {
    if (const auto* truth = value.get<bool>())
        return std::string(*truth ? "1" : "0");
    if (const auto* number = value.get<Int>())
        return in_base(*number, 2);
    return mismatch("only integers and bools can be formatted as binary", value);
}

Text octal(const Value& value) {
    if (const auto* number = value.get<Int>())
        return in_base(*number, 8);
    return mismatch("octal clause can only be used on integers", value);
}

Text hexadecimal(const Value& value) {
    if (const auto* number = value.get<Int>())
        return in_base(*number, 16);
    const auto* text = value.get<std::string>();
    if (text == nullptr)
        return mismatch("only integers, byte buffers, and strings can be formatted as hex", value);
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const char c : *text) {
        const auto byte = static_cast<unsigned char>(c);
        out += digits[byte >> 4U];
        out += digits[byte & 15U];
    }
    return out;
}

std::string upper(std::string text) {
    for (auto& c : text)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return text;
}

struct Clause {
    char conversion{};
    int precision{6};
};

Text convert(const Clause& clause, const Value& value, Session& session) {
    switch (clause.conversion) {
    case 's':
        return plain(value, session);
    case 'd':
        return decimal(value);
    case 'f':
        return floating(value, std::chars_format::fixed, clause.precision);
    case 'e':
        return floating(value, std::chars_format::scientific, clause.precision);
    case 'b':
        return binary(value);
    case 'o':
        return octal(value);
    case 'x':
        return hexadecimal(value);
    case 'X':
        return hexadecimal(value).map(upper);
    default:
        return bad("could not parse formatting clause: unrecognized formatting clause");
    }
}

/// Reads what follows a '%', "d" or ".3f"; the text keeps what is after it.
tl::expected<Clause, Failure> read_clause(std::string_view& text) {
    Clause clause;
    if (text.substr(0, 1) == ".") {
        const auto* end = text.data() + text.size();
        const auto result = std::from_chars(text.data() + 1, end, clause.precision);
        if (result.ec != std::errc() || clause.precision < 0 || clause.precision > max_precision)
            return tl::unexpected(Failure{"could not parse formatting clause: bad precision"});
        text.remove_prefix(static_cast<std::size_t>(result.ptr - text.data()));
    }
    if (text.empty())
        return tl::unexpected(Failure{"could not parse formatting clause: unexpected end of string"}
        );
    clause.conversion = text.front();
    text.remove_prefix(1);
    return clause;
}

/// The value as the clause in front of `left` wants it, a string; unknown when the value is.
Answer shown(std::string_view& left, const List& values, std::size_t index, Session& session) {
    const auto clause = read_clause(left);
    if (!clause)
        return tl::unexpected(clause.error());
    if (index >= values.size())
        return failure("index " + std::to_string(index) + " out of range");
    if (values[index].is_unknown())
        return values[index];
    auto text = convert(*clause, values[index], session);
    if (!text)
        return tl::unexpected(text.error());
    session.spend(static_cast<long>(text->size() / 10));
    return Value(std::move(*text));
}

Answer format(const Arguments& arguments) {
    const auto& values = *arguments.at(1).list();
    std::string_view left = arguments.text(0);
    std::string out;
    std::size_t next = 0;
    while (!left.empty() && arguments.session.spend(static_cast<long>(out.size() / 1000))) {
        const auto start = std::min(left.find('%'), left.size());
        out += left.substr(0, start);
        left.remove_prefix(start);
        if (left.substr(0, 2) == "%%") {
            out += '%';
            left.remove_prefix(2);
        } else if (!left.empty()) {
            left.remove_prefix(1);
            auto value = shown(left, values, next++, arguments.session);
            const auto* text = value ? value->get<std::string>() : nullptr;
            if (text == nullptr)
                return value;
            out += *text;
        }
    }
    return Value(std::move(out));
}

} // namespace

std::vector<Function> format_functions() {
    return {{"format", true, {Kind::String, Kind::List}, {Kind::String, {}, {}}, format}};
}

} // namespace guichet::logic
