// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/widgets.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace guichet::ui {

/// Lays things under one another from the top of a rect, whose height does not matter.
class Flow {
public:
    Flow(Frame& frame, const Rect& rect) : m_frame(frame), m_rect(rect), m_y(rect.y) {}

    /// The next `height` pixels, whole width.
    Rect take(float height);
    void space(float millimetres) { m_y += m_frame.metrics().mm(millimetres); }
    float bottom() const { return m_y; }
    float width() const { return m_rect.width; }
    /// Between things that stand beside or, in rows, under one another.
    float gap() const { return m_frame.metrics().mm(4.0f); }
    void move_to(float y) { m_y = y; }

    void title(const i18n::Message& words, std::string_view id = "heading");
    void heading(const i18n::Message& words, std::string_view id = "heading");
    void text(std::string_view id, const i18n::Message& words, TextRole role = TextRole::Body);
    /// In the secondary colour.
    void soft(std::string_view id, const i18n::Message& words, TextRole role = TextRole::Body);
    void
    coloured(std::string_view id, const i18n::Message& words, TextRole role, text::Colour colour);
    void alert(std::string_view id, const i18n::Message& words);
    /// Words with a symbol before their first line.
    struct IconWords {
        i18n::Message words;
        Icon icon{};
        TextRole role{TextRole::Body};
        text::Colour colour{};
    };
    void icon_words(std::string_view id, const IconWords& line);
    float icon_words_height(const IconWords& line) const;

    /// Cards of the same height beside and under one another, in reading order.
    std::vector<Rect> cells(std::size_t count, int columns, float height);
    /// As `cells`, each row as high as its highest (`heights` by cell).
    std::vector<Rect> cells(const std::vector<float>& heights, int columns);
    float cell_width(int columns) const;

    /// One card with a row for each height, a line between them.
    std::vector<Rect> card_rows(const std::vector<float>& heights);
    float card_row_width() const;

    /// Beside one another from the start side, in rows as needed, bottoms level.
    std::vector<Rect> row(const std::vector<text::Size>& sizes);
    /// Buttons beside one another, in rows as needed; the one pressed, or -1.
    int buttons(const std::vector<std::pair<std::string, Button>>& buttons);

private:
    Frame& m_frame;
    Rect m_rect;
    float m_y;
};

} // namespace guichet::ui
