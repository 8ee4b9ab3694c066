// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace e2e {

class Hand;

using Clock = std::chrono::steady_clock;

/// Looks again and again, for half a minute at most.
bool comes_true(const std::function<bool()>& condition);

/// False also for one that is dead and not reaped.
bool runs(int pid);

/// Prints how long it took since `start`.
void report(const std::string& what, Clock::time_point start);

/// The visit that follows `before` on the same socket. For a moment that may still be the dying
/// one's. Throws Failure when none follows, or it is not a fresh one in French.
std::unique_ptr<Hand> fresh_visit_after(const std::string& socket, int before);

} // namespace e2e
