// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/calls/hub_line.hpp"
#include "app/calls/hub_line_notes.hpp"
#include "app/calls/hub_line_words.hpp"
#include "base/clock.hpp"
#include "net/event_source.hpp"

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace guichet::app {

/// What the two threads of a line share: one tells (hub_line.cpp), one hears
/// (hub_line_hearing.cpp).
struct HubLine::Inside {
    Tell tell;
    std::string instance;
    net::Client client;
    std::mutex guard{};
    std::condition_variable bell{};
    call::Outbox outbox{};
    Notes notes{};
    bool telling{};                     ///< a note is on its way
    std::map<std::string, bool> open{}; ///< our calls; whether the hub was said to be lost
    std::vector<std::string> strangers{};
    call::Progress progress{};
    Instant shown{};
    Instant next_beat{};
    std::optional<Instant> lost_since{now()}; ///< until the first word
    bool said_lost{};
    bool settles{};
    bool over{};
    std::minstd_rand random{std::random_device{}()};
    std::thread teller{};
    std::unique_ptr<net::EventSource> source{};

    Inside(const net::Endpoint& hub, std::string word, Tell what)
        : tell(std::move(what)), instance(std::move(word)), client(hub) {}

    void run();
    Instant next_thing() const;
    void deliver(std::unique_lock<std::mutex>& lock);
    void pass_note(std::unique_lock<std::mutex>& lock);
    void beat(std::unique_lock<std::mutex>& lock);
    void say_lost(std::unique_lock<std::mutex>& lock);
    void note_answer(bool answered, Instant begun);
    void prove();
    void end_strangers();
    void on_event(const net::ServerEvent& event);
    void on_line(net::Line line);
    void pass_on(const HubCall& call);
};

} // namespace guichet::app
