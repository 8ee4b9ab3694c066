// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/child/sheet_corners.hpp"
#include "scan/source.hpp"

#include <cstddef>
#include <deque>

namespace guichet::app {

/// A document as it came.
struct Original {
    scan::PagesPtr pages{};
    PixelSize size{};  ///< of its first page
    bool photo{false}; ///< its sheet may be framed by hand
};

/// What a reader keeps as long as the visit lasts: photos, which the person may have read again
/// with other corners. When there are too many, or they weigh too much, the oldest go first.
class Originals {
public:
    static constexpr std::size_t most = 12;
    static constexpr std::size_t most_bytes = std::size_t{40} << 20;

    /// Under its number, as the newest: it stays, whatever it weighs.
    void keep(int picture, Original original);
    /// Null when there is none of this number any more.
    Original* find(int picture);
    /// Lets go of everything that cannot be framed.
    void keep_photos_only();

private:
    struct Kept {
        int picture;
        Original original;
    };
    std::size_t weight() const;

    std::deque<Kept> m_all;
};

} // namespace guichet::app
