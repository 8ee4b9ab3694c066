// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "call/call.hpp"

#include <array>

/// A person’s call in each of its states.
namespace guichet::call {

inline constexpr Instant start{};

inline Request make_request() {
    return {
        .id = "essai-1",
        .place = "Poste 2",
        .procedure = "complementaire",
        .step = "foyer",
        .language = "ar"};
}

/// A call in a state, reached by what really leads there.
inline Call make_call(State state) {
    Call call;
    if (state == State::Quiet)
        return call;
    press(call, make_request(), start);
    if (state == State::Received)
        report(call, Acknowledged{}, start);
    if (state == State::Claimed)
        report(call, Claimed{"Nadia"}, start);
    if (state == State::Beacon)
        report(call, Unreachable{}, start);
    if (state == State::Here) {
        report(call, Claimed{"Nadia"}, start);
        confirm_here(call, start);
    }
    return call;
}

inline constexpr std::array states{
    State::Quiet, State::Sending, State::Received, State::Claimed, State::Here, State::Beacon};

} // namespace guichet::call
