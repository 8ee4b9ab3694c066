// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/codes.hpp"

#include "hub/secrets.hpp"

#include <utility>

namespace guichet::hub {
namespace {

constexpr int most_wrong = 5;
constexpr std::int64_t minute_in_ms = 60000;

} // namespace

std::string Codes::code(const call::Ticket& ticket, Instant now, int minutes_ago) const {
    const auto minute = m_clock.to_wall(now) / minute_in_ms - minutes_ago;
    return digits_of(ticket.secret + ticket.request.id, minute);
}

CodeCheck Codes::check(const call::Ticket& ticket, const std::string& given, Instant now) {
    auto& wrong = m_wrong[ticket.request.id];
    if (wrong >= most_wrong)
        return CodeCheck::TooMany;
    if (ticket.claim && (same(given, code(ticket, now)) || same(given, code(ticket, now, 1))))
        return CodeCheck::Right;
    wrong++;
    return CodeCheck::Wrong;
}

bool Codes::minute_began(Instant now) {
    const auto minute = m_clock.to_wall(now) / minute_in_ms;
    if (std::exchange(m_minute, minute) == minute)
        return false;
    m_wrong.clear();
    return true;
}

} // namespace guichet::hub
