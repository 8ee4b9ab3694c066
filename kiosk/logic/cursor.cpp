// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/cursor.hpp"

#include "logic/parser.hpp"

#include <algorithm>
#include <utility>

namespace guichet::logic {

Cursor::Cursor(std::vector<Token> tokens) : m_tokens(std::move(tokens)) {}

const Token& Cursor::peek(std::size_t ahead) const {
    return m_tokens[std::min(m_next + ahead, m_tokens.size() - 1)];
}

bool Cursor::at(std::string_view text) const {
    return peek().kind == Token::Kind::Operator && peek().text == text;
}

bool Cursor::take(std::string_view text) {
    if (!at(text))
        return false;
    skip();
    return true;
}

void Cursor::expect(std::string_view text, std::string_view why) {
    if (take(text))
        return;
    const auto wanted = "expected '" + std::string(text) + "' " + std::string(why);
    complain(peek().at, wanted + " before " + describe(peek()));
}

void Cursor::complain(Position where, std::string message) {
    if (m_problems.empty())
        m_problems.push_back({where.line, where.column, std::move(message)});
    m_next = m_tokens.size() - 1;
}

Node Cursor::make(Node::Kind kind, Position where, std::vector<Node> of) {
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

Node Cursor::make(Node::Kind kind, Position where, Node a) {
    std::vector<Node> of;
    of.push_back(std::move(a));
    return make(kind, where, std::move(of));
}

Node Cursor::make(Node::Kind kind, Position where, Node a, Node b) {
    std::vector<Node> of;
    of.push_back(std::move(a));
    of.push_back(std::move(b));
    return make(kind, where, std::move(of));
}

std::string describe(const Token& token) {
    if (token.kind == Token::Kind::End)
        return "the end";
    if (token.kind == Token::Kind::String)
        return "a string";
    return "'" + token.text + "'";
}

} // namespace guichet::logic
