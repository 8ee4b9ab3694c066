// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/gallery_answers.hpp"
#include "app/cli/gallery_kept.hpp"

namespace guichet::app {

/// A mediator beside the person, their code, the keyboard lent, somebody pointing from elsewhere.
/// `walk` stands on a question of a step that goes on to one for the person alone.
void add_beside_states(KeptStates& states, const Walk& walk);

/// The same on the page that says everything once more.
void add_beside_check(KeptStates& states, const Walk& check);

} // namespace guichet::app
