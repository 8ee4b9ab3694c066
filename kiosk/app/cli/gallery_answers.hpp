// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "visit/visit.hpp"

#include <string>
#include <vector>

namespace guichet::app {

/// A visit going on by events, as a person and the outside would make them.
struct Walk {
    visit::Visit visit;
    Instant now;

    void go(const visit::Event& event);
    /// Writes or chooses a fictional answer to the question on screen, without Continue.
    void fill_in();
    /// As fill_in, then on to the next question, whatever it takes.
    void answer();
};

} // namespace guichet::app
