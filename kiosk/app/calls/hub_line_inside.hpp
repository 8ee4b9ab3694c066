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
    struct OpenCall {
        call::Errand::Open opening;
        bool said_lost{};
        bool here{}; ///< nobody need come any more
        int heard{}; ///< how often the hub spoke of it
    };

    Tell tell;
    std::string instance;
    net::Client client;
    std::mutex in_order{}; ///< while a call's news is told, so that older news never comes after
    std::mutex guard{};    ///< of all that follows; taken after `in_order`
    std::condition_variable bell{};
    call::Outbox outbox{};
    Notes notes{};
    bool telling{}; ///< a note is on its way
    std::map<std::string, OpenCall> open{};
    std::vector<std::string> strangers{};
    call::Progress progress{};
    Instant shown{};
    Instant next_beat{};
    int failed_beats{};
    bool line_open{};
    std::optional<Instant> lost_since{now()}; ///< until the first word
    bool said_lost{};
    bool coming_anew{}; ///< after it was lost, for what the hub tells whoever comes
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
    bool is_lost() const;
    void say_lost(std::unique_lock<std::mutex>& lock);
    void note_answer(bool answered, Instant begun);
    void note_alive();
    void prove();
    void end_strangers();
    void welcome(const HubNews& news);
    void on_event(const net::ServerEvent& event);
    void on_line(net::Line line);
    void remember(const call::Errand& errand);
    void pass_on(const HubCall& call, std::optional<int> heard = std::nullopt);
    void pass_answer(const call::Errand& errand, const net::Reply& reply, int heard);
};

} // namespace guichet::app
