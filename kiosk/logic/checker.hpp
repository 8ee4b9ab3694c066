// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logic/check.hpp"
#include "logic/node.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guichet::logic {

/// A value's type and how many lists or maps it may nest, beyond what names hold.
struct Shape {
    Type type{};
    std::size_t nesting{0};
};

/// One walk over a syntax tree, for `check`.
class Checker {
public:
    Checker(const Names& names, Naming naming) : m_names(names), m_naming(naming) {}

    Checked run(Node& root);

private:
    /// The variable of a macro.
    struct Variable {
        std::string name;
        Shape shape;
    };

    bool declared() const { return m_naming == Naming::Declared; }

    Shape visit(Node& node);
    Shape visit_kind(Node& node);
    /// Type problems: with dynamic names they are errors of the evaluation instead.
    void complain(const Node& node, std::string message);
    void insist(const Node& node, std::string message);
    void expect_bool(const Node& node, const Type& type, std::string_view what);
    Shape visit_logical(Node& node);
    Shape visit_negate(Node& node);
    Shape visit_binary(Node& node);
    Shape visit_conditional(Node& node);
    Shape visit_list(Node& node);
    Shape visit_map(Node& node);
    Shape visit_macro(Node& node);
    void declare_variables(const Node& node, const Shape& range);
    /// What a macro other than filter makes of its last body.
    Shape macro_shape(const Node& node, const Type& key, const Shape& body);

    // names and fields: check_names.cpp
    Shape visit_chain(Node& node);
    Type visit_dynamic(Node& node, const std::vector<std::string>& parts);
    Type visit_declared(Node& node, const std::vector<std::string>& parts);
    std::string suggest_name(const std::vector<std::string>& parts) const;
    /// The type of the Select nodes on top of a resolved name, so many of them.
    Type select_all(const Node& node, const Type& base, std::size_t count);
    /// The type of a field; also what has() of it may look at.
    Type select(const Node& node, const Type& operand);
    Type field_of(const Node& node, const Type& record, const std::string& name);
    Shape visit_has(Node& node);
    Shape visit_index(Node& node);
    Type index_type(const Node& node, const Type& operand, const Type& index);

    // functions: check_calls.cpp
    Shape visit_call(Node& node);
    /// strings.quote(x) is a function whose name has a dot, not a method of something called
    /// strings.
    void adopt_namespace(Node& node);
    Type overload_type(const Node& node, const std::vector<Type>& types);
    void prepare_pattern(Node& node);

    const Names& m_names;
    Naming m_naming;
    std::vector<Variable> m_scope{};
    Checked m_result{};
};

} // namespace guichet::logic
