// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/twin_watch.hpp"

#include <chrono>
#include <utility>

namespace guichet::hub {
namespace {

using namespace std::chrono_literals;

constexpr auto window = 60s;
constexpr auto shown = 10min;

} // namespace

bool TwinWatch::note(const std::string& kiosk, const std::string& instance, Instant now) {
    auto& known = m_twins[kiosk];
    if (instance.empty() || instance == known.last)
        return false;
    const bool in_turns = instance == known.before && now - known.since < window;
    const bool is_news = in_turns && !has(kiosk, now);
    if (in_turns)
        known.seen = now;
    known.before = std::exchange(known.last, instance);
    known.since = now;
    return is_news;
}

bool TwinWatch::has(const std::string& kiosk, Instant now) const {
    const auto found = m_twins.find(kiosk);
    return found != m_twins.end() && found->second.seen && now - *found->second.seen < shown;
}

} // namespace guichet::hub
