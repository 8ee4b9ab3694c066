// SPDX-License-Identifier: GPL-3.0-or-later
#include "call/words.hpp"

#include <doctest/doctest.h>

namespace guichet::call {

TEST_CASE("every word comes back from its name") {
    for (int i = 0; i < 7; i++)
        CHECK(to_reason(to_name(static_cast<Reason>(i))) == static_cast<Reason>(i));
    for (int i = 0; i < 3; i++) {
        CHECK(to_reply(to_name(static_cast<Reply>(i))) == static_cast<Reply>(i));
        CHECK(to_declared(to_name(static_cast<Declared>(i))) == static_cast<Declared>(i));
    }
    for (int i = 0; i < 5; i++)
        CHECK(to_outcome(to_name(static_cast<Outcome>(i))) == static_cast<Outcome>(i));
}

TEST_CASE("a name nobody knows is no word") {
    for (const auto* name : {"", "Unwell", "unwell ", "none\n", "présent"}) {
        CAPTURE(name);
        CHECK_FALSE(to_reason(name).has_value());
        CHECK_FALSE(to_reply(name).has_value());
        CHECK_FALSE(to_outcome(name).has_value());
        CHECK_FALSE(to_declared(name).has_value());
    }
}

} // namespace guichet::call
