// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"

#include <chrono>
#include <optional>
#include <vector>

namespace guichet::call {

/// A test call nobody's console received within this time has failed.
constexpr std::chrono::seconds test_patience{30};

/// What a kiosk's test calls have shown (facts/mediation.md section 11, line 11). A test goes the
/// whole way of a call, from the kiosk to a console's page and back, and rings nowhere.
struct Proof {
    std::optional<Instant> tried{};  ///< the last one's beginning
    std::optional<Instant> proven{}; ///< a console last received one
    int failures{};                  ///< in a row

    bool operator==(const Proof&) const = default;
};

void test_began(Proof& proof, Instant now);
void test_arrived(Proof& proof, Instant now);
/// `somebody_present`: a console of the site was there, and still it did not arrive. With none
/// there it proves nothing.
void test_failed(Proof& proof, bool somebody_present);

/// Whether the kiosk should try now: never proven, not for a day, or a console came after one that
/// did not arrive; once a minute at most.
bool is_test_due(const Proof& proof, bool somebody_present, Instant now);

/// Whether calls reach the staff of a site, by the tests of its kiosks: not when the last two in a
/// row failed.
bool calls_arrive(const std::vector<Proof>& kiosks);

} // namespace guichet::call
