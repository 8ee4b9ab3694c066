// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/parser.hpp"

#include "base/utf8.hpp"
#include "logic/cursor.hpp"
#include "logic/grammar.hpp"
#include "logic/literal.hpp"
#include "logic/macros.hpp"
#include "logic/token.hpp"

#include <optional>
#include <string>
#include <utility>

namespace guichet::logic {
namespace {

/// Recursive descent. After the first mistake it jumps to the end, so every loop ends.
class Parser : private Cursor {
public:
    explicit Parser(std::vector<Token> tokens) : Cursor(std::move(tokens)) {}

    tl::expected<Node, std::vector<Problem>> run() {
        auto node = expression();
        if (peek().kind != Token::Kind::End)
            complain(peek().at, "unexpected " + describe(peek()));
        if (!good())
            return tl::unexpected(std::move(*this).problems());
        return node;
    }

private:
    Node expression() {
        if (++m_depth > max_nesting)
            complain(peek().at, "nested too deeply");
        auto node = logical("||", Node::Kind::Or);
        if (const auto where = peek().at; take("?")) {
            std::vector<Node> of;
            of.push_back(std::move(node));
            of.push_back(logical("||", Node::Kind::Or));
            expect(":", "after ?");
            of.push_back(expression());
            node = make(Node::Kind::Conditional, where, std::move(of));
        }
        --m_depth;
        return node;
    }

    Node logical(std::string_view text, Node::Kind kind) {
        const auto operand = [this, kind] {
            return kind == Node::Kind::Or ? logical("&&", Node::Kind::And) : binary(1);
        };
        auto first = operand();
        if (!at(text))
            return first;
        const auto where = peek().at;
        std::vector<Node> of;
        of.push_back(std::move(first));
        while (take(text))
            of.push_back(operand());
        return make(kind, where, std::move(of));
    }

    Node binary(int precedence) {
        const auto operand = [this, precedence] {
            return precedence == highest_precedence ? unary() : binary(precedence + 1);
        };
        auto left = operand();
        for (const auto* found = binary_at(precedence); found != nullptr;
             found = binary_at(precedence)) {
            const auto where = peek().at;
            skip();
            left = make(Node::Kind::Binary, where, std::move(left), operand());
            left.op = found->op;
        }
        return left;
    }

    const BinaryOperator* binary_at(int precedence) const {
        const bool word = peek().kind == Token::Kind::Identifier && peek().text == "in";
        if (peek().kind != Token::Kind::Operator && !word)
            return nullptr;
        const auto* found = find_binary(peek().text);
        return found != nullptr && found->precedence == precedence ? found : nullptr;
    }

    Node unary() {
        const std::string_view sign = at("!") ? "!" : "-";
        std::vector<Position> signs;
        while (at(sign) && !(sign == "-" && negative_literal())) {
            signs.push_back(peek().at);
            skip();
        }
        auto node = member();
        for (auto where = signs.rbegin(); where != signs.rend() && good(); ++where)
            node =
                make(sign == "!" ? Node::Kind::Not : Node::Kind::Negate, *where, std::move(node));
        return node;
    }

    bool negative_literal() const {
        const auto kind = peek(1).kind;
        return at("-") && (kind == Token::Kind::Int || kind == Token::Kind::Double);
    }

    Node member() {
        auto node = primary();
        while (true) {
            const auto where = peek().at;
            if (take("."))
                node = after_dot(std::move(node));
            else if (take("["))
                node = index(std::move(node), where);
            else if (at("{") && node.kind != Node::Kind::Literal)
                complain(where, "messages are not supported");
            else
                return node;
        }
    }

    Node index(Node operand, Position where) {
        auto node = make(Node::Kind::Index, where, std::move(operand), expression());
        expect("]", "to close the index");
        return node;
    }

    Node after_dot(Node operand) {
        const auto token = peek();
        const bool quoted = token.kind == Token::Kind::Quoted;
        if (token.kind != Token::Kind::Identifier && !quoted) {
            complain(token.at, "expected a field name after '.'");
            return operand;
        }
        if (token.text == "in" || token.text == "true" || token.text == "false" ||
            token.text == "null") {
            complain(token.at, "'" + token.text + "' cannot name a field");
            return operand;
        }
        skip();
        if (!quoted && take("("))
            return call(token, std::move(operand));
        auto node = make(Node::Kind::Select, token.at, std::move(operand));
        node.text = token.text;
        node.quoted = quoted;
        return node;
    }

