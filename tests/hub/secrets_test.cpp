// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/lockout.hpp"
#include "hub/secrets.hpp"

#include <set>
#include <string>

#include <doctest/doctest.h>

namespace guichet::hub {

using namespace std::chrono_literals;

TEST_CASE("a password is kept as argon2id and only it opens") {
    REQUIRE(prepare_secrets());
    const auto hash = hash_password("l’été à la mer");
    CHECK(hash.starts_with("$argon2id$"));
    CHECK(hash != hash_password("l’été à la mer"));
    CHECK(check_password(hash, "l’été à la mer"));
    CHECK_FALSE(check_password(hash, "l'été à la mer"));
    CHECK_FALSE(check_password(hash, ""));
    CHECK_FALSE(check_password("", ""));
}

TEST_CASE("tokens differ, and what is kept of one does not show it") {
    REQUIRE(prepare_secrets());
    std::set<std::string> seen;
    for (int i = 0; i < 100; i++)
        CHECK(seen.insert(make_token()).second);
    const auto token = *seen.begin();
    CHECK(token.size() == 43);
    CHECK(fingerprint(token) == fingerprint(token));
    CHECK(fingerprint(token) != csrf_of(token));
    CHECK(fingerprint(token).find(token) == std::string::npos);
    CHECK(same(token, token));
    CHECK_FALSE(same(token, token + "x"));
}

TEST_CASE("a code has four digits and changes with its number and its secret") {
    std::set<std::string> codes;
    for (long number = 0; number < 200; number++) {
        const auto code = digits_of("secret", number);
        CHECK(code.size() == 4);
        CHECK(code.find_first_not_of("0123456789") == std::string::npos);
        codes.insert(code);
    }
    CHECK(codes.size() > 150);
    CHECK(digits_of("secret", 1) != digits_of("other", 1));
}

TEST_CASE("guessing waits longer each time, and never over a minute") {
    Lockout lockout;
    Instant now{};
    for (int i = 0; i < 5; i++) {
        CHECK(lockout.wait("nadia", "10.0.0.9", now) == 0s);
        lockout.failed("nadia", "10.0.0.9", now);
    }
    CHECK(lockout.wait("nadia", "10.0.0.9", now) == 1s);
    for (int i = 0; i < 15; i++)
        lockout.failed("nadia", "10.0.0.9", now);
    CHECK(lockout.wait("nadia", "10.0.0.9", now) == 60s);
    CHECK(lockout.wait("nadia", "10.0.0.9", now + 60s) == 0s);
}

TEST_CASE("somebody who guesses does not lock colleagues out") {
    Lockout lockout;
    const Instant now{};
    for (int i = 0; i < 100; i++)
        lockout.failed("nadia", "10.0.0.9", now);
    CHECK(lockout.wait("nadia", "10.0.0.10", now) == 0s);
    CHECK(lockout.wait("omar", "10.0.0.9", now) == 60s);
    lockout.succeeded("nadia", "10.0.0.9");
    CHECK(lockout.wait("nadia", "10.0.0.9", now) == 0s);
}

TEST_CASE("ten quiet minutes forget the failures") {
    Lockout lockout;
    for (int i = 0; i < 30; i++)
        lockout.failed("nadia", "10.0.0.9", Instant{});
    CHECK(lockout.wait("nadia", "10.0.0.9", Instant{} + 10min) == 0s);
    lockout.failed("nadia", "10.0.0.9", Instant{} + 10min);
    CHECK(lockout.wait("nadia", "10.0.0.9", Instant{} + 10min) == 0s);
}

} // namespace guichet::hub
