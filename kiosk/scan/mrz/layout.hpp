// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::scan {

/// Characters `begin` to `end` (not included) of line `line`, all from nought.
struct Span {
    int line{};
    int begin{};
    int end{};
};

/// A check digit and what it covers.
struct Check {
    std::vector<Span> covers;
    Span digit;
    bool composite{false};
    bool may_be_empty{false}; ///< `<` stands for nought
};

/// One format of machine-readable zone: ICAO Doc 9303 parts 4 to 7, the French card of 1988,
/// driving licence and registration certificate. `classes` has one letter per place: a letter or
/// `<` (a), the same but digits have been printed there (n), digit or `<` (d, and o where a check
/// digit may be left out), digit (c), anything (x), M F or `<` (s), A C or I (t); capitals and
/// digits stand for themselves.
struct Layout {
    std::string_view name;
    std::vector<std::string> classes;
    std::vector<Check> checks;

    int lines() const { return static_cast<int>(classes.size()); }
    int length() const { return static_cast<int>(classes.front().size()); }
};

/// Every format we know.
std::span<const Layout> layouts();

/// Whether `letter` may stand where the class does.
bool fits(char letter, char place);

/// What speaks against `letter` in such a place though it fits, in nats.
float price(char letter, char place);

/// What a letter counts in check digits: 0 to 9, A 10 to Z 35, `<` nought.
int check_value(char letter);

/// The check digit of some text (Doc 9303-3, 4.9): weights 7, 3, 1.
char check_digit(std::string_view text);

/// Whether a check digit agrees. A long document number (Doc 9303-5, 4.2.2) is followed into the
/// optional data.
bool agrees(const Layout& layout, const Check& check, const std::vector<std::string>& lines);

/// The text a span covers.
std::string_view text_of(const Span& span, const std::vector<std::string>& lines);

} // namespace guichet::scan
