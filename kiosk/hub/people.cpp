// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/people.hpp"

#include <algorithm>
#include <array>

namespace guichet::hub {
namespace {

constexpr std::array<std::string_view, 3> roles{"mediator", "librarian", "administrator"};

} // namespace

std::string_view to_name(Role role) {
    return roles.at(static_cast<std::size_t>(role));
}

std::optional<Role> to_role(std::string_view name) {
    const auto* const found = std::ranges::find(roles, name);
    if (found == roles.end())
        return std::nullopt;
    return static_cast<Role>(found - roles.begin());
}

} // namespace guichet::hub
