// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/mrz/layout.hpp"

#include "scan/text/letters.hpp"

#include <array>
#include <utility>

namespace guichet::scan {

namespace {

std::string repeat(char place, int count) {
    std::string places(static_cast<std::size_t>(count), place);
    return places;
}

/// Number, birth and expiry: the second line of TD2, TD3 and visas begins alike.
std::string second_line() {
    return repeat('x', 9) + "onnnddddddcsddddddc";
}

std::vector<Check> second_line_checks() {
    return {
        {.covers = {{1, 0, 9}}, .digit = {1, 9, 10}},
        {.covers = {{1, 13, 19}}, .digit = {1, 19, 20}},
        {.covers = {{1, 21, 27}}, .digit = {1, 27, 28}}};
}

Layout make_td1() {
    Layout layout{
        .name = "TD1",
        .classes =
            {"tnnnn" + repeat('x', 9) + "o" + repeat('x', 15),
             "ddddddcsddddddcnnn" + repeat('x', 11) + "c",
             repeat('a', 30)},
        .checks = {
            {.covers = {{0, 5, 14}}, .digit = {0, 14, 15}},
            {.covers = {{1, 0, 6}}, .digit = {1, 6, 7}},
            {.covers = {{1, 8, 14}}, .digit = {1, 14, 15}},
            {.covers = {{0, 5, 30}, {1, 0, 7}, {1, 8, 15}, {1, 18, 29}},
             .digit = {1, 29, 30},
             .composite = true}}};
    return layout;
}

Layout make_td2() {
    Layout layout{
        .name = "TD2",
        .classes = {"tnnnn" + repeat('a', 31), second_line() + repeat('x', 7) + "c"},
        .checks = second_line_checks()};
    layout.checks.push_back(
        {.covers = {{1, 0, 10}, {1, 13, 20}, {1, 21, 35}}, .digit = {1, 35, 36}, .composite = true}
    );
    return layout;
}

Layout make_td3() {
    Layout layout{
        .name = "TD3",
        .classes = {"Pannn" + repeat('a', 39), second_line() + repeat('x', 14) + "oc"},
        .checks = second_line_checks()};
    layout.checks.push_back({.covers = {{1, 28, 42}}, .digit = {1, 42, 43}, .may_be_empty = true});
    layout.checks.push_back(
        {.covers = {{1, 0, 10}, {1, 13, 20}, {1, 21, 43}}, .digit = {1, 43, 44}, .composite = true}
    );
    return layout;
}

Layout make_visa(std::string_view name, int length) {
    return {
        .name = name,
        .classes = {"Vannn" + repeat('a', length - 5), second_line() + repeat('x', length - 28)},
        .checks = second_line_checks()};
}

/// The French identity card of 1988 to 2021: not an ICAO format, and without an expiry date.
Layout make_french_card() {
    return {
        .name = "FRA-1988",
        .classes =
            {"IDFRA" + repeat('a', 25) + repeat('x', 6),
             repeat('x', 12) + "c" + repeat('a', 14) + "ddddddcsc"},
        .checks = {
            {.covers = {{1, 0, 12}}, .digit = {1, 12, 13}},
            {.covers = {{1, 27, 33}}, .digit = {1, 33, 34}},
            {.covers = {{0, 0, 36}, {1, 0, 35}}, .digit = {1, 35, 36}, .composite = true}}};
}

/// The French driving licence of 2013: one line, the surname cut after eight letters.
Layout make_french_licence() {
    return {
        .name = "FRA-DL",
        .classes = {"D1FRA" + repeat('x', 9) + "cdddddd" + repeat('a', 8) + "c"},
        .checks = {
            {.covers = {{0, 0, 14}}, .digit = {0, 14, 15}},
            {.covers = {{0, 0, 29}}, .digit = {0, 29, 30}, .composite = true}}};
}

/// The French registration certificate: derived from one specimen, so what it says is not proven by
/// itself.
Layout make_french_registration() {
    return {
        .name = "FRA-CR",
        .classes =
            {"CRFRA" + repeat('x', 7) + "c" + repeat('x', 17) + "cddddddc" + repeat('x', 6),
             repeat('x', 42) + "cc"},
        .checks = {
            {.covers = {{0, 5, 12}}, .digit = {0, 12, 13}},
            {.covers = {{0, 13, 30}}, .digit = {0, 30, 31}},
            {.covers = {{0, 31, 37}}, .digit = {0, 37, 38}},
            {.covers = {{1, 31, 42}}, .digit = {1, 42, 43}},
            {.covers = {{0, 5, 38}, {1, 31, 43}}, .digit = {1, 43, 44}, .composite = true}}};
}

/// A number too long for its nine places: `<` for a check digit, then the rest and its own digit.
bool long_number_agrees(const Span& number, const std::vector<std::string>& lines, int rest) {
    const std::string_view optional = std::string_view(lines[static_cast<std::size_t>(number.line)])
                                          .substr(static_cast<std::size_t>(rest));
    const auto more = optional.substr(0, optional.find('<'));
    if (more.size() < 2)
        return false;
    std::string whole(text_of(number, lines));
    whole += more.substr(0, more.size() - 1);
    return check_digit(whole) == more.back();
}

} // namespace

std::span<const Layout> layouts() {
    static const std::vector<Layout> all{
        make_td1(),
        make_french_card(),
        make_td2(),
        make_td3(),
        make_visa("MRVA", 44),
        make_visa("MRVB", 36),
        make_french_licence(),
        make_french_registration()};
    return all;
}

bool fits(char letter, char place) {
    const bool filler = letter == '<';
    const bool digit = is_digit(letter);
    const bool capital = is_capital(letter);
    switch (place) {
    case 'a':
        return capital || filler;
    case 'd':
    case 'o':
        return digit || filler;
    case 'c':
        return digit;
    case 'n':
    case 'x':
        return capital || digit || filler;
    case 's':
        return letter == 'M' || letter == 'F' || filler;
    case 't':
        return letter == 'A' || letter == 'C' || letter == 'I';
    default:
        return letter == place;
    }
}

float price(char letter, char place) {
    return place == 'n' && is_digit(letter) ? 4.0F : 0.0F;
}

int check_value(char letter) {
    if (is_digit(letter))
        return letter - '0';
    if (is_capital(letter))
        return letter - 'A' + 10;
    return 0;
}

char check_digit(std::string_view text) {
    constexpr std::array<int, 3> weights{7, 3, 1};
    int sum = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        sum += check_value(text[i]) * weights[i % 3];
    return static_cast<char>('0' + sum % 10);
}

std::string_view text_of(const Span& span, const std::vector<std::string>& lines) {
    return std::string_view(lines[static_cast<std::size_t>(span.line)])
        .substr(
            static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.end - span.begin)
        );
}

bool agrees(const Layout& layout, const Check& check, const std::vector<std::string>& lines) {
    std::string covered;
    for (const auto& span : check.covers)
        covered += text_of(span, lines);
    const char printed = text_of(check.digit, lines).front();
    const char expected = check_digit(covered);
    if (printed == expected)
        return true;
    if (printed != '<')
        return false;
    if (check.may_be_empty)
        return expected == '0' && covered.find_first_not_of('<') == std::string::npos;
    const bool number = check.covers.size() == 1 && check.covers.front().end == check.digit.begin;
    if (number && layout.name == "TD1" && check.digit.line == 0)
        return long_number_agrees(check.covers.front(), lines, 15);
    return number && layout.name == "TD2" && check.digit.begin == 9 &&
           long_number_agrees(check.covers.front(), lines, 28);
}

} // namespace guichet::scan
