// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/match.hpp"

#include <vector>

namespace guichet::scan {

/// The words in smaller print that stand right under what they explain, as in the boxes of some
/// forms: "Matricule" under "B0477". A page has several of them or none: one alone may be the head
/// of what is below it.
class Captions {
public:
    explicit Captions(const PageText& page);

    /// Whether the words of that place are one of them, or begin one.
    bool hold(const Box& place) const;

private:
    std::vector<Box> m_boxes;
};

} // namespace guichet::scan
