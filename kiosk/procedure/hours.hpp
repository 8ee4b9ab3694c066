// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "i18n/catalogue.hpp"

#include <string>
#include <string_view>

namespace guichet::procedure {

/// Opening hours as people say them: "Mo-Fr 08:30-17:30" → "du lundi au vendredi, de 8 h 30 à 17 h
/// 30". Several parts of schema.org's openingHours are separated by commas or semicolons. What is
/// not understood is given back as it is.
std::string show_hours(std::string_view hours, const i18n::Catalogue& words);

} // namespace guichet::procedure
