#include "logic/parser.hpp"

#include "logic/literal.hpp"
#include "logic/macros.hpp"
#include "logic/token.hpp"
#include "logic/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace guichet::logic {
namespace {

struct BinaryOperator {
    std::string_view text;
    int precedence; ///< higher binds tighter
    Operator op;
};

constexpr std::array<BinaryOperator, 12> binary_operators{{
    {"<", 1, Operator::Less},
    {"<=", 1, Operator::LessEqual},
    {">", 1, Operator::Greater},
    {">=", 1, Operator::GreaterEqual},
    {"==", 1, Operator::Equal},
    {"!=", 1, Operator::NotEqual},
    {"in", 1, Operator::In},
    {"+", 2, Operator::Add},
    {"-", 2, Operator::Subtract},
    {"*", 3, Operator::Multiply},
    {"/", 3, Operator::Divide},
    {"%", 3, Operator::Remainder},
}};

constexpr int highest_precedence = 3;

bool is_reserved(std::string_view name) {
    static constexpr std::array<std::string_view, 17> words{
        "as",
        "break",
        "const",
        "continue",
        "else",
        "for",
        "function",
        "if",
        "import",
        "let",
        "loop",
        "package",
        "namespace",
        "return",
        "var",
        "void",
        "while"};
    return std::ranges::find(words, name) != words.end();
}

/// Recursive descent. After the first mistake it jumps to the end, so every loop ends.
class Parser {
public:
    explicit Parser(std::vector<Token> tokens) : m_tokens(std::move(tokens)) {}

    tl::expected<Node, std::vector<Problem>> run() {
        auto node = expression();
        if (peek().kind != Token::Kind::End)
            complain(peek().at, "unexpected " + describe(peek()));
        if (!m_problems.empty())
            return tl::unexpected(std::move(m_problems));
        return node;
    }

private:
    const Token& peek(std::size_t ahead = 0) const {
        return m_tokens[std::min(m_next + ahead, m_tokens.size() - 1)];
    }

    bool at(std::string_view text) const {
        return peek().kind == Token::Kind::Operator && peek().text == text;
    }

    bool take(std::string_view text) {
        if (!at(text))
            return false;
        ++m_next;
        return true;
    }

    void expect(std::string_view text, std::string_view why) {
        if (!take(text))
            complain(
                peek().at,
                "expected '" + std::string(text) + "' " + std::string(why) + " before " +
                    describe(peek())
            );
    }

    static std::string describe(const Token& token) {
        if (token.kind == Token::Kind::End)
            return "the end";
        if (token.kind == Token::Kind::String)
            return "a string";
        return "'" + token.text + "'";
    }

    void complain(Position where, std::string message) {
        if (m_problems.empty())
            m_problems.push_back({where.line, where.column, std::move(message)});
        m_next = m_tokens.size() - 1;
    }

    Node make(Node::Kind kind, Position where, std::vector<Node> of) {
        Node node{.kind = kind, .at = where};
        for (const auto& child : of)
            node.depth = std::max(node.depth, child.depth + 1);
        if (node.depth > max_nesting) {
            complain(where, "nested too deeply");
            return node;
        }
        node.of = std::move(of);
        return node;
    }

    Node make(Node::Kind kind, Position where, Node a) {
        std::vector<Node> of;
        of.push_back(std::move(a));
        return make(kind, where, std::move(of));
    }

    Node make(Node::Kind kind, Position where, Node a, Node b) {
        std::vector<Node> of;
        of.push_back(std::move(a));
        of.push_back(std::move(b));
        return make(kind, where, std::move(of));
    }

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
            ++m_next;
            left = make(Node::Kind::Binary, where, std::move(left), operand());
            left.op = found->op;
        }
        return left;
    }

    const BinaryOperator* binary_at(int precedence) const {
        const bool word = peek().kind == Token::Kind::Identifier && peek().text == "in";
        if (peek().kind != Token::Kind::Operator && !word)
            return nullptr;
        const auto* found = std::ranges::find(binary_operators, peek().text, &BinaryOperator::text);
        return found != binary_operators.end() && found->precedence == precedence ? found : nullptr;
    }

    Node unary() {
        const std::string_view sign = at("!") ? "!" : "-";
        std::vector<Position> signs;
        while (at(sign) && !(sign == "-" && negative_literal())) {
            signs.push_back(peek().at);
            ++m_next;
        }
        auto node = member();
        for (auto where = signs.rbegin(); where != signs.rend() && m_problems.empty(); ++where)
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
        ++m_next;
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
        if (auto problem = m_problems.empty() ? expand_macro(node) : std::nullopt)
            complain({problem->line, problem->column}, problem->message);
        return node;
    }

    /// Expressions with commas between, up to and with `close`. A comma may end a list.
    std::vector<Node> items(std::string_view close, std::string_view why) {
        std::vector<Node> of;
        if (take(close))
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

    Node primary() {
        const auto token = peek();
        switch (token.kind) {
        case Token::Kind::Int:
        case Token::Kind::Double:
            ++m_next;
            return number(token, "");
        case Token::Kind::String:
            ++m_next;
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
            return node;
        }
        if (take("["))
            return make(Node::Kind::Items, token.at, items("]", "to close the list"));
        if (take("{"))
            return make(Node::Kind::Entries, token.at, entries());
        if (negative_literal()) {
            const auto digits = peek(1);
            m_next += 2;
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
        while (!take("}")) {
            of.push_back(expression());
            expect(":", "after the key");
            of.push_back(expression());
            if (take("}"))
                break;
            expect(",", "between the entries");
            if (!m_problems.empty())
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
        ++m_next;
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

    std::vector<Token> m_tokens;
    std::size_t m_next{0};
    std::size_t m_depth{0};
    std::vector<Problem> m_problems{};
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
