// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/gallery_kept.hpp"

namespace guichet::app {

/// A call in each of its states, made on a question.
void add_call_states(KeptStates& states, const Walk& question);
/// What is said of who would come, before a call.
void add_staff_states(KeptStates& states, const Walk& welcome, const Walk& question);
/// The discreet question to somebody who seems stuck.
void add_offer_state(KeptStates& states, const std::string& name, const Walk& stuck_there);
/// What the person may say at the end.
void add_feedback_states(KeptStates& states, const Walk& done);

} // namespace guichet::app
