// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/child/helper.hpp"
#include "app/protocol/protocol.hpp"

#include <chrono>
#include <csignal>
#include <functional>
#include <future>
#include <string>
#include <thread>

#include <doctest/doctest.h>

namespace {

using namespace guichet; // NOLINT(google-build-using-namespace)
using namespace std::chrono_literals;
using app::Helper;
using app::Job;

std::string fake(const std::string& name) {
    return std::string(GUICHET_SOURCE "/tests/fakes/") + name + ".sh";
}

/// A job for a reader, and how it fails.
struct Asked {
    std::promise<Error::Kind> promise{};
    Job job{};

    explicit Asked(std::chrono::milliseconds patience) {
        job.patience = patience;
        job.packet = [](int number) { return app::to_packet(number, app::ReadJob{}); };
        job.said = [](const Packet& packet) -> Result<Job::Answer> {
            return app::to_reader_says(packet).map([](const auto&) { return Job::Answer::Last; });
        };
        job.failed = [this](Error::Kind why) { promise.set_value(why); };
    }
    /// Waits for long: nothing here measures time.
    Error::Kind why() {
        auto failure = promise.get_future();
        REQUIRE(failure.wait_for(30s) == std::future_status::ready);
        return failure.get();
    }
};

/// Until it holds, for at most half a minute.
bool comes_true(const std::function<bool()>& condition) {
    for (int i = 0; i < 3000 && !condition(); ++i)
        std::this_thread::sleep_for(10ms);
    return condition();
}

} // namespace

TEST_CASE("a reader that hangs is late, killed and replaced") {
    Asked asked(200ms);
    Helper helper({fake("reader_that_hangs")});
    helper.warm();
    REQUIRE(comes_true([&] { return helper.pid() > 0; }));
    const pid_t first = helper.pid();
    helper.give(std::move(asked.job));
    CHECK(asked.why() == Error::Kind::TimedOut);
    CHECK(comes_true([&] { return ::kill(first, 0) != 0; }));
}

TEST_CASE("a reader that crashes fails its job, and the next job has a new one") {
    Helper helper({fake("reader_that_crashes")});
    for (int i = 0; i < 2; ++i) {
        Asked asked(30s);
        helper.give(std::move(asked.job));
        CHECK(asked.why() == Error::Kind::Crashed);
    }
}

TEST_CASE("a reader that raves is not believed and replaced") {
    Asked asked(30s);
    Helper helper({fake("reader_that_raves")});
    helper.give(std::move(asked.job));
    CHECK(asked.why() == Error::Kind::Invalid);
}

TEST_CASE("a courier that dies without a word fails what it had to do") {
    Asked asked(30s);
    Helper helper({fake("courier_that_dies")});
    helper.give(std::move(asked.job));
    CHECK(asked.why() == Error::Kind::Crashed);
}

TEST_CASE("a program that is not there fails its job") {
    Asked asked(30s);
    Helper helper({"/nowhere/reader"});
    helper.give(std::move(asked.job));
    CHECK(asked.why() == Error::Kind::Crashed);
}

TEST_CASE("a job that is stopped says nothing, and its child goes") {
    bool failed = false;
    Asked asked(30s);
    asked.job.failed = [&](Error::Kind) { failed = true; };
    Helper helper({fake("reader_that_hangs")});
    const int job = helper.give(std::move(asked.job));
    REQUIRE(comes_true([&] { return helper.pid() > 0; }));
    const pid_t first = helper.pid();
    std::this_thread::sleep_for(50ms); // so that the child has its job
    helper.stop(job);
    CHECK(comes_true([&] { return helper.pid() != first; }));
    CHECK_FALSE(failed);
}

TEST_CASE("the child of a helper that goes, goes too") {
    pid_t child = 0;
    {
        Helper helper({fake("reader_that_hangs")});
        helper.warm();
        REQUIRE(comes_true([&] { return helper.pid() > 0; }));
        child = helper.pid();
    }
    CHECK(::kill(child, 0) != 0);
}
