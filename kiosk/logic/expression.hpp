// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "logic/type.hpp"
#include "logic/value.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace guichet::logic {

/// Something wrong in the source of an expression. Lines and columns count from 1; columns count
/// characters.
struct Problem {
    int line{1};
    int column{1};
    std::string message; ///< English, for authors of forms

    bool operator==(const Problem&) const = default;
};

/// Whether unknown names are problems (forms) or looked up when evaluated (guichet eval).
enum class Naming { Declared, Dynamic };

struct Node; // the syntax tree, private to logic

/// A compiled expression of the Common Expression Language (the subset without protobuf, bytes and
/// unsigned), plus `age(timestamp)` (whole years at `today`) and `today()`. Immutable; cheap to
/// copy; safe to share.
class Expression {
public:
    explicit Expression(
        std::shared_ptr<const Node> root, Type type, std::vector<std::string> names
    );

    /// The type found by the checker; Dyn when it cannot be known.
    const Type& type() const { return m_type; }

    /// Which declared names it reads, each once, sorted.
    const std::vector<std::string>& names() const { return m_names; }

    const Node& root() const { return *m_root; }

private:
    std::shared_ptr<const Node> m_root;
    Type m_type;
    std::vector<std::string> m_names;
};

/// Reads and type-checks `source` (macros expanded). All problems found are reported.
/// Limits: 100,000 bytes, nesting of 250.
tl::expected<Expression, std::vector<Problem>>
compile(std::string_view source, const Names& names, Naming naming = Naming::Declared);

/// As `compile` with declared names, for a condition: a type that is neither bool nor dyn is a
/// problem too.
tl::expected<Expression, std::vector<Problem>>
compile_condition(std::string_view source, const Names& names);

/// What an expression is evaluated with.
struct Context {
    /// The value of a name: Unknown when it has no answer yet, nullptr when there is no such name.
    std::function<const Value*(std::string_view name)> value_of;
    Date today{};
    /// Steps allowed: each node, each turn of a macro and each item compared or made costs one,
    /// each 10 characters read or made by a string function one.
    long budget{1'000'000};
};

/// A CEL evaluation error ("divide by zero", "no such overload", "cost limit exceeded"…).
struct Failure {
    std::string message;

    bool operator==(const Failure&) const = default;
};

/// Evaluates by the public CEL language definition: errors and unknowns absorbed by || and &&,
/// integer overflow is an error, heterogeneous equality. Never throws, never loops for ever.
tl::expected<Value, Failure> evaluate(const Expression& expression, const Context& context);

/// True only when the value is `true`: unknown, false and errors do not hold.
bool holds(const Expression& expression, const Context& context);

} // namespace guichet::logic
