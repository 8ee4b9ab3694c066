// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/typing.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <utility>

namespace guichet::ui {
namespace {

std::size_t next_point(std::string_view text, std::size_t at) {
    if (at < text.size())
        next_character(text, at);
    return at;
}

bool begins_character(std::string_view text, std::size_t at) {
    return decode_character(text, at).has_value();
}

char32_t point_at(std::string_view text, std::size_t at) {
    return next_character(text, at);
}

/// Part of the letter before it: combining accents, Arabic vowel signs, joiners.
bool combines(char32_t point) {
    return (point >= 0x300U && point <= 0x36FU) || (point >= 0x64BU && point <= 0x65FU) ||
           point == 0x670U || point == 0x200DU || (point >= 0xFE00U && point <= 0xFE0FU);
}

std::size_t next_letter(std::string_view text, std::size_t at) {
    at = next_point(text, at);
    while (at < text.size() && combines(point_at(text, at)))
        at = next_point(text, at);
    return at;
}

std::size_t previous_letter(std::string_view text, std::size_t at) {
    at = previous_character(text, at);
    while (at > 0 && combines(point_at(text, at)))
        at = previous_character(text, at);
    return at;
}

char32_t capital_point(char32_t point) {
    if (point >= 'a' && point <= 'z')
        return point - 32;
    if (point >= 0xE0U && point <= 0xFEU && point != 0xF7U)
        return point - 32;
    if (point == 0xFFU)
        return 0x178U; // Ÿ
    if (point == 0x153U || point == 0x161U || point == 0x17EU)
        return point - 1; // Œ Š Ž
    return point;
}

} // namespace

Typing::Typing(std::string text, std::size_t at)
    : m_text{std::move(text)}, m_at{std::min(at, m_text.size())} {
    while (m_at > 0 && m_at < m_text.size() && !begins_character(m_text, m_at))
        --m_at;
}

void Typing::insert(std::string_view letters, int longest, bool lines) {
    const bool control = std::ranges::any_of(letters, [lines](char c) {
        const bool is_control = static_cast<unsigned char>(c) < 0x20U || c == 0x7F;
        return is_control && !(lines && c == '\n');
    });
    if (control || count_letters(m_text) + count_letters(letters) > longest)
        return;
    m_text.insert(m_at, letters);
    m_at += letters.size();
}

void Typing::erase_before() {
    const std::size_t from = previous_letter(m_text, m_at);
    m_text.erase(from, m_at - from);
    m_at = from;
}

void Typing::erase_after() {
    m_text.erase(m_at, next_letter(m_text, m_at) - m_at);
}

void Typing::left() {
    m_at = previous_letter(m_text, m_at);
}

void Typing::right() {
    m_at = next_letter(m_text, m_at);
}

bool Typing::at_word_start() const {
    if (m_at == 0)
        return true;
    const auto before = point_at(m_text, previous_character(m_text, m_at));
    return before == ' ' || before == '-' || before == '\'' || before == '\n' || before == 0x2019U;
}

int count_letters(std::string_view text) {
    int count = 0;
    for (std::size_t at = 0; at < text.size(); at = next_point(text, at))
        if (at == 0 || !combines(point_at(text, at)))
            ++count;
    return count;
}

std::string capital(std::string_view letters) {
    std::string result;
    for (std::size_t at = 0; at < letters.size();)
        append_utf8(result, capital_point(next_character(letters, at)));
    return result;
}

Runs runs(std::string_view text) {
    bool rightwards = false;
    bool leftwards = false;
    for (std::size_t at = 0; at < text.size(); at = next_point(text, at)) {
        const auto point = point_at(text, at);
        const bool hebrew_to_syriac = point >= 0x590U && point <= 0x8FFU;
        const bool presentation = point >= 0xFB1DU && point <= 0xFEFCU;
        const bool latin = (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
        const bool punctuation = point < 0xC0U || (point >= 0x2000U && point <= 0x2BFFU);
        if (hebrew_to_syriac || presentation)
            leftwards = true;
        else if (latin || !punctuation)
            rightwards = true;
    }
    if (rightwards == leftwards)
        return Runs::Neither;
    return rightwards ? Runs::Rightwards : Runs::Leftwards;
}

std::string typed_character(unsigned int code_point) {
    const bool control = code_point < 0x20U || (code_point >= 0x7FU && code_point < 0xA0U);
    const bool half = code_point >= 0xD800U && code_point <= 0xDFFFU;
    const bool private_use = code_point >= 0xE000U && code_point <= 0xF8FFU;
    if (control || half || private_use || code_point > 0x10FFFFU || code_point == 0xFFFDU)
        return {};
    return to_utf8(std::u32string(1, code_point));
}

namespace {

/// Walks both texts letter by letter until `stop` says so; the bytes reached in each.
template <typename Stop>
std::pair<std::size_t, std::size_t> walk(std::string_view text, std::string_view shown, Stop stop) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (j < shown.size() && !stop(i, j)) {
        if (i < text.size() && point_at(text, i) == point_at(shown, j))
            i = next_point(text, i);
        j = next_point(shown, j);
    }
    return {i, j};
}

} // namespace

std::size_t shown_caret(std::string_view text, std::string_view shown, std::size_t at) {
    if (at >= text.size())
        return shown.size();
    const auto reached = walk(text, shown, [at](std::size_t i, std::size_t) { return i >= at; });
    return reached.second;
}

std::size_t text_caret(std::string_view text, std::string_view shown, std::size_t at) {
    if (at >= shown.size())
        return text.size();
    const auto reached = walk(text, shown, [at](std::size_t, std::size_t j) { return j >= at; });
    return reached.first;
}

} // namespace guichet::ui
