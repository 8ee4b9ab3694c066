// SPDX-License-Identifier: GPL-3.0-or-later
#include "call/misuse.hpp"

#include <algorithm>

namespace guichet::call {
namespace {

constexpr std::size_t too_many = 3;
constexpr std::chrono::minutes window{5};
constexpr std::chrono::seconds long_press{2};

} // namespace

void Habit::ended(const Call& call, Instant now) {
    if (call.state == State::Quiet)
        return;
    if (call.state == State::Here || call.state == State::Claimed) {
        claimed();
        return;
    }
    m_taken_back.push_back(now);
    if (m_taken_back.size() > too_many)
        m_taken_back.pop_front();
}

std::chrono::milliseconds Habit::hold(Instant now) const {
    const auto recent =
        std::ranges::count_if(m_taken_back, [&](Instant when) { return now - when < window; });
    return static_cast<std::size_t>(recent) >= too_many ? long_press : std::chrono::milliseconds{};
}

} // namespace guichet::call
