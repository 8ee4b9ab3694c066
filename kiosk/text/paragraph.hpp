// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"
#include "i18n/language.hpp"
#include "text/style.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// cairo's own tag: pages are drawn by deliver with the same paragraphs.
struct _cairo; // NOLINT(bugprone-reserved-identifier)

namespace guichet::text {

struct Size {
    float width{};
    float height{};
};

/// A caret or a selection edge.
struct Caret {
    float x{};
    float top{};
    float height{};
};

/// How much ink each pixel has, 0 to 255: rows from the top, `stride` bytes apart.
struct Coverage {
    int width{};
    int height{};
    int stride{};
    std::vector<std::uint8_t> rows;

    std::uint8_t at(int x, int y) const {
        const auto row = static_cast<std::size_t>(y) * static_cast<std::size_t>(stride);
        return rows[row + static_cast<std::size_t>(x)];
    }
};

/// Words laid out by Pango: shaped, bidirectional, wrapped at `width`. Never cut: what does not fit
/// grows downwards. Broken inside a word only when the word alone is wider than `width`; a width of
/// 0 or less never wraps. Belongs to the thread that made it.
class Paragraph {
public:
    Paragraph(
        std::string_view words, const Style& style, const i18n::Language& language, float width
    );
    ~Paragraph();
    Paragraph(Paragraph&&) noexcept;
    Paragraph& operator=(Paragraph&&) noexcept;
    Paragraph(const Paragraph&) = delete;
    Paragraph& operator=(const Paragraph&) = delete;

    /// Width is that of the longest line, height of all lines.
    Size size() const;
    /// Where the longest line begins within the width: 0 unless aligned otherwise or right to left.
    float left() const;
    int lines() const;
    /// First line's baseline below the top.
    float baseline() const;
    /// Characters no font could draw: 0 or it is a defect.
    int unknown_glyphs() const;
    /// True when a single word is wider than the width.
    bool overflows() const;
    /// Where the caret stands before the byte `index` of the words.
    Caret caret(std::size_t index) const;
    /// The byte of the words whose caret is nearest to this point.
    std::size_t index_at(float x, float y) const;

    /// `ceil(size)` with a margin of `margin()` pixels on each side for overhanging ink. Its left
    /// edge is at `left() - margin()`.
    Coverage pixels() const;
    static constexpr int margin() { return 2; }

    /// Draws with the current cairo source; (x, y) is the top left of the whole width. On a PDF it
    /// stays text.
    void draw(_cairo* page, float x, float y) const;

private:
    struct Layout;
    std::unique_ptr<Layout> m_layout;
};

/// The fonts we need and do not have, by family name: said at start, not found out on screen.
std::vector<std::string> missing_fonts();

/// Lets go of this thread's fonts and shaping caches; they come back when needed. Paragraphs that
/// live keep what they use.
void forget_all();

} // namespace guichet::text
