// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/themes.hpp"

#include <array>

namespace guichet {
namespace {

constexpr auto names = std::to_array<std::string_view>({
    "papiers_elections_citoyennete",
    "famille_scolarite",
    "social_sante",
    "travail_formation",
    "logement",
    "transports_mobilite",
    "argent_impots",
    "justice",
    "etrangers_europe",
    "loisirs_sports_culture",
    "associations",
});

} // namespace

std::span<const std::string_view> themes() {
    return names;
}

} // namespace guichet
