#pragma once

#include "scan/kind.hpp"
#include "scan/text/ocr.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace guichet::scan {

/// The words of a page by their place: what stands right of and below a phrase.
class PageText {
public:
    explicit PageText(std::vector<TextLine> lines);

    const std::vector<TextLine>& lines() const { return m_lines; }

    /// Where the words of `phrase` stand one after the other, each nearly right; the box around
    /// them.
    std::vector<Box> find(std::string_view phrase) const;

    /// Words on the same level right of `label`, from left to right.
    std::vector<const Word*> right_of(const Box& label) const;

    /// Words in the rows under `label`, starting not far left or right of it, row by row.
    std::vector<const Word*> below(const Box& label) const;

    /// All lines, one a line.
    std::string text() const;

private:
    struct Token {
        std::string text;
        std::size_t line;
        const Word* word;
    };

    std::vector<TextLine> m_lines;
    std::vector<Token> m_tokens;
};

/// The kind whose words the page has most of, if they are enough; null when none has.
const Kind* recognise_kind(const PageText& page, const std::vector<Kind>& kinds);

} // namespace guichet::scan
