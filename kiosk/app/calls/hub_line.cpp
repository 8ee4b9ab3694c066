// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calls/hub_line.hpp"

#include "app/calls/hub_line_inside.hpp"
#include "app/calls/hub_line_words.hpp"
#include "app/calls/random_word.hpp"
#include "net/backoff.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace guichet::app {

namespace {

using namespace std::chrono_literals;

constexpr auto beat_every = 5s;
/// Between losing the hub and saying so (facts/mediation.md section 11, line 10).
constexpr auto say_lost_after = 4s;

bool is_here(const call::Errand& errand) {
    return std::holds_alternative<call::Errand::Here>(errand.what);
}

/// Trying again would not help. A key that is not known (401) may be added any moment; too many
/// wrong codes (429) refuse this one too.
bool never_taken(const call::Errand& errand, int status) {
    if (status == 429)
        return is_here(errand);
    return status / 100 == 4 && status != 401;
}

} // namespace

Instant HubLine::Inside::next_thing() const {
    auto next = next_beat;
    if (const auto wake = outbox.next_wake())
        next = std::min(next, *wake);
    if (const auto wake = notes.next_wake())
        next = std::min(next, *wake);
    if (lost_since && !said_lost)
        next = std::min(next, *lost_since + say_lost_after);
    return next;
}

void HubLine::Inside::run() {
    std::unique_lock lock(guard);
    while (!over) {
        deliver(lock);
        say_lost(lock);
        pass_note(lock);
        beat(lock);
        if (!over && next_thing() > now())
            bell.wait_for(lock, next_thing() - now());
    }
}

void HubLine::Inside::deliver(std::unique_lock<std::mutex>& lock) {
    const auto* due = outbox.due(now());
    if (due == nullptr || over)
        return;
    const auto errand = *due;
    const auto begun = now();
    const auto known = open.find(errand.id);
    const int heard = known == open.end() ? 0 : known->second.heard;
    lock.unlock();
    const auto reply = client.ask(to_request(errand, begun));
    const bool kept = reply && reply->status / 100 == 2;
    const bool refused = reply && never_taken(errand, reply->status);
    if (refused)
        tell.refused(errand, reply->status);
    if (kept) {
        tell.kept(errand);
        pass_answer(errand, *reply, heard);
    }
    lock.lock();
    if (refused && is_here(errand) && open.contains(errand.id))
        open.at(errand.id).here = false;
    if (kept || refused)
        outbox.delivered();
    else
        outbox.failed(now(), std::uniform_real_distribution<>{}(random));
    note_answer(reply.has_value(), begun);
    bell.notify_all();
}

/// What was said on the other connection meanwhile is newer.
void HubLine::Inside::pass_answer(const call::Errand& errand, const net::Reply& reply, int heard) {
    const auto call = to_hub_call(reply);
    if (call && call->id == errand.id)
        pass_on(*call, heard);
}

/// As much of a call as it takes to tell it to a hub that forgot it.
void HubLine::Inside::remember(const call::Errand& errand) {
    if (const auto* opening = std::get_if<call::Errand::Open>(&errand.what)) {
        auto& call = open[errand.id];
        call.opening = *opening;
        call.said_lost = false;
        return;
    }
    const auto found = open.find(errand.id);
    if (found == open.end())
        return;
    if (std::holds_alternative<call::Errand::End>(errand.what)) {
        open.erase(found);
        return;
    }
    auto& call = found->second;
    call.here = call.here || is_here(errand);
    if (const auto* why = std::get_if<call::Errand::AddReason>(&errand.what)) {
        auto& request = call.opening.request;
        request.reason = why->reason;
        request.urgent = request.urgent || why->reason == call::Reason::Unwell;
    }
}

void HubLine::Inside::pass_note(std::unique_lock<std::mutex>& lock) {
    const auto begun = now();
    auto note = over ? std::nullopt : notes.take(begun);
    if (!note)
        return;
    telling = true;
    lock.unlock();
    const auto reply = client.ask(note->request);
    lock.lock();
    telling = false;
    const auto ended = notes.sent(std::move(*note), reply, now());
    note_answer(reply.has_value(), begun);
    lock.unlock();
    if (ended)
        tell.point({*ended, call::PointNews::Over{}});
    bell.notify_all();
    lock.lock();
}

/// Silence counts from when it began.
void HubLine::Inside::note_answer(bool answered, Instant begun) {
    if (answered)
        note_alive();
    else if (!lost_since)
        lost_since = begun;
}

