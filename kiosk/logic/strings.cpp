// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.hpp"
#include "logic/functions.hpp"
#include "logic/pattern.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace guichet::logic {
namespace {

using Kind = Type::Kind;
using Int = std::int64_t;

constexpr Int no_limit = std::numeric_limits<Int>::max();

void charge(const Arguments& arguments, std::size_t characters) {
    arguments.session.spend(static_cast<long>(characters / 10));
}

Answer contains(const Arguments& arguments) {
    charge(arguments, arguments.text(0).size());
    return Value(arguments.text(0).find(arguments.text(1)) != std::string::npos);
}

Answer starts_with(const Arguments& arguments) {
    return Value(arguments.text(0).starts_with(arguments.text(1)));
}

Answer ends_with(const Arguments& arguments) {
    return Value(arguments.text(0).ends_with(arguments.text(1)));
}

Answer matches(const Arguments& arguments) {
    charge(arguments, arguments.text(0).size() + arguments.text(1).size() * 10);
    if (arguments.pattern != nullptr)
        return Value(arguments.pattern->found_in(arguments.text(0)));
    const auto pattern = Pattern::create(arguments.text(1));
    if (!pattern)
        return failure(pattern.error());
    return Value((*pattern)->found_in(arguments.text(0)));
}

template <char first, char last, int shift>
Answer shift_case(const Arguments& arguments) {
    charge(arguments, arguments.text(0).size());
    auto text = arguments.text(0);
    for (auto& c : text)
        if (c >= first && c <= last)
            c = static_cast<char>(c + shift);
    return Value(std::move(text));
}

/// Where `from` may be replaced or cut next: an empty one is found before every character.
std::size_t next_match(const std::string& text, const std::string& from, std::size_t at) {
    if (!from.empty() || at >= text.size())
        return text.find(from, at);
    next_character(text, at);
    return at;
}

/// How often, as an argument says it: below 0 is for ever.
Int limit_at(const Arguments& arguments, std::size_t index) {
    const auto limit = arguments.number(index);
    return limit < 0 ? no_limit : limit;
}

Answer replace_up_to(const Arguments& arguments, Int limit) {
    const auto& text = arguments.text(0);
    const auto& from = arguments.text(1);
    const auto& to = arguments.text(2);
    charge(arguments, text.size());
    std::string out;
    std::size_t copied = 0;
    std::size_t found = text.find(from);
    for (Int done = 0; found != std::string::npos && done < limit && !arguments.session.spent();
         ++done) {
        charge(arguments, to.size() + 10);
        out.append(text, copied, found - copied);
        out.append(to);
        copied = found + from.size();
        found = from.empty() && copied == text.size() ? std::string::npos
                                                      : next_match(text, from, copied);
    }
    out.append(text, copied);
    return Value(std::move(out));
}

Answer replace(const Arguments& arguments) {
    return replace_up_to(arguments, no_limit);
}

Answer replace_some(const Arguments& arguments) {
    return replace_up_to(arguments, limit_at(arguments, 3));
}

Answer split_up_to(const Arguments& arguments, Int limit) {
    const auto& text = arguments.text(0);
    const auto& separator = arguments.text(1);
    List parts;
    if (limit == 0 || (separator.empty() && text.empty()))
        return Value(std::move(parts));
    std::size_t start = 0;
    auto found = next_match(text, separator, 0);
    while (found != std::string::npos && static_cast<Int>(parts.size()) + 1 < limit &&
           arguments.session.spend(1)) {
        if (separator.empty() && found == text.size())
            break;
        parts.emplace_back(text.substr(start, found - start));
        start = found + separator.size();
        found = next_match(text, separator, start);
    }
    charge(arguments, text.size());
    parts.emplace_back(text.substr(start));
    return Value(std::move(parts));
}

Answer split(const Arguments& arguments) {
    return split_up_to(arguments, no_limit);
}

Answer split_some(const Arguments& arguments) {
    return split_up_to(arguments, limit_at(arguments, 2));
}

Answer join_with(const Arguments& arguments, const std::string& separator) {
    std::string out;
    for (const auto& item : *arguments.at(0).list()) {
        const auto* text = item.get<std::string>();
        if (item.is_unknown())
            return Value(Unknown{});
        if (text == nullptr)
            return no_such_overload();
        if (&item != arguments.at(0).list()->data())
            out += separator;
        out += *text;
        charge(arguments, text->size() + separator.size() + 10);
        if (arguments.session.spent())
            break;
    }
    return Value(std::move(out));
}

Answer join(const Arguments& arguments) {
    return join_with(arguments, "");
}

Answer join_separated(const Arguments& arguments) {
    return join_with(arguments, arguments.text(1));
}

/// Unicode's White_Space property.
bool is_space(char32_t c) {
    static constexpr std::array<char32_t, 10> singles{
        0x20, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x0B};
    return (c >= 0x09 && c <= 0x0D) || (c >= 0x2000 && c <= 0x200A) ||
           std::ranges::find(singles, c) != singles.end();
}

Answer trim(const Arguments& arguments) {
    charge(arguments, arguments.text(0).size());
    const auto characters = to_characters(arguments.text(0));
    const auto first = std::find_if_not(characters.begin(), characters.end(), is_space);
    const auto last =
        std::find_if_not(characters.rbegin(), std::make_reverse_iterator(first), is_space).base();
    return Value(to_utf8({first, last}));
}

Answer reverse(const Arguments& arguments) {
    charge(arguments, arguments.text(0).size());
    auto characters = to_characters(arguments.text(0));
    std::ranges::reverse(characters);
    return Value(to_utf8(characters));
}

Answer quote(const Arguments& arguments) {
    static constexpr std::string_view special = "\a\b\f\n\r\t\v\"\\";
    static constexpr std::string_view letters = "abfnrtv\"\\";
    charge(arguments, arguments.text(0).size() * 2);
    std::string out = "\"";
    for (const char c : to_utf8(to_characters(arguments.text(0)))) {
        const auto found = special.find(c);
        if (found != std::string_view::npos)
            out += '\\';
        out += found != std::string_view::npos ? letters[found] : c;
    }
    return Value(out + "\"");
}

} // namespace

