// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/gallery_kept.hpp"

namespace guichet::app {

/// The scanner and what was read, from the screen that says what to have at hand: every failure and
/// every fault of a picture.
void add_scan_states(KeptStates& states, Walk need);

/// The check page of somebody who has shown documents.
void add_documents_shown(KeptStates& states, Walk check);

} // namespace guichet::app
