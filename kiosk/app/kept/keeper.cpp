// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kept/keeper.hpp"

#include "app/kept/visit_process.hpp"
#include "app/protocol/protocol.hpp"

#include <algorithm>
#include <csignal>
#include <cstdio>

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace guichet::app {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t visits_kept = 2;
/// The one on screen gets the processor to itself first.
constexpr auto spare_delay = 500ms;
constexpr auto first_pause = 250ms;
constexpr auto longest_pause = 30s;
/// Ready visits that die sooner than this count as dying at once.
constexpr auto short_life = 2s;
constexpr auto ping_pause = 1s;
/// Longer than any start takes: a visit that is not ready then never will be.
constexpr auto longest_start = 30s;

sigset_t watched() {
    sigset_t signals;
    ::sigemptyset(&signals);
    for (const int each : {SIGTERM, SIGINT, SIGCHLD})
        ::sigaddset(&signals, each);
    return signals;
}

int open_signals() {
    const auto signals = watched();
    ::sigprocmask(SIG_BLOCK, &signals, nullptr);
    return ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

void close_signals(int descriptor) {
    const auto signals = watched();
    ::close(descriptor);
    ::sigprocmask(SIG_UNBLOCK, &signals, nullptr);
}

} // namespace

Keeper::Keeper(Command visit, std::chrono::milliseconds silence)
    : m_command(std::move(visit)), m_silence(silence), m_signals(open_signals()) {}

void Keeper::keep_hub(Command hub) {
    m_hub.emplace(std::move(hub), "its hub");
}

Keeper::~Keeper() {
    m_visits.clear();
    m_hub.reset();
    close_signals(m_signals);
}

int Keeper::run() {
    while (!m_over && !first_one_refused()) {
        if (m_hub)
            m_hub->keep(now());
        show_one();
        if (may_start())
            start_one();
        ping();
        wait();
        kill_silent();
        bury();
    }
    m_visits.clear(); // kill -9: a visit has nothing to put in order
    return m_refused.value_or(0);
}

void Keeper::show_one() {
    if (std::ranges::any_of(m_visits, &Kept::shown))
        return;
    const auto ready = std::ranges::find_if(m_visits, &Kept::ready);
    if (ready == m_visits.end())
        return;
    ready->shown = true;
    if (!ready->child.channel().send(to_packet(KeeperSays::Show)))
        ready->child.kill();
    m_next_start = std::max(m_next_start, now() + spare_delay);
}

bool Keeper::may_start() const {
    if (m_visits.size() >= visits_kept || now() < m_next_start)
        return false;
    // Two that start together would both be late.
    return std::ranges::all_of(m_visits, &Kept::ready);
}

void Keeper::start_one() {
    m_next_start = now() + m_pause;
    auto command = m_command;
    if (!m_any_ready)
        command.emplace_back("--opening");
    auto child = Child::start(command);
    if (child) {
        m_visits.push_back({.child = std::move(*child), .started = now()});
        return;
    }
    std::fprintf(stderr, "guichet run: %s\n", child.error().detail.c_str());
    m_refused = m_any_ready ? m_refused : std::optional(1);
    m_next_start = now() + longest_pause;
}

void Keeper::ping() {
    const auto present = now();
    for (auto& kept : m_visits) {
        if (!kept.ready || kept.pinged || present < kept.next_ping)
            continue;
        kept.pinged = present;
        if (!kept.child.channel().send(to_packet(KeeperSays::Ping)))
            kept.child.kill();
    }
}

/// When it will have been silent for too long.
Instant Keeper::silent(const Kept& kept) const {
    if (!kept.ready)
        return kept.started + longest_start;
    return kept.pinged ? *kept.pinged + m_silence : Instant::max();
}

/// After hearing: what it has said meanwhile counts, however late this process itself was.
void Keeper::kill_silent() {
    for (auto& kept : m_visits) {
        if (now() < silent(kept))
            continue;
        std::fprintf(stderr, "guichet run: a visit hangs\n");
        kept.child.kill();
    }
}

std::optional<std::chrono::milliseconds> Keeper::patience() const {
    auto until = Instant::max();
    for (const auto& kept : m_visits)
        until =
            std::min({until, silent(kept), kept.ready && !kept.pinged ? kept.next_ping : until});
    if (m_visits.size() < visits_kept && std::ranges::all_of(m_visits, &Kept::ready))
        until = std::min(until, m_next_start);
    if (m_hub)
        until = std::min(until, m_hub->next_start());
    if (until == Instant::max())
        return std::nullopt;
    return std::max(until - now(), std::chrono::milliseconds{0});
}

void Keeper::wait() {
    std::vector<pollfd> sources{{m_signals, POLLIN, 0}};
    for (auto& kept : m_visits)
        sources.push_back({kept.child.channel().descriptor(), POLLIN, 0});
    const auto most = patience();
    ::poll(sources.data(), sources.size(), most ? static_cast<int>(most->count()) : -1);
    signalfd_siginfo signal{};
    while (::read(m_signals, &signal, sizeof signal) == sizeof signal)
        m_over = m_over || signal.ssi_signo != SIGCHLD;
    for (std::size_t i = 0; i < m_visits.size(); ++i)
        if (sources[i + 1].revents != 0)
            hear(m_visits[i]);
}

void Keeper::hear(Kept& kept) {
    for (;;) {
        const auto packet = kept.child.channel().receive(0ms);
        if (!packet && packet.error().kind == Error::Kind::TimedOut)
            return;
        if (!packet) {
            // It has ended, or closed its line and is of no use. It is given a moment to say how.
            for (int i = 0; i < 50 && !kept.child.ended(); ++i)
                ::usleep(2000);
            kept.child.kill();
            return;
        }
        take(kept, *packet);
    }
}

void Keeper::take(Kept& kept, const Packet& packet) {
    const auto said = to_visit_says(packet);
    if (!said)
        return;
    kept.ready = kept.ready || *said == VisitSays::Ready;
    m_any_ready = m_any_ready || kept.ready;
    if (*said == VisitSays::Alive) {
        kept.pinged.reset();
        kept.next_ping = now() + ping_pause;
    }
}

void Keeper::bury() {
    for (auto& kept : m_visits)
        if (const auto exit = kept.child.ended())
            count(kept, *exit);
    std::erase_if(m_visits, [](auto& kept) { return kept.child.ended().has_value(); });
}

void Keeper::count(const Kept& kept, const Exit& exit) {
    if (exit.signal != 0)
        std::fprintf(stderr, "guichet run: a visit ended by signal %d\n", exit.signal);
    else if (exit.code != 0)
        std::fprintf(stderr, "guichet run: a visit ended with status %d\n", exit.code);
    if (exit.code == cannot_start && !m_any_ready)
        m_refused = exit.code;
    const bool at_once = !kept.ready || (exit != Exit{} && now() - kept.started < short_life);
    if (at_once)
        m_pause = std::min<std::chrono::milliseconds>(
            longest_pause, std::max<std::chrono::milliseconds>(first_pause, m_pause * 2)
        );
    else
        m_pause = 0ms;
    m_next_start = std::max(m_next_start, now() + m_pause);
    if (!at_once && kept.shown)
        m_next_start = now() + spare_delay; // the warm one is shown first
}

} // namespace guichet::app
