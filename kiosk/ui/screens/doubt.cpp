// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/doubt.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace guichet::ui {

namespace {

bool is_space(char32_t character) {
    return character == U' ' || character == U'\u00A0' || character == U'\u202F';
}

struct Mark {
    char32_t character;
    bool doubtful;
};
using Marked = std::vector<Mark>;

Marked mark(const procedure::Proposal& proposal) {
    Marked marked;
    int at = 0;
    for (const auto character : to_characters(proposal.value))
        marked.push_back({character, std::ranges::count(proposal.doubtful, at++) > 0});
    return marked;
}

/// 1968-03-14 → 14/03/1968, each digit keeping its mark.
Marked as_date(const Marked& marked) {
    Marked date(marked.begin() + 8, marked.end());
    date.push_back({U'/', false});
    date.insert(date.end(), marked.begin() + 5, marked.begin() + 7);
    date.push_back({U'/', false});
    date.insert(date.end(), marked.begin(), marked.begin() + 4);
    return date;
}

bool is_date(const procedure::Proposal& proposal) {
    const auto& value = proposal.value;
    if (value.size() != 10 || value[4] != '-' || value[7] != '-')
        return false;
    return std::ranges::all_of(value, [](unsigned char byte) {
        return std::isdigit(byte) != 0 || byte == '-';
    });
}

/// The spaces of `grouped` put between the characters; as it was when they differ in anything else.
Marked with_spaces(Marked marked, std::string_view grouped) {
    Marked spaced;
    std::size_t next = 0;
    std::erase_if(marked, [](const Mark& mark) { return is_space(mark.character); });
    for (const auto character : to_characters(grouped)) {
        if (is_space(character)) {
            spaced.push_back({character, false});
            continue;
        }
        if (next >= marked.size() || marked[next].character != character)
            return marked;
        spaced.push_back(marked[next++]);
    }
    return next == marked.size() ? spaced : marked;
}

std::vector<Piece> joined(const Marked& marked) {
    std::vector<Piece> pieces;
    for (const auto& one : marked) {
        if (pieces.empty() || pieces.back().doubtful || one.doubtful)
            pieces.push_back({.words = {}, .doubtful = one.doubtful});
        append_utf8(pieces.back().words, one.character);
    }
    return pieces;
}

/// Where each piece goes; a line that is full goes on below.
template <typename Place>
float place_pieces(Frame& frame, const Rect& rect, const std::vector<Piece>& pieces, Place place) {
    const float line = frame.measure("X", TextRole::Value, rect.width).height;
    const float room = frame.metrics().mm(1.2f);
    float x = rect.x;
    float y = rect.y;
    for (const auto& piece : pieces) {
        const float words = frame.measure(piece.words, TextRole::Value, rect.width).width;
        const float width = words + (piece.doubtful ? 2 * room : 0);
        if (x > rect.x && x + width > rect.right()) {
            x = rect.x;
            y += line;
        }
        place(piece, Rect{x, y, width, line}, room);
        x += width;
    }
    return y + line - rect.y;
}

} // namespace

std::vector<Piece> pieces(const procedure::Proposal& proposal, const procedure::Type& type) {
    const auto marked = mark(proposal);
    if (is_date(proposal))
        return joined(as_date(marked));
    std::string bare;
    for (const auto& one : marked)
        append_utf8(bare, one.character);
    return joined(with_spaces(marked, type.group(bare)));
}

float pieces_height(Frame& frame, const std::vector<Piece>& pieces, float width) {
    return place_pieces(frame, {0, 0, width, 0}, pieces, [](const Piece&, const Rect&, float) {});
}

float draw_pieces(Frame& frame, const Rect& rect, const std::vector<Piece>& pieces) {
    const auto& c = frame.colours();
    auto ordered = pieces;
    if (frame.mirrored()) // figures and names of our papers run from the left all the same
        std::ranges::reverse(ordered);
    return place_pieces(frame, rect, ordered, [&](const Piece& piece, const Rect& at, float room) {
        if (!piece.doubtful) {
            frame.words_at(at, piece.words, TextRole::Value, c.ink);
            return;
        }
        const auto box = at.inset(room / 3, 0);
        frame.fill(box, c.card, frame.metrics().radius() / 2);
        frame.outline(box, c.error, frame.metrics().border() * 2, frame.metrics().radius() / 2);
        frame.words_at(at, piece.words, TextRole::Value, c.error, text::Align::Centre);
    });
}

} // namespace guichet::ui
