#include "app/hub_line.hpp"

#include "app/hub_line_words.hpp"
#include "base/clock.hpp"
#include "net/event_source.hpp"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <thread>
#include <utility>
#include <vector>

namespace guichet::app {

namespace {

using namespace std::chrono_literals;

constexpr auto beat_every = 5s;
/// Between losing the hub and saying so (facts/mediation.md section 11, line 10).
constexpr auto say_lost_after = 4s;

/// Trying again would not help. A key that is not known (401) may be added any moment.
bool never_taken(int status) {
    return status / 100 == 4 && status != 401 && status != 429;
}

} // namespace

struct HubLine::Inside {
    Tell tell;
    std::string instance;
    net::Client client;
    std::mutex guard{};
    std::condition_variable bell{};
    call::Outbox outbox{};
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
    void beat(std::unique_lock<std::mutex>& lock);
    void say_lost(std::unique_lock<std::mutex>& lock);
    void note_answer(bool answered, Instant begun);
    void end_strangers();
    void on_event(const net::ServerEvent& event);
    void on_line(net::Line line);
    void pass_on(const HubCall& call);
};

Instant HubLine::Inside::next_thing() const {
    auto next = next_beat;
    if (const auto wake = outbox.next_wake())
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
    lock.unlock();
    const auto reply = client.ask(to_request(errand, begun));
    const bool kept = reply && reply->status / 100 == 2;
    const bool refused = reply && never_taken(reply->status);
    if (refused)
        tell.refused(errand, reply->status);
    lock.lock();
    if (kept || refused)
        outbox.delivered();
    else
        outbox.failed(now(), std::uniform_real_distribution<>{}(random));
    note_answer(reply.has_value(), begun);
}

/// Silence counts from when it began.
void HubLine::Inside::note_answer(bool answered, Instant begun) {
    if (!answered && !lost_since)
        lost_since = begun;
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
}

void HubLine::Inside::say_lost(std::unique_lock<std::mutex>& lock) {
    if (!lost_since || now() - *lost_since < say_lost_after)
        return;
    std::vector<std::string> calls;
    for (auto& [id, told] : open)
        if (!std::exchange(told, true))
            calls.push_back(id);
    const bool first = !std::exchange(said_lost, true);
    lock.unlock();
    if (first)
        tell.staff(call::Staff::Nobody);
    for (const auto& id : calls)
        tell.report(id, call::Unreachable{});
    lock.lock();
}

void HubLine::Inside::end_strangers() {
    for (const auto& id : std::exchange(strangers, {}))
        if (!open.contains(id))
            outbox.add({id, call::Errand::End{call::Outcome::Interrupted}});
}

void HubLine::Inside::pass_on(const HubCall& call) {
    {
        const std::lock_guard lock(guard);
        if (!open.contains(call.id))
            return;
        open[call.id] = false;
    }
    for (const auto& report : to_reports(call))
        tell.report(call.id, report);
}

void HubLine::Inside::on_event(const net::ServerEvent& event) {
    const auto news = to_hub_news(event);
    if (!news)
        return;
    {
        const std::lock_guard lock(guard);
        lost_since.reset();
        said_lost = false;
        if (event.name == "hello")
            for (const auto& call : news->calls)
                if (!open.contains(call.id))
                    strangers.push_back(call.id);
        if (settles)
            end_strangers();
    }
    bell.notify_all();
    if (news->staff)
        tell.staff(*news->staff);
    for (const auto& call : news->calls)
        pass_on(call);
}

void HubLine::Inside::on_line(net::Line line) {
    const std::lock_guard lock(guard);
    if (line == net::Line::Open)
        outbox.hurry();
    else if (!lost_since)
        lost_since = now();
    bell.notify_all();
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
        if (std::holds_alternative<call::Errand::Open>(errand.what))
            m_inside->open[errand.id] = false;
        if (std::holds_alternative<call::Errand::End>(errand.what))
            m_inside->open.erase(errand.id);
        m_inside->outbox.add(std::move(errand));
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

void HubLine::settle() {
    {
        const std::lock_guard lock(m_inside->guard);
        m_inside->settles = true;
        m_inside->end_strangers();
    }
    m_inside->bell.notify_all();
}

} // namespace guichet::app
