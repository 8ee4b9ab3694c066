// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace guichet::logic {

class Value;

struct Null {
    bool operator==(const Null&) const = default;
};

/// An answer not given yet. Absorbed by `false && …` and `true || …`; anything else made of it is
/// unknown.
struct Unknown {
    bool operator==(const Unknown&) const = default;
};

/// A CEL timestamp: seconds since 1970-01-01T00:00:00Z, and 0 ≤ nanos < 1e9.
/// Years 0001 to 9999 (google.protobuf.Timestamp); evaluation outside is an error.
struct Timestamp {
    std::int64_t seconds{};
    std::int32_t nanos{};

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the 0 inside <=> for a pointer
    auto operator<=>(const Timestamp&) const = default;
};

/// A CEL duration; seconds and nanos have the same sign (google.protobuf.Duration).
struct Duration {
    std::int64_t seconds{};
    std::int32_t nanos{};

    // NOLINTNEXTLINE(modernize-use-nullptr): as above
    auto operator<=>(const Duration&) const = default;
};

/// A type as a value: what `type(x)` returns, named as CEL prints it ("int",
/// "google.protobuf.Duration"). The name points to text that lives for ever.
struct TypeName {
    std::string_view name;

    bool operator==(const TypeName&) const = default;
};

using List = std::vector<Value>;
/// Keys are bool, int or string; insertion order is kept.
using Map = std::vector<std::pair<Value, Value>>;

/// A CEL value (the subset without protobuf, bytes and unsigned), or Unknown. Lists and maps are
/// shared, so that copying is cheap. Copies are values: nothing changes after construction.
class Value {
public:
    using Content = std::variant<
        Null,
        bool,
        std::int64_t,
        double,
        std::string,
        std::shared_ptr<const List>,
        std::shared_ptr<const Map>,
        Timestamp,
        Duration,
        Unknown,
        TypeName>;

    Value() = default; ///< null
    explicit Value(bool value) : m_content(value) {}
    explicit Value(std::int64_t value) : m_content(value) {}
    explicit Value(double value) : m_content(value) {}
    explicit Value(std::string value) : m_content(std::move(value)) {}
    explicit Value(const char* value) : m_content(std::string(value)) {}
    explicit Value(List value);
    explicit Value(Map value);
    explicit Value(Timestamp value) : m_content(value) {}
    explicit Value(Duration value) : m_content(value) {}
    explicit Value(Unknown value) : m_content(value) {}
    explicit Value(TypeName value) : m_content(value) {}

    const Content& content() const { return m_content; }
    bool is_unknown() const { return std::holds_alternative<Unknown>(m_content); }

    /// Structural identity, types and all (1 is not 1.0). For CEL's own equality see `evaluate`.
    bool operator==(const Value& other) const;

    /// The content when it is a T, else nullptr.
    template <typename T>
    const T* get() const {
        return std::get_if<T>(&m_content);
    }

    /// The items when it is a list, else nullptr; likewise the entries of a map.
    const List* list() const;
    const Map* map() const;

private:
    Content m_content;
};

} // namespace guichet::logic
