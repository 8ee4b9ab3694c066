// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/protocol/corners_json.hpp"

#include <array>

#include <nlohmann/json.hpp>

namespace guichet::app {

Json corners_to_json(const visit::Corners& corners) {
    auto json = Json::array();
    for (const auto& spot : corners)
        json.push_back({spot.x, spot.y});
    return json;
}

std::optional<visit::Corners> corners_in(const Json& json) {
    const auto found = json.find("corners");
    if (found == json.end())
        return std::nullopt;
    const auto places = found->get<std::array<std::array<double, 2>, 4>>();
    visit::Corners corners;
    for (std::size_t i = 0; i < corners.size(); ++i)
        corners.at(i) = {places.at(i)[0], places.at(i)[1]};
    return visit::is_sheet(corners) ? std::optional{corners} : std::nullopt;
}

} // namespace guichet::app
