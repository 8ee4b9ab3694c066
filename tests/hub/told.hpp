// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/activity.hpp"

#include <string>

/// What mediators and kiosks told of their days.
namespace guichet::hub {

inline Activity help(const std::string& day, const std::string& theme, int count) {
    return {
        .teller = Teller::Mediator,
        .day = day,
        .half = "am",
        .site = "lilas",
        .kind = "individuel",
        .theme = theme,
        .minutes = 30,
        .autonomy = "partiellement_autonome",
        .how = "helped",
        .count = count};
}

inline Activity visit(const std::string& day, const std::string& how, int count) {
    return {
        .teller = Teller::Kiosk,
        .day = day,
        .half = "pm",
        .site = "lilas",
        .kind = "individuel",
        .theme = "logement",
        .outcome = "finished",
        .how = how,
        .mood = "good",
        .count = count};
}

} // namespace guichet::hub