/// The hub is there after all. Once said to be lost, only its hello says what is true since.
void HubLine::Inside::note_alive() {
    if (!line_open || !lost_since)
        return;
    if (!said_lost)
        lost_since.reset();
    else if (!std::exchange(coming_anew, true))
        source->again();
}

void HubLine::Inside::beat(std::unique_lock<std::mutex>& lock) {
    if (now() < next_beat || over)
        return;
    const auto begun = now();
    next_beat = begun + beat_every;
    auto said = progress;
    said.same_screen += std::chrono::duration_cast<std::chrono::seconds>(now() - shown);
    lock.unlock();
    const auto reply = client.ask(to_heartbeat(said, instance));
    lock.lock();
    note_answer(reply.has_value(), begun);
    failed_beats = reply ? 0 : failed_beats + 1;
    if (!reply) {
        const auto chance = std::uniform_real_distribution<>{}(random);
        next_beat = std::min(next_beat, now() + net::pause_after(failed_beats, chance));
    }
    if (reply && asks_for_test(*reply))
        prove();
}

/// The kiosk need not hear what became of it: the hub counts.
void HubLine::Inside::prove() {
    call::Request request;
    request.id = random_word();
    request.test = true;
    outbox.add({request.id, call::Errand::Open{request}});
}

bool HubLine::Inside::is_lost() const {
    return lost_since && now() - *lost_since >= say_lost_after;
}

void HubLine::Inside::say_lost(std::unique_lock<std::mutex>& lock) {
    if (!is_lost())
        return;
    lock.unlock();
    const std::lock_guard ordered(in_order);
    lock.lock();
    if (!is_lost()) // back meanwhile
        return;
    std::vector<std::string> calls;
    for (auto& [id, call] : open)
        if (!std::exchange(call.said_lost, true))
            calls.push_back(id);
    const bool first = !std::exchange(said_lost, true);
    lock.unlock();
    if (first)
        tell.staff(std::nullopt);
    for (const auto& id : calls)
        tell.report(id, call::Unreachable{});
    lock.lock();
}

HubLine::HubLine(const net::Endpoint& hub, std::string instance, Tell tell)
    : m_inside(std::make_unique<Inside>(hub, std::move(instance), std::move(tell))) {
    auto* inside = m_inside.get();
    inside->shown = now();
    inside->source = std::make_unique<net::EventSource>(
        hub,
        "/api/v1/kiosk/events",
        net::EventSource::Tell{
            .event = [inside](const net::ServerEvent& event) { inside->on_event(event); },
            .line = [inside](net::Line line) { inside->on_line(line); }}
    );
    inside->teller = std::thread([inside] { inside->run(); });
}

HubLine::~HubLine() {
    {
        const std::lock_guard lock(m_inside->guard);
        m_inside->over = true;
    }
    m_inside->bell.notify_all();
    m_inside->teller.join();
    m_inside->source.reset();
}

void HubLine::add(call::Errand errand) {
    {
        const std::lock_guard lock(m_inside->guard);
        m_inside->remember(errand);
        m_inside->outbox.add(std::move(errand));
    }
    m_inside->bell.notify_all();
}

void HubLine::add(const call::PointErrand& errand) {
    {
        const std::lock_guard lock(m_inside->guard);
        m_inside->notes.add(errand);
    }
    m_inside->bell.notify_all();
}

void HubLine::add(const call::Activity& activity) {
    {
        const std::lock_guard lock(m_inside->guard);
        m_inside->notes.add(activity);
    }
    m_inside->bell.notify_all();
}

void HubLine::show(const call::Progress& progress) {
    {
        const std::lock_guard lock(m_inside->guard);
        m_inside->progress = progress;
        m_inside->shown = now();
        m_inside->next_beat = {};
    }
    m_inside->bell.notify_all();
}

void HubLine::prove() {
    {
        const std::lock_guard lock(m_inside->guard);
        m_inside->prove();
    }
    m_inside->bell.notify_all();
}

void HubLine::settle() {
    {
        const std::lock_guard lock(m_inside->guard);
        m_inside->settles = true;
        m_inside->end_strangers();
    }
    m_inside->bell.notify_all();
}

void HubLine::finish(std::chrono::milliseconds patience) {
    std::unique_lock lock(m_inside->guard);
    for (const auto& [id, call] : std::exchange(m_inside->open, {}))
        m_inside->outbox.add({id, call::Errand::End{call::Outcome::Interrupted}});
    m_inside->bell.notify_all();
    m_inside->bell.wait_for(lock, patience, [this] {
        return m_inside->outbox.empty() && m_inside->notes.empty() && !m_inside->telling;
    });
}

} // namespace guichet::app
