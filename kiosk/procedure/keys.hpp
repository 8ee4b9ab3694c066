// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace guichet::procedure {

/// What the value of a key is.
enum class ValueKind {
    Text,      ///< words for people
    Id,        ///< a name for expressions: letters, digits, "_"
    Slug,      ///< an id of ours with "-": document kinds, procedures
    Word,      ///< text that is not translated: phone, hours, pattern
    Logic,     ///< an expression
    Whole,     ///< a whole number
    Bool,      ///< true or false
    DateValue, ///< 2026-11-20
    Words,     ///< list of Word
    Maps,      ///< list of maps
    Map,
    Mixed, ///< checked where it is read
};

/// One key of a map in our files. The JSON Schemas in forms/schema are held against these tables.
struct Key {
    std::string_view name;
    ValueKind kind;
    bool required{false};
};

namespace keys {

extern const std::span<const Key> procedure;
extern const std::span<const Key> verified;
extern const std::span<const Key> need;
extern const std::span<const Key> step;
extern const std::span<const Key> question; ///< every key, of all types
extern const std::span<const Key> option;
extern const std::span<const Key> item;
extern const std::span<const Key> check;
extern const std::span<const Key> exit;
extern const std::span<const Key> human;
extern const std::span<const Key> document;
extern const std::span<const Key> other_papers;
extern const std::span<const Key> other_paper;
extern const std::span<const Key> field;
extern const std::span<const Key> told;
extern const std::span<const Key> column;
extern const std::span<const Key> piece; ///< of another field
extern const std::span<const Key> side;  ///< of a document
extern const std::span<const Key> valid;
extern const std::span<const Key> sum;

} // namespace keys

/// What `deliver` may name.
std::span<const std::string_view> deliveries();

/// ` (did you mean "label"?)` for the nearest name, when one is near; empty otherwise.
std::string suggestion(std::string_view word, std::span<const std::string_view> names);

} // namespace guichet::procedure
