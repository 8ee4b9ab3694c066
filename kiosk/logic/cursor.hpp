// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logic/node.hpp"
#include "logic/token.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guichet::logic {

/// Walks over tokens and builds nodes. After the first mistake it stands at the end for good, so
/// that every loop of the parser ends; only that mistake is kept.
class Cursor {
public:
    explicit Cursor(std::vector<Token> tokens);

    const Token& peek(std::size_t ahead = 0) const;

    /// Whether an operator or bracket comes next.
    bool at(std::string_view text) const;
    bool take(std::string_view text);
    void skip(std::size_t count = 1) { m_next += count; }

    /// `why` ends the sentence "expected ':' …".
    void expect(std::string_view text, std::string_view why);

    void complain(Position where, std::string message);
    bool good() const { return m_problems.empty(); }
    std::vector<Problem> problems() && { return std::move(m_problems); }

    /// A node over others; complains when it nests too deeply.
    Node make(Node::Kind kind, Position where, std::vector<Node> of);
    Node make(Node::Kind kind, Position where, Node a);
    Node make(Node::Kind kind, Position where, Node a, Node b);

private:
    std::vector<Token> m_tokens;
    std::size_t m_next{0};
    std::vector<Problem> m_problems{};
};

/// A token as a message shows it.
std::string describe(const Token& token);

} // namespace guichet::logic
