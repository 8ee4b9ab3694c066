#include "scan/text/match.hpp"

#include "scan/text/fold.hpp"

#include <algorithm>
#include <utility>

namespace guichet::scan {

namespace {

Box around(const Box& a, const Box& b) {
    const int left = std::min(a.x, b.x);
    const int top = std::min(a.y, b.y);
    return {
        .x = left,
        .y = top,
        .width = std::max(a.x + a.width, b.x + b.width) - left,
        .height = std::max(a.y + a.height, b.y + b.height) - top};
}

int middle_of(const Box& box) {
    return box.y + box.height / 2;
}

} // namespace

PageText::PageText(std::vector<TextLine> lines) : m_lines(std::move(lines)) {
    for (std::size_t l = 0; l < m_lines.size(); ++l)
        for (const auto& word : m_lines[l].words)
            for (auto& part : folded_words(word.text))
                m_tokens.push_back({.text = std::move(part), .line = l, .word = &word});
}

std::vector<Box> PageText::find(std::string_view phrase) const {
    const auto wanted = folded_words(phrase);
    std::vector<Box> found;
    for (std::size_t i = 0; !wanted.empty() && i + wanted.size() <= m_tokens.size(); ++i) {
        const bool here =
            m_tokens[i].line == m_tokens[i + wanted.size() - 1].line &&
            std::equal(
                wanted.begin(),
                wanted.end(),
                m_tokens.begin() + static_cast<std::ptrdiff_t>(i),
                [](const std::string& word, const Token& token) { return alike(word, token.text); }
            );
        if (here)
            found.push_back(around(m_tokens[i].word->box, m_tokens[i + wanted.size() - 1].word->box)
            );
    }
    return found;
}

std::vector<const Word*> PageText::right_of(const Box& label) const {
    std::vector<const Word*> words;
    for (const auto& line : m_lines)
        for (const auto& word : line.words)
            if (word.box.x >= label.x + label.width - label.height / 4 &&
                std::abs(middle_of(word.box) - middle_of(label)) <
                    std::max(label.height, word.box.height) * 6 / 10)
                words.push_back(&word);
    std::ranges::sort(words, {}, [](const Word* word) { return word->box.x; });
    return words;
}

std::vector<const Word*> PageText::below(const Box& label) const {
    const int bottom = label.y + label.height;
    const int left = label.x - 2 * label.height;
    const int right = std::max(label.x + label.width, label.x + 12 * label.height);
    std::vector<const Word*> words;
    for (const auto& line : m_lines)
        for (const auto& word : line.words)
            if (middle_of(word.box) > bottom && word.box.y < bottom + 4 * label.height &&
                word.box.x >= left && word.box.x < right)
                words.push_back(&word);
    std::ranges::sort(words, [&](const Word* a, const Word* b) {
        const bool same_row = std::abs(middle_of(a->box) - middle_of(b->box)) < label.height / 2;
        return same_row ? a->box.x < b->box.x : middle_of(a->box) < middle_of(b->box);
    });
    return words;
}

std::string PageText::text() const {
    std::string all;
    for (const auto& line : m_lines) {
        if (!all.empty())
            all += '\n';
        for (std::size_t i = 0; i < line.words.size(); ++i)
            all += (i == 0 ? "" : " ") + line.words[i].text;
    }
    return all;
}

const Kind* recognise_kind(const PageText& page, const std::vector<Kind>& kinds) {
    const Kind* best = nullptr;
    long most = 0;
    for (const auto& kind : kinds) {
        const auto hits = std::ranges::count_if(kind.words, [&](const std::string& phrase) {
            return !page.find(phrase).empty();
        });
        if (hits >= std::max(1, kind.enough) && hits > most) {
            most = hits;
            best = &kind;
        }
    }
    return best;
}

} // namespace guichet::scan
