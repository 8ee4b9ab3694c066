// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenarios/stage.hpp"

namespace guichet::scenarios {

/// Plays one line that makes something happen (README.md says which there are); false when `verb`
/// is none of them.
bool perform(Stage& stage, const std::string& verb, Words& words);

} // namespace guichet::scenarios
