// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/tree.hpp"

#include <string>
#include <string_view>

namespace guichet::ui {

enum class FocusKey; // ui/interface.hpp

/// Which node the keys are on. Shown only once a key was used; a touch hides it again.
class Focus {
public:
    /// Moves over the touchable nodes of the tree last drawn, in their order, round and round.
    void press(FocusKey key, const Tree& shown);

    bool is_on(std::string_view id) const { return m_visible && m_id == id; }
    const std::string& id() const { return m_id; }
    bool visible() const { return m_visible; }
    /// The node in focus was to be pressed: true once.
    bool take_press(std::string_view id);
    /// The focus has moved and its node should be brought into sight: true once.
    bool take_moved();

    void hide();
    /// Another screen: the next key begins at its first node.
    void restart();
    /// After a frame: a press on a node that is not there is forgotten.
    void end(const Tree& shown);
    void forget() { *this = {}; }

private:
    std::string m_id;
    int m_order{-1}; ///< where it was, for when the node is gone
    bool m_visible{false};
    bool m_press{false};
    bool m_moved{false};
};

} // namespace guichet::ui
