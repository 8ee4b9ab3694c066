#include "logic/check.hpp"

#include "logic/functions.hpp"
#include "logic/parser.hpp"
#include "logic/pattern.hpp"
#include "logic/suggest.hpp"
#include "logic/types.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace guichet::logic {
namespace {

using Kind = Type::Kind;

/// A value's type and how many lists or maps it may nest, beyond what names hold.
struct Shape {
    Type type{};
    std::size_t nesting{0};
};

struct Variable {
    std::string name;
    Shape shape;
};

/// The identifiers of a.b.c, or nothing when the node is not a plain chain of names.
std::optional<std::vector<std::string>> parts_of(const Node& node) {
    if (node.kind == Node::Kind::Name)
        return std::vector{node.text};
    if (node.kind != Node::Kind::Select || node.quoted)
        return std::nullopt;
    auto parts = parts_of(node.of[0]);
    if (parts)
        parts->push_back(node.text);
    return parts;
}

const Node& first_of(const Node& chain) {
    return chain.kind == Node::Kind::Name ? chain : first_of(chain.of[0]);
}

std::string join_parts(const std::vector<std::string>& parts, std::size_t count) {
    std::string text = parts[0];
    for (std::size_t i = 1; i < count; ++i)
        text += "." + parts[i];
    return text;
}

class Checker {
public:
    Checker(const Names& names, Naming naming) : m_names(names), m_naming(naming) {}

    Checked run(Node& root) {
        auto shape = visit(root);
        m_result.type = std::move(shape.type);
        return std::move(m_result);
    }

private:
    bool declared() const { return m_naming == Naming::Declared; }

    /// Type problems: with dynamic names they are errors of the evaluation instead.
    void complain(const Node& node, std::string message) {
        if (declared())
            insist(node, std::move(message));
    }

    void insist(const Node& node, std::string message) {
        m_result.problems.push_back({node.at.line, node.at.column, std::move(message)});
    }

    Shape visit(Node& node) {
        auto shape = visit_kind(node);
        if (shape.nesting > 2 * max_nesting) {
            insist(node, "the value would nest too deeply");
            shape.nesting = 0;
        }
        return shape;
    }

    Shape visit_kind(Node& node) {
        switch (node.kind) {
        case Node::Kind::Literal:
            return {make_type(kind_of(node.literal))};
        case Node::Kind::Name:
        case Node::Kind::Path:
        case Node::Kind::Local:
        case Node::Kind::Select:
            return visit_chain(node);
        case Node::Kind::Has:
        case Node::Kind::Answered:
            return visit_has(node);
        case Node::Kind::Index:
            return visit_index(node);
        case Node::Kind::Call:
            return visit_call(node);
        case Node::Kind::Not:
        case Node::Kind::And:
        case Node::Kind::Or:
            return visit_logical(node);
        case Node::Kind::Negate:
            return visit_negate(node);
        case Node::Kind::Binary:
            return visit_binary(node);
        case Node::Kind::Conditional:
            return visit_conditional(node);
        case Node::Kind::Items:
            return visit_list(node);
        case Node::Kind::Entries:
            return visit_map(node);
        case Node::Kind::Comprehension:
            return visit_macro(node);
        }
        return {};
    }

    Shape visit_chain(Node& node) {
        const auto parts = parts_of(node);
        if (!parts) {
            auto operand = visit(node.of[0]);
            return {select(node, operand.type), operand.nesting};
        }
        const bool from_root = first_of(node).from_root;
        const auto variable =
            std::find_if(m_scope.rbegin(), m_scope.rend(), [&parts](const Variable& candidate) {
                return candidate.name == parts->front();
            });
        if (!from_root && variable != m_scope.rend()) {
            auto& local = descend(node, parts->size() - 1);
            local.kind = Node::Kind::Local;
            local.hops = static_cast<std::size_t>(variable - m_scope.rbegin());
            return {
                select_all(node, variable->shape.type, parts->size() - 1), variable->shape.nesting};
        }
        return {declared() ? visit_declared(node, *parts) : visit_dynamic(node, *parts)};
    }