std::vector<Function> string_functions() {
    const Type text{Kind::String, {}, {}};
    const Type boolean{Kind::Bool, {}, {}};
    const Type texts{Kind::List, {text}, {}};
    return {
        {"contains", true, {Kind::String, Kind::String}, boolean, contains},
        {"startsWith", true, {Kind::String, Kind::String}, boolean, starts_with},
        {"endsWith", true, {Kind::String, Kind::String}, boolean, ends_with},
        {"matches", true, {Kind::String, Kind::String}, boolean, matches},
        {"matches", false, {Kind::String, Kind::String}, boolean, matches},
        {"lowerAscii", true, {Kind::String}, text, shift_case<'A', 'Z', 'a' - 'A'>},
        {"upperAscii", true, {Kind::String}, text, shift_case<'a', 'z', 'A' - 'a'>},
        {"replace", true, {Kind::String, Kind::String, Kind::String}, text, replace},
        {"replace",
         true,
         {Kind::String, Kind::String, Kind::String, Kind::Int},
         text,
         replace_some},
        {"split", true, {Kind::String, Kind::String}, texts, split},
        {"split", true, {Kind::String, Kind::String, Kind::Int}, texts, split_some},
        {"join", true, {Kind::List}, text, join},
        {"join", true, {Kind::List, Kind::String}, text, join_separated},
        {"trim", true, {Kind::String}, text, trim},
        {"reverse", true, {Kind::String}, text, reverse},
        {"strings.quote", false, {Kind::String}, text, quote},
    };
}

} // namespace guichet::logic
