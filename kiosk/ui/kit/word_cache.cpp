// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/word_cache.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace guichet::ui {
namespace {

constexpr std::size_t most_entries = 400;
constexpr std::uint64_t most_bytes = 6U << 20U;
constexpr std::uint64_t recent_frames = 30; // kept for a caret that blinks, a list that moves
constexpr std::uint64_t picture_frames = 2; // pictures are large: gone when no longer drawn

std::size_t mix(std::size_t seed, std::size_t value) {
    return seed ^ (value + 0x9e3779b97f4a7c15U + (seed << 6U) + (seed >> 2U));
}

/// False for what surely wraps, so that it is not laid out for nothing: a letter is half as wide as
/// a capital is high, and wider.
bool may_be_one_line(const WordCache::Words& words) {
    if (words.width <= 0 || words.words.find('\n') != std::string_view::npos)
        return false;
    const auto letters = std::ranges::count_if(words.words, [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    });
    return static_cast<float>(letters) * words.style.cap_height * 0.5f <= words.width;
}

/// Of the room a line leaves, how much is on its left.
float share_before(const WordCache::Words& words) {
    if (words.style.align == text::Align::Centre)
        return 0.5f;
    const bool leftwards = words.language->direction == i18n::Direction::RightToLeft;
    return (words.style.align == text::Align::End) != leftwards ? 1.0f : 0.0f;
}

} // namespace

bool WordCache::Key::operator==(const Key& other) const = default;

std::size_t WordCache::Hash::operator()(const Key& key) const {
    std::size_t seed = std::hash<std::string>{}(key.words);
    seed = mix(seed, std::hash<std::string>{}(key.language));
    seed = mix(seed, std::hash<float>{}(key.style.cap_height));
    seed = mix(seed, std::hash<int>{}(key.width));
    const auto kind = static_cast<std::size_t>(key.style.weight) * 8 +
                      static_cast<std::size_t>(key.style.align) * 2 +
                      static_cast<std::size_t>(key.style.family);
    return mix(seed, kind);
}

WordCache::~WordCache() {
    forget();
}

WordCache::Entry& WordCache::entry(const Words& words) {
    Key key{
        std::string{words.words},
        words.language->code,
        words.style,
        static_cast<int>(std::ceil(words.width))};
    const auto found = m_entries.find(key);
    if (found != m_entries.end()) {
        found->second.used = m_frame;
        return found->second;
    }
    ++m_laid_out;
    const auto width = static_cast<float>(key.width);
    Entry made{text::Paragraph{words.words, words.style, *words.language, width}};
    made.used = m_frame;
    return m_entries.emplace(std::move(key), std::move(made)).first->second;
}

WordCache::Laid WordCache::lay_out(const Words& words) {
    if (!may_be_one_line(words))
        return {entry(words), 0};
    Words line = words;
    line.width = 0;
    line.style.align = text::Align::Start;
    Entry& natural = entry(line);
    const float room = std::ceil(words.width) - natural.paragraph.size().width;
    if (room < 0)
        return {entry(words), 0};
    return {natural, room * share_before(words)};
}

std::uint64_t WordCache::texture(const Laid& laid) {
    Entry& entry = laid.entry;
    if (entry.texture == 0) {
        const auto ink = entry.paragraph.pixels();
        entry.texture = m_textures->upload(ink);
        entry.bytes = ink.rows.size();
        m_bytes += entry.bytes;
    }
    return entry.texture;
}

std::uint64_t WordCache::texture(const Picture& picture) {
    Shown& shown = m_pictures[picture.get()];
    if (shown.texture == 0) {
        shown.picture = picture;
        shown.texture = m_textures->upload(*picture);
    }
    shown.used = m_frame;
    return shown.texture;
}

void WordCache::end_frame() {
    const bool full = m_entries.size() > most_entries || m_bytes > most_bytes;
    const std::uint64_t kept = full ? 0 : recent_frames;
    for (auto at = m_entries.begin(); at != m_entries.end();) {
        if (at->second.used + kept >= m_frame) {
            ++at;
            continue;
        }
        if (at->second.texture != 0)
            m_textures->drop(at->second.texture);
        m_bytes -= at->second.bytes;
        at = m_entries.erase(at);
    }
    for (auto at = m_pictures.begin(); at != m_pictures.end();) {
        if (at->second.used + picture_frames >= m_frame) {
            ++at;
            continue;
        }
        m_textures->drop(at->second.texture);
        at = m_pictures.erase(at);
    }
    ++m_frame;
}

void WordCache::forget() {
    for (const auto& [key, entry] : m_entries)
        if (entry.texture != 0)
            m_textures->drop(entry.texture);
    for (const auto& [image, shown] : m_pictures)
        m_textures->drop(shown.texture);
    m_entries.clear();
    m_pictures.clear();
    m_bytes = 0;
}

} // namespace guichet::ui
