// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenarios/stage.hpp"

namespace guichet::scenarios {

/// Compares what a `see` line says with the visit; throws Mismatch with both.
void observe(Stage& stage, Words& words);

} // namespace guichet::scenarios
