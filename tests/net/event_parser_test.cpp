// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/backoff.hpp"
#include "net/event_parser.hpp"

#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace guichet::net {
namespace {

using namespace std::chrono_literals;

std::vector<ServerEvent> read_in_pieces(const std::string& stream, std::size_t piece) {
    EventParser parser;
    std::vector<ServerEvent> events;
    for (std::size_t at = 0; at < stream.size(); at += piece)
        CHECK(parser.feed(std::string_view(stream).substr(at, piece), [&](ServerEvent event) {
            events.push_back(std::move(event));
        }));
    return events;
}

} // namespace

TEST_CASE("events are read whatever pieces they come in") {
    const std::string stream = ":\n\nevent: hello\ndata: {\"a\":1}\n\ndata: one\ndata: two\r\n\r\n"
                               "event: empty\n\ndata:no space\rid: 4\rretry: 10\r\r"
                               "data\n\ndata: not over";
    const std::vector<ServerEvent> expected{
        {"hello", "{\"a\":1}"}, {"message", "one\ntwo"}, {"message", "no space"}, {"message", ""}};
    for (std::size_t piece = 1; piece <= stream.size(); piece++) {
        CAPTURE(piece);
        CHECK(read_in_pieces(stream, piece) == expected);
    }
}

TEST_CASE("an endless line or event ends the trust") {
    EventParser parser;
    const std::string much(600'000, 'x');
    const auto ignore = [](const ServerEvent&) {};
    CHECK(parser.feed("data: " + much, ignore));
    CHECK_FALSE(parser.feed(much, ignore));
    EventParser other;
    CHECK(other.feed("data: " + much + "\n", ignore));
    CHECK_FALSE(other.feed("data: " + much + "\n", ignore));
}

TEST_CASE("any bytes at all are read without harm") {
    std::mt19937 random{9};
    for (int round = 0; round < 200; round++) {
        EventParser parser;
        std::string bytes;
        for (int i = 0; i < 200; i++)
            bytes += "\n\r:de at"[random() % 8];
        CHECK(parser.feed(bytes, [](const ServerEvent& event) { CHECK(event.name.size() < 200); }));
    }
}

TEST_CASE("pauses grow to three seconds and differ between kiosks") {
    CHECK(pause_after(0, 0.5) == 0ms);
    CHECK(pause_after(1, 0) == 500ms);
    CHECK(pause_after(1, 1) == 250ms);
    CHECK(pause_after(2, 0) == 1s);
    for (int failures = 4; failures < 100; failures++) {
        CHECK(pause_after(failures, 0) == 3s);
        CHECK(pause_after(failures, 1) == 1500ms);
    }
}

} // namespace guichet::net