    /// The arguments of a call, its '(' already read.
    Node call(const Token& name, std::optional<Node> receiver) {
        const bool method = receiver.has_value();
        auto of = items(")", "to close the call");
        if (receiver)
            of.insert(of.begin(), std::move(*receiver));
        auto node = make(Node::Kind::Call, name.at, std::move(of));
        node.text = name.text;
        node.method = method;
        if (auto problem = good() ? expand_macro(node) : std::nullopt)
            complain({problem->line, problem->column}, problem->message);
        return node;
    }

    /// Expressions with commas between, up to and with `close`. A comma may end a list.
    std::vector<Node> items(std::string_view close, std::string_view why) {
        std::vector<Node> of;
        if (close == "]" ? take_end_of_none(close) : take(close))
            return of;
        of.push_back(expression());
        while (take(",")) {
            if (close == "]" && at(close))
                break;
            of.push_back(expression());
        }
        expect(close, why);
        return of;
    }

    /// The end of a list or map of nothing, where a comma may stand too.
    bool take_end_of_none(std::string_view close) {
        const auto& next = peek(1);
        if (at(",") && next.kind == Token::Kind::Operator && next.text == close)
            skip();
        return take(close);
    }

    Node primary() {
        const auto token = peek();
        switch (token.kind) {
        case Token::Kind::Int:
        case Token::Kind::Double:
            skip();
            return number(token, "");
        case Token::Kind::String:
            skip();
            return literal(token.at, Value(token.text));
        case Token::Kind::Identifier:
            return name(false);
        default:
            return enclosed(token);
        }
    }

    Node enclosed(const Token& token) {
        if (take("(")) {
            auto node = expression();
            expect(")", "to close '('");
            node.grouped = true;
            return node;
        }
        if (take("["))
            return make(Node::Kind::Items, token.at, items("]", "to close the list"));
        if (take("{"))
            return make(Node::Kind::Entries, token.at, entries());
        if (negative_literal()) {
            const auto digits = peek(1);
            skip(2);
            return number(digits, "-");
        }
        if (take("."))
            return name(true);
        complain(
            token.at,
            token.kind == Token::Kind::End ? "expected a value before the end"
                                           : "unexpected " + describe(token)
        );
        return {};
    }

    std::vector<Node> entries() {
        std::vector<Node> of;
        if (take_end_of_none("}"))
            return of;
        while (!take("}")) {
            of.push_back(expression());
            expect(":", "after the key");
            of.push_back(expression());
            if (!at("}"))
                expect(",", "between the entries");
            if (!good())
                break;
        }
        return of;
    }

    static Node literal(Position where, Value value) {
        Node node{.kind = Node::Kind::Literal, .at = where};
        node.literal = std::move(value);
        return node;
    }

    Node number(const Token& token, const std::string& sign) {
        if (token.kind == Token::Kind::Double) {
            if (const auto value = to_double(sign + token.text))
                return literal(token.at, Value(*value));
        } else if (const auto value = to_int(sign + token.text)) {
            return literal(token.at, Value(*value));
        }
        complain(token.at, "the number " + sign + token.text + " is too large");
        return {};
    }

    Node name(bool from_root) {
        const auto token = peek();
        if (token.kind != Token::Kind::Identifier) {
            complain(token.at, "expected a name after '.'");
            return {};
        }
        if (is_reserved(token.text) || token.text == "in") {
            complain(token.at, "'" + token.text + "' is reserved and cannot be a name");
            return {};
        }
        skip();
        if (!from_root && (token.text == "true" || token.text == "false"))
            return literal(token.at, Value(token.text == "true"));
        if (!from_root && token.text == "null")
            return literal(token.at, Value());
        if (take("("))
            return call(token, std::nullopt);
        Node node{.kind = Node::Kind::Name, .at = token.at, .text = token.text};
        node.from_root = from_root;
        return node;
    }

    std::size_t m_depth{0};
};

} // namespace

tl::expected<Node, std::vector<Problem>> parse(std::string_view source) {
    if (source.size() > max_source)
        return tl::unexpected(std::vector<Problem>{{1, 1, "longer than 100,000 bytes"}});
    if (!is_utf8(source))
        return tl::unexpected(std::vector<Problem>{{1, 1, "not text in UTF-8"}});
    auto lexed = tokenize(source);
    auto parsed = Parser(std::move(lexed.tokens)).run();
    if (lexed.problems.empty())
        return parsed;
    return tl::unexpected(std::move(lexed.problems));
}

} // namespace guichet::logic
