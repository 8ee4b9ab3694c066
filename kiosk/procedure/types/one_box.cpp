// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/types/one_box.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace guichet::procedure::type {

namespace {

bool is_blank(char32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x202F ||
           c == 0x2009 || c == 0x200B || c == 0xFEFF;
}

} // namespace

std::string tidy(std::string_view text) {
    std::string tidied;
    bool blank = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = next_character(text, at);
        if (is_blank(character)) {
            blank = true;
        } else if (character != replacement_character && character >= 0x20) {
            if (blank && !tidied.empty())
                tidied += ' ';
            blank = false;
            append_utf8(tidied, character);
        }
    }
    return tidied;
}

std::string tidy(const Draft& draft, std::size_t part) {
    return part < draft.parts.size() ? tidy(draft.parts[part]) : std::string();
}

std::string compact(std::string_view text) {
    std::string kept;
    for (const char c : tidy(text))
        if (c >= 'a' && c <= 'z')
            kept += static_cast<char>(c - 'a' + 'A');
        else if (c != ' ' && c != '.' && c != '-' && c != '/' && c != '_')
            kept += c;
    return kept;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

std::string in_groups(std::string_view text, std::initializer_list<std::size_t> sizes) {
    std::string grouped;
    const auto* size = sizes.begin();
    std::size_t in_this = 0;
    for (std::size_t at = 0; at < text.size(); ++in_this) {
        if (in_this == *size) {
            grouped += ' ';
            in_this = 0;
            size += size + 1 == sizes.end() ? 0 : 1;
        }
        append_utf8(grouped, next_character(text, at));
    }
    return grouped;
}

std::string spell(std::string_view grouped) {
    std::string spelled;
    while (!grouped.empty()) {
        const auto end = std::min(grouped.find(' '), grouped.size());
        const auto group = grouped.substr(0, end);
        grouped.remove_prefix(std::min(end + 1, grouped.size()));
        if (!spelled.empty())
            spelled += ", ";
        const bool apart = !all_digits(group) || group.size() > 3;
        for (std::size_t i = 0; i < group.size(); ++i) {
            if (apart && i > 0)
                spelled += ' ';
            spelled += group[i];
        }
    }
    return spelled;
}

tl::unexpected<Rejection> reject(i18n::Message say, int part) {
    return tl::unexpected(Rejection{.say = std::move(say), .part = part});
}

tl::unexpected<Rejection> wrong_length(std::size_t has, std::size_t wanted) {
    const auto count = static_cast<long>(has < wanted ? wanted - has : has - wanted);
    return reject(
        has < wanted ? i18n::tr_count("Il manque {n} chiffre.", "Il manque {n} chiffres.", count)
                     : i18n::tr_count("Enlevez {n} chiffre.", "Enlevez {n} chiffres.", count)
    );
}

const std::string& words_of(const Value& value) {
    static const std::string none;
    const auto* words = std::get_if<std::string>(&value);
    return words == nullptr ? none : *words;
}

logic::Type OneBox::logic_type(const Question&) const {
    return {.kind = logic::Type::Kind::String};
}

logic::Value OneBox::to_logic(const Value& value) const {
    return logic::Value(words_of(value));
}

tl::expected<Value, Rejection> OneBox::parse(const Question& question, const Draft& draft) const {
    auto typed = tidy(draft);
    if (typed.empty())
        return reject(i18n::tr("Écrivez votre réponse."));
    return check(question, std::move(typed)).map([](std::string text) {
        return Value(std::move(text));
    });
}

Draft OneBox::draft(const Question&, const Value& value) const {
    return {.parts = {group(words_of(value))}};
}

std::string OneBox::format(const Question&, const Value& value, const i18n::Catalogue&) const {
    return group(words_of(value));
}

std::string NumberBox::spoken(
    const Question& question, const Value& value, const i18n::Catalogue& words
) const {
    return spell(format(question, value, words));
}

} // namespace guichet::procedure::type
