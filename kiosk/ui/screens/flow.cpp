// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/flow.hpp"

#include <algorithm>
#include <numeric>

namespace guichet::ui {

namespace {

constexpr float card_edge = 2.0f; // millimetres, above and under its rows
constexpr float card_side = 6.0f;

} // namespace

Rect Flow::take(float height) {
    const Rect part{m_rect.x, m_y, m_rect.width, height};
    m_y += height;
    return part;
}

void Flow::coloured(
    std::string_view id, const i18n::Message& words, TextRole role, text::Colour colour
) {
    const float height = label_height(m_frame, words, role, m_rect.width);
    label(m_frame, id, take(height), words, role, colour);
}

void Flow::title(const i18n::Message& words, std::string_view id) {
    coloured(id, words, TextRole::Title, m_frame.colours().ink);
}

void Flow::heading(const i18n::Message& words, std::string_view id) {
    const float height = label_height(m_frame, words, TextRole::Question, m_rect.width);
    m_y += ui::heading(m_frame, id, {m_rect.x, m_y, m_rect.width, height}, words);
}

void Flow::text(std::string_view id, const i18n::Message& words, TextRole role) {
    coloured(id, words, role, m_frame.colours().ink);
}

void Flow::soft(std::string_view id, const i18n::Message& words, TextRole role) {
    coloured(id, words, role, m_frame.colours().soft);
}

void Flow::alert(std::string_view id, const i18n::Message& words) {
    const float height = alert_height(m_frame, words, m_rect.width);
    m_y += ui::alert(m_frame, id, {m_rect.x, m_y, m_rect.width, height}, words);
}

float Flow::icon_words_height(const IconWords& line) const {
    const float side = m_frame.metrics().mm(8.0f) * 1.35f;
    return label_height(m_frame, line.words, line.role, m_rect.width - side);
}

void Flow::icon_words(std::string_view id, const IconWords& line) {
    const float side = m_frame.metrics().mm(8.0f);
    const float one = label_height(m_frame, i18n::verbatim("X"), line.role, m_rect.width);
    icon(m_frame, {m_rect.x, m_y, side, one}, line.icon, line.colour, TextRole::Icon);
    const float height = icon_words_height(line);
    const Rect rect{m_rect.x + side * 1.35f, m_y, m_rect.width - side * 1.35f, height};
    label(m_frame, id, rect, line.words, line.role, line.colour);
    m_y += height;
}

float Flow::cell_width(int columns) const {
    return (m_rect.width - gap() * static_cast<float>(columns - 1)) / static_cast<float>(columns);
}

std::vector<Rect> Flow::cells(std::size_t count, int columns, float height) {
    return cells(std::vector<float>(count, height), columns);
}

std::vector<Rect> Flow::cells(const std::vector<float>& heights, int columns) {
    const float between = gap();
    const float width = cell_width(columns);
    const auto across = static_cast<std::size_t>(columns);
    std::vector<Rect> cells;
    for (std::size_t first = 0; first < heights.size(); first += across) {
        const auto past = std::min(first + across, heights.size());
        const auto begin = heights.begin();
        const float tall = *std::max_element(
            begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(past)
        );
        for (std::size_t i = first; i < past; ++i)
            cells.push_back(
                {m_rect.x + static_cast<float>(i - first) * (width + between), m_y, width, tall}
            );
        m_y += tall + (past < heights.size() ? between : 0);
    }
    return cells;
}

std::vector<Rect> Flow::card_rows(const std::vector<float>& heights) {
    const auto& m = m_frame.metrics();
    const auto rect =
        take(std::accumulate(heights.begin(), heights.end(), 0.0f) + 2 * m.mm(card_edge));
    card(m_frame, rect);
    std::vector<Rect> rows;
    Rect row{rect.x + m.mm(card_side), rect.y + m.mm(card_edge), card_row_width(), 0};
    for (const float height : heights) {
        row.height = height;
        if (!rows.empty())
            rule(m_frame, {row.x, row.y, row.width, m.border()});
        rows.push_back(row);
        row.y += height;
    }
    return rows;
}

float Flow::card_row_width() const {
    return m_rect.width - 2 * m_frame.metrics().mm(card_side);
}

std::vector<Rect> Flow::row(const std::vector<text::Size>& sizes) {
    const float between = gap();
    std::vector<Rect> rects;
    std::size_t first = 0;
    while (first < sizes.size()) {
        float x = m_rect.x;
        float tall = 0;
        auto past = first;
        for (; past < sizes.size(); ++past) {
            const float width = std::min(sizes[past].width, m_rect.width);
            if (past > first && x + width > m_rect.right() + 0.5f)
                break;
            rects.push_back({x, m_y, width, sizes[past].height});
            x += width + between;
            tall = std::max(tall, sizes[past].height);
        }
        for (auto i = first; i < past; ++i)
            rects[i].y = m_y + tall - rects[i].height;
        m_y += tall + (past < sizes.size() ? between : 0);
        first = past;
    }
    return rects;
}

int Flow::buttons(const std::vector<std::pair<std::string, Button>>& buttons) {
    std::vector<text::Size> sizes;
    sizes.reserve(buttons.size());
    for (const auto& [id, one] : buttons)
        sizes.push_back(button_size(m_frame, one, m_rect.width));
    float tall = 0;
    for (const auto& size : sizes)
        tall = std::max(tall, size.height);
    for (auto& size : sizes)
        size.height = tall;
    const auto rects = row(sizes);
    int pressed = -1;
    for (std::size_t i = 0; i < buttons.size(); ++i)
        if (button(m_frame, buttons[i].first, rects[i], buttons[i].second))
            pressed = static_cast<int>(i);
    return pressed;
}

} // namespace guichet::ui
