// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "visit/effect.hpp"

#include <cstdint>
#include <vector>

namespace guichet::app {

inline constexpr int samples_per_second = 48'000;

/// Sound: one channel, 16 bits, `samples_per_second`.
using Samples = std::vector<std::int16_t>;

/// What a chime sounds like: a few soft notes of a bell, made by a recipe of our own, all of them
/// told apart by how many notes there are and which way they go. At most a second and a half.
Samples samples_of(visit::please::Chime chime);

} // namespace guichet::app
