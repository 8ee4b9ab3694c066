// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/sane_fixture.hpp"
#include "scan/source/sane.hpp"

#include <pthread.h>

using namespace guichet;
using namespace guichet::source_fixture;
using Kind = Error::Kind;

TEST_CASE("no thread of a back end can be ended while it holds a lock") {
    int before = -1;
    // NOLINTNEXTLINE(concurrency-thread-canceltype-asynchronous): a back end asks for it, in vain
    CHECK(pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, nullptr) == 0);
    CHECK(pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &before) == 0);
    CHECK(before == PTHREAD_CANCEL_DEFERRED);
}

TEST_CASE("a device that is cancelled again and again at its start always comes back") {
    const Sane sane;
    if (!sane.here())
        return;
    for (int i = 0; i < 40; ++i)
        CHECK(error_of(scan::acquire(Sane::test(), {}, [] { return true; })) == Kind::Cancelled);
    CHECK_FALSE(scan::scanner_is_stuck());
    CHECK(scan::acquire(Sane::test(), {}, {}).has_value());
}
