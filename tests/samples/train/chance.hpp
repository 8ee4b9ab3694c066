// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>

/// The one source of chance: always the same numbers, so that training gives the same model.
inline std::mt19937& chance_source() {
    static std::mt19937 source(1968);
    return source;
}

inline double uniform(double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(chance_source());
}

inline bool chance(double probability) {
    return uniform(0, 1) < probability;
}
