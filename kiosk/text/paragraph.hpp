#pragma once

#include "base/image.hpp"
#include "base/result.hpp"
#include "i18n/language.hpp"
#include "text/style.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct _cairo; // cairo's own tag: pages are drawn by deliver with the same paragraphs

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

/// Words laid out by Pango: shaped, bidirectional, wrapped at `width`. Never cut: what does not fit
/// grows downwards.
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

    /// The ink and logical box: width is that of the longest line, height of all lines.
    Size size() const;
    int lines() const;
    /// First line's baseline below the top.
    float baseline() const;
    /// Characters no font could draw: 0 or it is a defect.
    int unknown_glyphs() const;
    /// True when a single word is wider than the width.
    bool overflows() const;
    /// Where the caret stands before the byte `index` of the words.
    Caret caret(std::size_t index) const;

    /// White coverage on transparent, `ceil(size)` with a margin of `margin()` pixels on each side
    /// for overhanging ink.
    Image pixels() const;
    static constexpr int margin() { return 2; }

    /// Draws with the current cairo source at (x, y) = top left.
    void draw(_cairo* page, float x, float y) const;

private:
    struct Layout;
    std::unique_ptr<Layout> m_layout;
};

/// The fonts we need and do not have, by family name: said at start, not found out on screen.
std::vector<std::string> missing_fonts();

/// Cuts text-shaping caches loose from their memory; for measuring, and before a process ends.
void forget_all();

} // namespace guichet::text
