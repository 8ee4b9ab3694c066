// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.hpp"
#include "logic/literal.hpp"
#include "logic/token.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <utility>

namespace guichet::logic {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_hex(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool starts_name(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool in_name(char c) {
    return starts_name(c) || is_digit(c);
}

bool in_quoted_name(char c) {
    return in_name(c) || std::string_view("_.-/ ").find(c) != std::string_view::npos;
}

class Lexer {
public:
    explicit Lexer(std::string_view source) : m_source(source) {}

    Tokens run() {
        skip_blanks();
        while (m_at < m_source.size()) {
            read_token();
            skip_blanks();
        }
        push(Token::Kind::End, m_position, "");
        return std::move(m_result);
    }

private:
    char peek(std::size_t ahead = 0) const {
        return m_at + ahead < m_source.size() ? m_source[m_at + ahead] : '\0';
    }

    bool looking_at(std::string_view text) const {
        return m_source.substr(m_at, text.size()) == text;
    }

    /// Moves on by one character (not byte), keeping count of lines and columns.
    void advance() {
        const bool new_line = peek() == '\n';
        next_character(m_source, m_at);
        if (new_line)
            m_position = {m_position.line + 1, 1};
        else
            ++m_position.column;
    }

    void advance(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i)
            advance();
    }

    void skip_blanks() {
        while (m_at < m_source.size()) {
            if (looking_at("//")) {
                while (m_at < m_source.size() && peek() != '\n')
                    advance();
            } else if (std::string_view(" \t\n\f\r").find(peek()) != std::string_view::npos) {
                advance();
            } else {
                return;
            }
        }
    }

    void push(Token::Kind kind, Position at, std::string text) {
        m_result.tokens.push_back({kind, at, std::move(text)});
    }

    void complain(Position at, std::string message) {
        m_result.problems.push_back({at.line, at.column, std::move(message)});
    }

    std::string take_while(bool (*accept)(char)) {
        const auto start = m_at;
        while (m_at < m_source.size() && accept(peek()))
            advance();
        return std::string(m_source.substr(start, m_at - start));
    }

    void read_token() {
        const auto start = m_position;
        if (string_prefix())
            read_string();
        else if (starts_name(peek()))
            push(Token::Kind::Identifier, start, take_while(in_name));
        else if (is_digit(peek()) || (peek() == '.' && is_digit(peek(1))))
            read_number();
        else if (peek() == '`')
            read_quoted_name();
        else
            read_operator();
    }

    /// How many letters stand before the quote of a string literal (r, b, rb…); nothing when this
    /// is none.
    std::optional<std::size_t> string_prefix() const {
        for (std::size_t length = 0; length <= 2; ++length) {
            const char c = peek(length);
            if (c == '"' || c == '\'')
                return length;
            if (std::string_view("rRbB").find(c) == std::string_view::npos || c == '\0')
                return std::nullopt;
        }
        return std::nullopt;
    }

    void read_string() {
        const auto start = m_position;
        const auto prefix = m_source.substr(m_at, string_prefix().value_or(0));
        const bool raw = prefix.find_first_of("rR") != std::string_view::npos;
        if (prefix.find_first_of("bB") != std::string_view::npos)
            complain(start, "bytes are not supported: write a string without b");
        advance(prefix.size());
        const std::string quote(looking_at("'''") || looking_at(R"(""")") ? 3 : 1, peek());
        advance(quote.size());
        const auto body_position = m_position;
        const auto body_start = m_at;
        while (m_at < m_source.size() && !looking_at(quote)) {
            if (quote.size() == 1 && (peek() == '\n' || peek() == '\r'))
                return complain(start, "the string is not closed on its line");
            advance(!raw && peek() == '\\' && m_at + 1 < m_source.size() ? 2 : 1);
        }
        if (m_at >= m_source.size())
            return complain(start, "the string is not closed");
        const auto body = m_source.substr(body_start, m_at - body_start);
        advance(quote.size());
        push_string(start, body_position, body, raw);
    }

    void push_string(Position start, Position body_position, std::string_view body, bool raw) {
        if (raw)
            return push(Token::Kind::String, start, std::string(body));
        auto text = unescape(body);
        if (!text) {
            const auto column = quote_safe_column(body_position, body, text.error().offset);
            complain(column, text.error().message);
            return push(Token::Kind::String, start, "");
        }
        push(Token::Kind::String, start, std::move(*text));
    }

    static Position quote_safe_column(Position from, std::string_view body, std::size_t offset) {
        for (std::size_t at = 0; at < offset;) {
            if (body[at] == '\n')
                from = {from.line + 1, 0};
            next_character(body, at);
            ++from.column;
        }
        return from;
    }

    void read_number() {
        const auto start = m_position;
        auto kind = Token::Kind::Int;
        std::string text;
        if (peek() == '0' && peek(1) == 'x' && is_hex(peek(2))) {
            advance(2);
            text = "0x" + take_while(is_hex);
        } else {
            text = take_while(is_digit);
            if (peek() == '.' && is_digit(peek(1))) {
                kind = Token::Kind::Double;
                advance();
                text += "." + take_while(is_digit);
            }
            const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
            if ((peek() == 'e' || peek() == 'E') && is_digit(peek(1 + sign))) {
                kind = Token::Kind::Double;
                text += m_source.substr(m_at, 1 + sign);
                advance(1 + sign);
                text += take_while(is_digit);
            }
        }
        end_number(start, kind, std::move(text));
    }

    void end_number(Position start, Token::Kind kind, std::string text) {
        if (kind == Token::Kind::Int && (peek() == 'u' || peek() == 'U')) {
            complain(start, "unsigned numbers are not supported: write " + text);
            advance();
        } else if (starts_name(peek()) && !looking_at_in()) {
            complain(m_position, "a name or an operator must not touch the number before it");
        }
        push(kind, start, std::move(text));
    }

    /// The only word that may follow a number: 1in[1].
    bool looking_at_in() const { return looking_at("in") && !in_name(peek(2)); }

    void read_quoted_name() {
        const auto start = m_position;
        advance();
        auto text = take_while(in_quoted_name);
        if (peek() != '`' || text.empty())
            return complain(start, "the name between backticks is not closed");
        advance();
        push(Token::Kind::Quoted, start, std::move(text));
    }

    void read_operator() {
        static constexpr std::array<std::string_view, 24> operators{
            "==", "!=", "<=", ">=", "&&", "||", "<", ">", "+", "-", "*", "/",
            "%",  "!",  "?",  ":",  ".",  ",",  "(", ")", "[", "]", "{", "}"};
        const auto start = m_position;
        for (const auto text : operators) {
            if (!looking_at(text))
                continue;
            advance(text.size());
            return push(Token::Kind::Operator, start, std::string(text));
        }
        const auto from = m_at;
        advance();
        complain(start, hint_for(m_source.substr(from, m_at - from)));
    }

    static std::string hint_for(std::string_view character) {
        if (character == "=")
            return "unexpected '=': write == to compare";
        if (character == "&" || character == "|")
            return "unexpected '" + std::string(character) + "': write && or ||";
        return "unexpected character '" + std::string(character) + "'";
    }

    std::string_view m_source;
    std::size_t m_at{0};
    Position m_position{};
    Tokens m_result{};
};

} // namespace

Tokens tokenize(std::string_view source) {
    return Lexer(source).run();
}

} // namespace guichet::logic