    Type visit_dynamic(Node& node, const std::vector<std::string>& parts) {
        Node path{
            .kind = Node::Kind::Path,
            .at = first_of(node).at,
            .text = join_parts(parts, parts.size())};
        m_result.names.insert(path.text);
        node = std::move(path);
        return {};
    }

    Type visit_declared(Node& node, const std::vector<std::string>& parts) {
        for (auto count = parts.size(); count > 0; --count) {
            const auto found = m_names.find(join_parts(parts, count));
            if (found == m_names.end())
                continue;
            auto& name = descend(node, parts.size() - count);
            name = Node{.kind = Node::Kind::Name, .at = first_of(name).at, .text = found->first};
            m_result.names.insert(found->first);
            return select_all(node, found->second, parts.size() - count);
        }
        const auto full = join_parts(parts, parts.size());
        const auto where = first_of(node).at;
        if (const auto type = find_type_name(full); !type.empty()) {
            node = Node{.kind = Node::Kind::Literal, .at = where, .literal = Value(TypeName{type})};
            return {};
        }
        node = Node{.kind = Node::Kind::Path, .at = where, .text = full};
        complain(node, "undeclared reference to '" + full + "'" + suggest_name(full));
        return {};
    }

    std::string suggest_name(const std::string& wrong) const {
        std::vector<std::string_view> candidates;
        for (const auto& [name, type] : m_names)
            candidates.emplace_back(name);
        for (const auto& variable : m_scope)
            candidates.emplace_back(variable.name);
        return suggestion(wrong, candidates);
    }

    static Node& descend(Node& node, std::size_t steps) {
        return steps == 0 ? node : descend(node.of[0], steps - 1);
    }

    /// The type of the Select nodes on top of a resolved name, so many of them.
    Type select_all(const Node& node, const Type& base, std::size_t count) {
        return count == 0 ? base : select(node, select_all(node.of[0], base, count - 1));
    }

    /// The type of a field; also what has() of it may look at.
    Type select(const Node& node, const Type& operand) {
        if (operand.kind == Kind::Dyn)
            return {};
        if (operand.kind == Kind::Map && accepts(Kind::String, key_of(operand)))
            return value_of(operand);
        if (operand.kind != Kind::Record) {
            complain(node, to_text(operand) + " has no field '" + node.text + "'");
            return {};
        }
        return field_of(node, operand, node.text);
    }

    Type field_of(const Node& node, const Type& record, const std::string& name) {
        const auto found = record.fields.find(name);
        if (found != record.fields.end())
            return found->second;
        std::vector<std::string_view> candidates;
        for (const auto& [field, type] : record.fields)
            candidates.emplace_back(field);
        complain(node, "no field '" + name + "'" + suggestion(name, candidates));
        return {};
    }

    Shape visit_has(Node& node) {
        auto parts = parts_of(node.of[0]);
        if (parts && declared() && !node.quoted) {
            parts->push_back(node.text);
            const auto found = m_names.find(join_parts(*parts, parts->size()));
            if (found != m_names.end()) {
                node = Node{.kind = Node::Kind::Answered, .at = node.at, .text = found->first};
                m_result.names.insert(found->first);
                return {make_type(Kind::Bool)};
            }
        }
        const auto operand = visit(node.of[0]);
        select(node, operand.type);
        return {make_type(Kind::Bool)};
    }

    Shape visit_index(Node& node) {
        const auto operand = visit(node.of[0]);
        const auto index = visit(node.of[1]);
        return {index_type(node, operand.type, index.type), operand.nesting};
    }

