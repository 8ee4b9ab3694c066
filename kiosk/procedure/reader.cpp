// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>

namespace guichet::procedure {

namespace {

constexpr long largest_number = 1'000'000'000'000; // limits are multiplied by 100 (cents)

std::optional<long> to_whole(const Yaml& value) {
    long number = 0;
    const auto* end = value.text.data() + value.text.size();
    const auto [stop, error] = std::from_chars(value.text.data(), end, number);
    if (value.kind != Yaml::Kind::Scalar || value.quoted || error != std::errc{} || stop != end ||
        number > largest_number || number < -largest_number)
        return {};
    return number;
}

std::optional<bool> to_bool(const Yaml& value) {
    if (value.kind != Yaml::Kind::Scalar || value.quoted)
        return {};
    if (value.text == "true")
        return true;
    return value.text == "false" ? std::optional(false) : std::nullopt;
}

std::optional<Date> to_date(const Yaml& value) {
    const std::string_view text = value.text;
    if (value.kind != Yaml::Kind::Scalar || text.size() != 10 || text[4] != '-' || text[7] != '-')
        return {};
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    const auto read = [text](std::size_t at, std::size_t length, auto& number) {
        const auto* end = text.data() + at + length;
        const auto [stop, error] = std::from_chars(text.data() + at, end, number);
        return error == std::errc{} && stop == end;
    };
    if (!read(0, 4, year) || !read(5, 2, month) || !read(8, 2, day))
        return {};
    const Date date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    return date.ok() ? std::optional(date) : std::nullopt;
}

bool fits(ValueKind kind, const Yaml& value) {
    const bool text = value.kind == Yaml::Kind::Scalar && !value.text.empty();
    switch (kind) {
    case ValueKind::Text:
    case ValueKind::Word:
    case ValueKind::Logic:
        return text;
    case ValueKind::Id:
        return text && is_id(value.text);
    case ValueKind::Slug:
        return text && is_slug(value.text);
    case ValueKind::Whole:
        return to_whole(value).has_value();
    case ValueKind::Bool:
        return to_bool(value).has_value();
    case ValueKind::DateValue:
        return to_date(value).has_value();
    case ValueKind::Map:
        return value.kind == Yaml::Kind::Map;
    case ValueKind::Words:
    case ValueKind::Maps:
    case ValueKind::Mixed:
        break;
    }
    return value.kind == Yaml::Kind::List;
}

/// What a value of that kind should be.
std::string wanted(ValueKind kind) {
    switch (kind) {
    case ValueKind::Text:
    case ValueKind::Word:
        return "text";
    case ValueKind::Logic:
        return "an expression";
    case ValueKind::Id:
        return "an id: a letter, then letters, digits and \"_\"";
    case ValueKind::Slug:
        return R"(an id: lower case letters, digits, "-" and "_")";
    case ValueKind::Whole:
        return "a whole number";
    case ValueKind::Bool:
        return "true or false";
    case ValueKind::DateValue:
        return "a date that exists, written 2026-11-20";
    case ValueKind::Map:
        return "a map of keys";
    case ValueKind::Words:
    case ValueKind::Maps:
    case ValueKind::Mixed:
        break;
    }
    return "a list";
}

const Key* find_key(std::span<const Key> keys, std::string_view name) {
    const auto found = std::ranges::find(keys, name, &Key::name);
    return found == keys.end() ? nullptr : &*found;
}

} // namespace

std::string quote(std::string_view text) {
    return "\"" + std::string(text.substr(0, 60)) + "\"";
}

bool is_id(std::string_view text) {
    constexpr std::array<std::string_view, 6> taken{"true", "false", "null", "in", "today", "age"};
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return !text.empty() && text.size() <= 60 && letter(text.front()) &&
           std::ranges::all_of(
               text, [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_'; }
           ) &&
           std::ranges::find(taken, text) == taken.end();
}

bool is_slug(std::string_view text) {
    return !text.empty() && text.size() <= 80 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

void Reader::error(const Yaml& at, std::string message) {
    m_problems.push_back(
        {.file = m_file, .line = at.line, .column = at.column, .message = std::move(message)}
    );
}

void Reader::error_inside(const Yaml& scalar, std::size_t offset, std::string message) {
    const auto [line, column] = place_in(m_source, scalar, offset);
    m_problems.push_back(
        {.file = m_file, .line = line, .column = column, .message = std::move(message)}
    );
}

bool Reader::check_map(const Yaml& map, std::span<const Key> keys, std::string_view what) {
    if (map.kind != Yaml::Kind::Map) {
        error(map, std::string(what) + " wants a map of keys");
        return false;
    }
    std::vector<std::string_view> names;
    for (const auto& key : keys)
        names.push_back(key.name);
    std::vector<std::string_view> seen;
    for (const auto& [name, value] : map.entries) {
        const auto* key = find_key(keys, name.text);
        if (key == nullptr || name.kind != Yaml::Kind::Scalar)
            error(
                name,
                "unknown key " + quote(name.text) + " in " + std::string(what) +
                    suggestion(name.text, names)
            );
        else if (std::ranges::find(seen, key->name) != seen.end())
            error(name, "the key " + quote(name.text) + " is there twice");
        else
            check_value(*key, value);
        if (key != nullptr)
            seen.push_back(key->name);
    }
    for (const auto& key : keys)
        if (key.required && map.find(key.name) == nullptr)
            error(map, std::string(what) + " has no " + quote(key.name));
    return true;
}

void Reader::check_value(const Key& key, const Yaml& value) {
    if (!fits(key.kind, value))
        error(value, quote(key.name) + " wants " + wanted(key.kind));
    else if (key.kind == ValueKind::Words || key.kind == ValueKind::Maps)
        check_list(key, value);
}

void Reader::check_list(const Key& key, const Yaml& value) {
    const bool words = key.kind == ValueKind::Words;
    for (const auto& item : value.items)
        if (item.kind != (words ? Yaml::Kind::Scalar : Yaml::Kind::Map))
            error(item, quote(key.name) + (words ? " wants text here" : " wants a map here"));
    if (value.items.empty() && key.required)
        error(value, quote(key.name) + " is empty");
}

std::vector<Problem> Reader::problems() const {
    auto sorted = m_problems;
    std::ranges::stable_sort(sorted, [](const Problem& a, const Problem& b) {
        return std::tie(a.line, a.column) < std::tie(b.line, b.column);
    });
    return sorted;
}

i18n::Message message_of(const Yaml& map, std::string_view key) {
    auto text = word_of(map, key);
    if (text.empty())
        return {};
    return {.domain = i18n::Domain::Forms, .id = std::move(text)};
}

std::string word_of(const Yaml& map, std::string_view key) {
    const auto* value = map.find(key);
    if (value == nullptr || value->kind != Yaml::Kind::Scalar)
        return {};
    auto text = value->text;
    text.erase(text.find_last_not_of(" \n") + 1); // what a block scalar leaves behind
    return text;
}

std::optional<long> whole_of(const Yaml& map, std::string_view key) {
    const auto* value = map.find(key);
    return value == nullptr ? std::nullopt : to_whole(*value);
}

bool boolean_of(const Yaml& map, std::string_view key, bool otherwise) {
    const auto* value = map.find(key);
    return value == nullptr ? otherwise : to_bool(*value).value_or(otherwise);
}

Date date_of(const Yaml& map, std::string_view key) {
    const auto* value = map.find(key);
    return value == nullptr ? Date{} : to_date(*value).value_or(Date{});
}

std::vector<const Yaml*> scalars_of(const Yaml& map, std::string_view key) {
    std::vector<const Yaml*> found;
    const auto* list = map.find(key);
    if (list != nullptr)
        for (const auto& item : list->items)
            if (item.kind == Yaml::Kind::Scalar)
                found.push_back(&item);
    return found;
}

std::vector<const Yaml*> maps_of(const Yaml& map, std::string_view key) {
    std::vector<const Yaml*> found;
    const auto* list = map.find(key);
    if (list != nullptr)
        for (const auto& item : list->items)
            if (item.kind == Yaml::Kind::Map)
                found.push_back(&item);
    return found;
}

} // namespace guichet::procedure
