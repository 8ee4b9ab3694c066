// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/child/originals.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace guichet::app {

void Originals::keep(int picture, Original original) {
    m_all.push_back({picture, std::move(original)});
    while (m_all.size() > most || (m_all.size() > 1 && weight() > most_bytes))
        m_all.pop_front();
}

Original* Originals::find(int picture) {
    const auto found = std::ranges::find(m_all, picture, &Kept::picture);
    return found == m_all.end() ? nullptr : &found->original;
}

void Originals::keep_photos_only() {
    std::erase_if(m_all, [](const Kept& kept) { return !kept.original.photo; });
}

std::size_t Originals::weight() const {
    return std::accumulate(
        m_all.begin(),
        m_all.end(),
        std::size_t{},
        [](std::size_t sum, const Kept& kept) { return sum + kept.original.pages->weight(); }
    );
}

} // namespace guichet::app
