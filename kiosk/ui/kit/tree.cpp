// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/tree.hpp"

#include <algorithm>

namespace guichet::ui {

bool Node::touchable() const {
    const bool takes_touch =
        role == Role::Button || role == Role::Option || role == Role::TextBox || role == Role::Key;
    return takes_touch && enabled && !covered;
}

bool is_same_for_all(const i18n::Message& words) {
    const bool is_ours = words.domain == i18n::Domain::Ui || words.domain == i18n::Domain::Forms;
    return is_ours && words.arguments.empty() && words.plural.empty();
}

const Node* find(const Tree& tree, const std::string& id) {
    const auto found = std::ranges::find(tree, id, &Node::id);
    return found == tree.end() ? nullptr : &*found;
}

} // namespace guichet::ui