    Type index_type(const Node& node, const Type& operand, const Type& index) {
        const bool number = accepts(Kind::Int, index) || index.kind == Kind::Double;
        if (operand.kind == Kind::List && number)
            return element_of(operand);
        if (operand.kind == Kind::Record && accepts(Kind::String, index)) {
            const auto* key = node.of[1].literal.get<std::string>();
            return key != nullptr ? field_of(node.of[1], operand, *key) : Type{};
        }
        if (operand.kind == Kind::Map && comparable(key_of(operand), index))
            return value_of(operand);
        if (operand.kind != Kind::Dyn)
            complain(node, to_text(operand) + " cannot be indexed by " + to_text(index));
        return {};
    }

    Shape visit_call(Node& node) {
        adopt_namespace(node);
        Shape shape;
        std::vector<Type> types;
        for (auto& argument : node.of) {
            auto visited = visit(argument);
            types.push_back(std::move(visited.type));
            shape.nesting = std::max(shape.nesting, visited.nesting);
        }
        node.overloads = find_overloads(node.text, node.method, node.of.size());
        ++shape.nesting; // what a function makes of its arguments is at most a list of them
        if (node.overloads.empty())
            complain(node, unknown_function(node));
        else
            shape.type = overload_type(node, types);
        prepare_pattern(node);
        return shape;
    }

    /// strings.quote(x) is a function whose name has a dot, not a method of something called
    /// strings.
    void adopt_namespace(Node& node) {
        if (!node.method || node.of[0].kind != Node::Kind::Name ||
            m_names.contains(node.of[0].text))
            return;
        const auto name = node.of[0].text + "." + node.text;
        if (find_overloads(name, false, node.of.size() - 1).empty())
            return;
        node.text = name;
        node.method = false;
        node.of.erase(node.of.begin());
    }

    static std::string unknown_function(const Node& node) {
        const auto exists = [&node](bool method) {
            const auto all = function_names(method);
            return std::ranges::find(all, node.text) != all.end();
        };
        if (exists(node.method))
            return node.text + "() does not take " +
                   std::to_string(node.of.size() - (node.method ? 1 : 0)) + " arguments";
        if (exists(!node.method))
            return node.method ? "write " + node.text + "(value)"
                               : "write value." + node.text + "()";
        return "unknown function '" + node.text + "'" +
               suggestion(node.text, function_names(node.method));
    }

    Type overload_type(const Node& node, const std::vector<Type>& types) {
        std::optional<Type> result;
        for (const auto* overload : node.overloads) {
            if (!std::ranges::equal(overload->parameters, types, accepts))
                continue;
            result = result ? join(*result, overload->result) : overload->result;
        }
        if (result)
            return *result;
        std::string given;
        for (const auto& type : types)
            given += (given.empty() ? "" : ", ") + to_text(type);
        complain(node, node.text + "() does not take (" + given + ")");
        return {};
    }

    void prepare_pattern(Node& node) {
        if (node.text != "matches" || node.of.size() != 2 || node.of[1].kind != Node::Kind::Literal)
            return;
        const auto* text = node.of[1].literal.get<std::string>();
        if (text == nullptr)
            return;
        auto pattern = Pattern::create(*text);
        if (pattern)
            node.pattern = std::move(*pattern);
        else
            complain(node.of[1], pattern.error());
    }

    void expect_bool(const Node& node, const Type& type, std::string_view what) {
        if (!accepts(Kind::Bool, type))
            complain(node, std::string(what) + " must be true or false, not " + to_text(type));
    }

    Shape visit_logical(Node& node) {
        const std::string_view what = node.kind == Node::Kind::Not   ? "what follows '!'"
                                      : node.kind == Node::Kind::And ? "each side of '&&'"
                                                                     : "each side of '||'";
        for (auto& operand : node.of)
            expect_bool(operand, visit(operand).type, what);
        return {make_type(Kind::Bool)};
    }

    Shape visit_negate(Node& node) {
        auto operand = visit(node.of[0]);
        const bool number = accepts(Kind::Int, operand.type) || operand.type.kind == Kind::Double;
        if (!number)
            complain(node, "'-' needs a number, not " + to_text(operand.type));
        return {number ? operand.type : Type{}};
    }

