// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logic/expression.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::logic {

class Pattern;

using Answer = tl::expected<Value, Failure>;

/// One evaluation: what it may look at and what it may still cost.
class Session {
public:
    explicit Session(const Context& context) : m_context(context), m_left(context.budget) {}

    const Context& context() const { return m_context; }

    /// False once the budget is used up, and from then on.
    bool spend(long steps) {
        m_left = m_left < steps ? -1 : m_left - steps;
        return m_left >= 0;
    }

    bool spent() const { return m_left < 0; }

private:
    const Context& m_context;
    long m_left;
};

/// The arguments of a function, the receiver first; none is unknown and their kinds are the
/// overload's.
struct Arguments {
    std::span<const Value* const> values;
    Session& session;
    const Pattern* pattern{nullptr}; ///< a regular expression compiled beforehand

    const Value& at(std::size_t i) const { return *values[i]; }

    template <typename T>
    const T& get(std::size_t i) const {
        return *values[i]->get<T>();
    }

    const std::string& text(std::size_t i) const { return get<std::string>(i); }
    std::int64_t number(std::size_t i) const { return get<std::int64_t>(i); }
};

/// One overload of a named function.
struct Function {
    std::string_view name;
    bool method;                        ///< written receiver.name(…)
    std::vector<Type::Kind> parameters; ///< with the receiver; Dyn takes anything
    Type result;
    Answer (*run)(const Arguments&);
};

/// The overloads of a name with so many arguments (the receiver counts); empty when there are none.
std::span<const Function* const>
find_overloads(std::string_view name, bool method, std::size_t count);

/// All names of functions, or of methods, for suggestions.
std::vector<std::string_view> function_names(bool method);

/// How the kind of a value is called in overloads; Dyn for unknowns and types.
Type::Kind kind_of(const Value& value);

/// The type as CEL prints it; empty for an unknown.
std::string_view type_name(const Value& value);
/// The type value a name stands for ("int", "google.protobuf.Timestamp"); empty when it is none.
std::string_view find_type_name(std::string_view name);

Answer failure(std::string message);
Answer no_such_overload();

std::vector<Function> conversion_functions();
std::vector<Function> size_functions();
std::vector<Function> string_functions();
std::vector<Function> position_functions();
std::vector<Function> format_functions();
std::vector<Function> time_functions();
std::vector<Function> calendar_functions();

} // namespace guichet::logic
