// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/type.hpp"
#include "ui/kit/memory.hpp"

#include <string_view>
#include <vector>

namespace guichet::ui {

enum class KeyAct { Write, Shift, Erase, Left, Right, Order, Script, Signs, Space, Line };

/// One key: what it writes (in small letters) or does, and how many columns it is wide.
struct Key {
    KeyAct act{KeyAct::Write};
    std::string_view writes{};
    float columns{1};
};

/// Rows of keys on a grid. The same page and mode always has the same number of rows.
struct KeyGrid {
    float columns{};
    std::vector<std::vector<Key>> rows{};
};

struct KeyRoom {
    bool narrow{}; ///< ten keys across instead of fourteen
    bool low{};    ///< no row more than needed
    bool lines{};  ///< a key for a new line
    bool arabic{}; ///< Arabic letters, and a key for the Latin ones
};

KeyGrid key_grid(procedure::Keyboard keys, const Memory::KeyboardMode& mode, const KeyRoom& room);

} // namespace guichet::ui