    Shape visit_binary(Node& node) {
        const auto left = visit(node.of[0]);
        const auto right = visit(node.of[1]);
        const auto type = result_of(node.op, left.type, right.type);
        if (!type) {
            const auto mixed = (left.type.kind == Kind::Int && right.type.kind == Kind::Double) ||
                               (left.type.kind == Kind::Double && right.type.kind == Kind::Int);
            complain(
                node,
                "'" + std::string(to_text(node.op)) + "' cannot take " + to_text(left.type) +
                    " and " + to_text(right.type) +
                    (mixed ? ": convert one with double() or int()" : "")
            );
        }
        return {type.value_or(Type{}), std::max(left.nesting, right.nesting)};
    }

    Shape visit_conditional(Node& node) {
        expect_bool(node.of[0], visit(node.of[0]).type, "what stands before '?'");
        const auto then = visit(node.of[1]);
        const auto otherwise = visit(node.of[2]);
        if (!comparable(then.type, otherwise.type))
            complain(
                node,
                "'? :' gives " + to_text(then.type) + " or " + to_text(otherwise.type) +
                    ": both must be alike"
            );
        return {join(then.type, otherwise.type), std::max(then.nesting, otherwise.nesting)};
    }

    Shape visit_list(Node& node) {
        std::optional<Type> element;
        std::size_t nesting = 0;
        for (auto& item : node.of) {
            auto visited = visit(item);
            element = element ? join(*element, visited.type) : visited.type;
            nesting = std::max(nesting, visited.nesting);
        }
        return {element ? list_of(*element) : make_type(Kind::List), nesting + 1};
    }

    Shape visit_map(Node& node) {
        std::optional<Type> key;
        std::optional<Type> value;
        std::size_t nesting = 0;
        for (std::size_t i = 0; i + 1 < node.of.size(); i += 2) {
            const auto key_shape = visit(node.of[i]);
            const auto value_shape = visit(node.of[i + 1]);
            if (!accepts(Kind::Bool, key_shape.type) && !accepts(Kind::Int, key_shape.type) &&
                !accepts(Kind::String, key_shape.type))
                complain(node.of[i], to_text(key_shape.type) + " cannot be a key");
            key = key ? join(*key, key_shape.type) : key_shape.type;
            value = value ? join(*value, value_shape.type) : value_shape.type;
            nesting = std::max(nesting, value_shape.nesting);
        }
        auto type = key ? Type{Kind::Map, {*key, *value}, {}} : make_type(Kind::Map);
        return {std::move(type), nesting + 1};
    }

    Shape visit_macro(Node& node) {
        const auto range = visit(node.of[0]);
        const bool mapping = range.type.kind == Kind::Map || range.type.kind == Kind::Record;
        if (!mapping && !accepts(Kind::List, range.type))
            complain(node, "this needs a list, not " + to_text(range.type));
        const auto item = mapping ? key_of(range.type) : element_of(range.type);
        m_scope.push_back({node.text, {item, range.nesting == 0 ? 0 : range.nesting - 1}});
        std::vector<Shape> bodies;
        for (std::size_t i = 1; i < node.of.size(); ++i)
            bodies.push_back(visit(node.of[i]));
        m_scope.pop_back();
        const bool makes_values = node.macro == Macro::Transform;
        if (!makes_values || bodies.size() == 2)
            expect_bool(node.of[1], bodies.front().type, "the condition");
        if (makes_values)
            return {list_of(bodies.back().type), bodies.back().nesting + 1};
        if (node.macro == Macro::Filter)
            return {list_of(item), range.nesting};
        return {make_type(Kind::Bool)};
    }

    const Names& m_names;
    Naming m_naming;
    std::vector<Variable> m_scope{};
    Checked m_result{};
};

} // namespace

Checked check(Node& root, const Names& names, Naming naming) {
    return Checker(names, naming).run(root);
}

} // namespace guichet::logic
