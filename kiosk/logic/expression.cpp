// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/expression.hpp"

#include "logic/check.hpp"
#include "logic/parser.hpp"
#include "logic/types.hpp"

#include <algorithm>
#include <utility>

namespace guichet::logic {

Expression::Expression(std::shared_ptr<const Node> root, Type type, std::vector<std::string> names)
    : m_root(std::move(root)), m_type(std::move(type)), m_names(std::move(names)) {}

tl::expected<Expression, std::vector<Problem>>
compile(std::string_view source, const Names& names, Naming naming) {
    auto root = parse(source);
    if (!root)
        return tl::unexpected(std::move(root.error()));
    auto checked = check(*root, names, naming);
    if (!checked.problems.empty()) {
        std::ranges::stable_sort(checked.problems, [](const Problem& a, const Problem& b) {
            return std::pair(a.line, a.column) < std::pair(b.line, b.column);
        });
        return tl::unexpected(std::move(checked.problems));
    }
    return Expression(
        std::make_shared<const Node>(std::move(*root)),
        std::move(checked.type),
        {checked.names.begin(), checked.names.end()}
    );
}

tl::expected<Expression, std::vector<Problem>>
compile_condition(std::string_view source, const Names& names) {
    auto expression = compile(source, names);
    if (expression && !accepts(Type::Kind::Bool, expression->type())) {
        const auto at = expression->root().at;
        auto message = "a condition must be true or false, not " + to_text(expression->type());
        return tl::unexpected(std::vector<Problem>{{at.line, at.column, std::move(message)}});
    }
    return expression;
}

} // namespace guichet::logic
