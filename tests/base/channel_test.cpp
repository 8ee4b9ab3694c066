// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/channel.hpp"

#include <thread>

#include <doctest/doctest.h>

using namespace guichet;
using namespace std::chrono_literals;

namespace {

std::pair<Channel, Channel> ends() {
    auto pair = Channel::create();
    REQUIRE(pair.has_value());
    return std::move(*pair);
}

} // namespace

TEST_CASE("a packet arrives whole, picture and all") {
    auto both = ends();
    auto& here = both.first;
    auto& there = both.second;
    const std::string blob(3'000'000, '\x7f');
    std::thread sender([&] { CHECK(here.send({R"({"do":"read"})", blob}).has_value()); });
    const auto got = there.receive(10s);
    sender.join();
    REQUIRE(got.has_value());
    CHECK(got->json == R"({"do":"read"})");
    CHECK(got->blob == blob);
}

TEST_CASE("packets keep their order and their borders") {
    auto [here, there] = ends();
    REQUIRE(here.send({"1", ""}).has_value());
    REQUIRE(here.send({"", "2"}).has_value());
    CHECK(there.receive(1s)->json == "1");
    CHECK(there.receive(1s)->blob == "2");
}

TEST_CASE("silence is a time-out and an end that is gone is unreachable") {
    auto [here, there] = ends();
    CHECK(there.receive(10ms).error().kind == Error::Kind::TimedOut);
    { const auto gone = std::move(here); }
    CHECK(there.receive(1s).error().kind == Error::Kind::Unreachable);
    CHECK(there.send({"1", ""}).error().kind == Error::Kind::Unreachable);
}
