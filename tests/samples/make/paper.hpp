// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"
#include "person.hpp"

namespace samples {

/// Documents at 300 dots an inch, flat and clean. They only resemble real ones, and say SPÉCIMEN.
guichet::Image draw_card(const Person& person);     ///< the back of the card of 2021, with its zone
guichet::Image draw_old_card(const Person& person); ///< the front of the card of 1988
guichet::Image draw_passport(const Person& person); ///< the page with the photo
guichet::Image draw_tax_notice(const Person& person); ///< first page, A4

/// No document: something round and striped that looks at you.
guichet::Image draw_cat();

} // namespace samples
