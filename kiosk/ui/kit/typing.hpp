// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guichet::ui {

/// A text being typed and where its caret stands. Moves by what a person sees as one letter: a
/// letter and the accents combined with it.
class Typing {
public:
    Typing(std::string text, std::size_t at);

    const std::string& text() const { return m_text; }
    std::size_t at() const { return m_at; }

    /// At the caret; left out when the text would be longer than `longest` letters. Control
    /// characters are left out, except a new line where `lines`.
    void insert(std::string_view letters, int longest, bool lines = false);
    void erase_before();
    void erase_after();
    void left();
    void right();
    void home() { m_at = 0; }
    void end() { m_at = m_text.size(); }

    /// The caret is where a word begins: at the start, after a space, hyphen or apostrophe.
    bool at_word_start() const;

private:
    std::string m_text;
    std::size_t m_at;
};

/// Letters (not bytes, not combining accents) in a UTF-8 text.
int count_letters(std::string_view text);

/// The capital of each letter of the keys ("é" → "É"); other characters as they are.
std::string capital(std::string_view letters);

/// Which way a text's letters run; neither for figures, signs, or letters of both ways.
enum class Runs { Rightwards, Leftwards, Neither };
Runs runs(std::string_view text);

/// UTF-8 of a code point; empty for what is not a character to type.
std::string typed_character(unsigned int code_point);

/// Where the caret of `text` stands in `shown`, the same letters grouped with other characters
/// between; and the way back.
std::size_t shown_caret(std::string_view text, std::string_view shown, std::size_t at);
std::size_t text_caret(std::string_view text, std::string_view shown, std::size_t at);

} // namespace guichet::ui
