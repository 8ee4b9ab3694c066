// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"
#include "text/paragraph.hpp"
#include "ui/kit/textures.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace guichet::ui {

/// Paragraphs laid out once and drawn many times, and pictures sent to the graphics card once.
/// Holds people's words: `forget` it when a visit ends.
class WordCache {
    struct Entry {
        text::Paragraph paragraph;
        std::uint64_t texture{0};
        std::uint64_t bytes{0};
        std::uint64_t used{0}; ///< the last frame it was needed in
    };

public:
    explicit WordCache(Textures& textures) : m_textures(&textures) {}
    ~WordCache();
    WordCache(const WordCache&) = delete;
    WordCache& operator=(const WordCache&) = delete;
    WordCache(WordCache&&) = delete;
    WordCache& operator=(WordCache&&) = delete;

    struct Words {
        std::string_view words;
        text::Style style;
        const i18n::Language* language;
        float width; ///< 0: one line as long as it needs
    };
    /// Words as they stand in their width. Lives until the end of the frame at least.
    struct Laid {
        Entry& entry;
        float shift; ///< of the paragraph within the width

        const text::Paragraph& paragraph() const { return entry.paragraph; }
        text::Size size() const { return paragraph().size(); }
        float left() const { return paragraph().left() + shift; }
    };
    /// What fits on one line is laid out once for every width and side it stands at: a screen
    /// measures its words before it places them.
    Laid lay_out(const Words& words);
    std::uint64_t texture(const Laid& laid);
    std::uint64_t texture(const Picture& picture);

    /// After a frame: what was not used lately goes when there is too much.
    void end_frame();
    void forget();

    std::size_t count() const { return m_entries.size() + m_pictures.size(); }
    /// Paragraphs laid out since the start: stands still while nothing changes.
    std::uint64_t laid_out() const { return m_laid_out; }

private:
    struct Key {
        std::string words;
        std::string language;
        text::Style style;
        int width;
        bool operator==(const Key& other) const;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const;
    };
    struct Shown {
        Picture picture;
        std::uint64_t texture{0};
        std::uint64_t used{0};
    };

    Entry& entry(const Words& words);

    Textures* m_textures;
    std::unordered_map<Key, Entry, Hash> m_entries;
    std::unordered_map<const Image*, Shown> m_pictures;
    std::uint64_t m_frame{1};
    std::uint64_t m_bytes{0};
    std::uint64_t m_laid_out{0};
};

} // namespace guichet::ui
