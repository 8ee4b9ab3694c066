// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/child/helper.hpp"

#include "app/protocol/protocol.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace guichet::app {

namespace {

using namespace std::chrono_literals;

/// A scanner gets this long to stop its motor.
constexpr auto grace = 3s;
/// A child that ends sooner than this without work is not started again until there is some.
constexpr auto short_life = 2s;
/// So many early ends in a row are bad luck; more are a reason to wait before the next start.
constexpr int bad_luck = 2;
constexpr std::chrono::milliseconds longest_pause{5000};

} // namespace

Helper::Helper(Command command, AtEnd at_end)
    : m_command(std::move(command)), m_at_end(at_end),
      m_bell(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), m_thread([this] { live(); }) {}

Helper::~Helper() {
    {
        const std::lock_guard lock(m_guard);
        m_orders.over = true;
    }
    ring();
    m_thread.join();
    if (m_child && m_at_end == AtEnd::LetGo)
        m_child->let_go();
    ::close(m_bell);
}

void Helper::ring() const {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(m_bell, &one, sizeof one);
}

void Helper::warm() {
    {
        const std::lock_guard lock(m_guard);
        m_orders.warm = true;
    }
    ring();
}

int Helper::give(Job job) {
    int number = 0;
    {
        const std::lock_guard lock(m_guard);
        number = ++m_last;
        m_orders.jobs.emplace_back(number, std::move(job));
    }
    ring();
    return number;
}

void Helper::add(int job, Packet packet) {
    {
        const std::lock_guard lock(m_guard);
        m_orders.more.emplace_back(job, std::move(packet));
    }
    ring();
}

void Helper::stop(int job) {
    {
        const std::lock_guard lock(m_guard);
        m_orders.stops.push_back(job);
    }
    ring();
}

void Helper::live() {
    while (obey()) {
        keep_child();
        send_jobs();
        wait();
        hear();
        kill_late();
    }
}

bool Helper::obey() {
    Orders orders;
    {
        const std::lock_guard lock(m_guard);
        std::swap(orders, m_orders);
    }
    for (const auto& [number, packet] : orders.more)
        send_more(number, packet);
    if (orders.over)
        return false;
    m_wanted = m_wanted || orders.warm || !orders.jobs.empty();
    for (auto& [number, job] : orders.jobs) {
        const bool endless = job.patience == std::chrono::milliseconds::max();
        const auto late = endless ? Instant::max() : now() + job.patience;
        m_jobs.emplace(number, Work{.job = std::move(job), .late = late});
    }
    for (const int number : orders.stops)
        stop_now(number);
    return true;
}

void Helper::set_child(std::optional<Child> child) {
    m_child = std::move(child);
    m_pid = m_child ? m_child->pid() : 0;
}

void Helper::keep_child() {
    if (m_child || !m_wanted || now() < m_not_before)
        return;
    m_started = now();
    auto child = Child::start(m_command);
    if (child)
        set_child(std::move(*child));
    else
        replace(Error::Kind::Crashed, std::nullopt);
}

void Helper::send_jobs() {
    for (auto& [number, work] : m_jobs) {
        if (work.sent || !m_child)
            continue;
        work.sent = true;
        if (!m_child->channel().send(work.job.packet(number))) {
            replace(Error::Kind::Crashed, number);
            return;
        }
    }
}

void Helper::wait() {
    auto until = !m_child && m_wanted ? m_not_before : Instant::max();
    for (const auto& [number, work] : m_jobs)
        until = std::min(until, work.late);
    for (const auto& leaving : m_leaving)
        until = std::min(until, leaving.killed);
    int patience = -1;
    if (until != Instant::max())
        patience = static_cast<int>(std::max<std::int64_t>(0, (until - now()).count()));

    std::array<pollfd, 2> sources{
        {{m_bell, POLLIN, 0}, {m_child ? m_child->channel().descriptor() : -1, POLLIN, 0}}};
    ::poll(sources.data(), sources.size(), patience);
    std::uint64_t rings = 0;
    [[maybe_unused]] const auto got = ::read(m_bell, &rings, sizeof rings);
}

void Helper::hear() {
    while (m_child) {
        auto packet = m_child->channel().receive(0ms);
        if (packet)
            take(*packet);
        else if (packet.error().kind == Error::Kind::TimedOut)
            return;
        else
            replace(Error::Kind::Crashed, std::nullopt);
    }
}

void Helper::take(const Packet& packet) {
    const int number = job_of(packet);
    const auto found = m_jobs.find(number);
    if (found == m_jobs.end())
        return;
    auto& work = found->second;
    const auto answer = work.job.said(packet);
    if (!answer)
        replace(answer.error().kind, number);
    else if (*answer == Job::Answer::Last)
        m_jobs.erase(found);
    else if (*answer == Job::Answer::Again)
        work.late = now() + work.job.patience_again;
}

void Helper::kill_late() {
    const auto present = now();
    for (const auto& [number, work] : m_jobs)
        if (work.late <= present) {
            replace(Error::Kind::TimedOut, number);
            break;
        }
    std::erase_if(m_leaving, [&](auto& leaving) {
        return leaving.child.ended() || leaving.killed <= present;
    });
}

void Helper::send_more(int number, const Packet& packet) {
    const auto found = m_jobs.find(number);
    if (found == m_jobs.end() || !found->second.sent || !m_child)
        return;
    if (!m_child->channel().send(packet))
        replace(Error::Kind::Crashed, number);
}

void Helper::stop_now(int number) {
    const auto found = m_jobs.find(number);
    if (found == m_jobs.end())
        return;
    const bool begun = found->second.sent;
    m_jobs.erase(found);
    if (!begun || !m_child)
        return;
    m_child->ask_to_end();
    m_leaving.push_back({std::move(*m_child), now() + grace});
    set_child(std::nullopt);
    for (auto& [each, work] : m_jobs)
        work.sent = false;
}

/// A child that dies again and again must not take the processor from the person.
void Helper::note_end() {
    m_early_ends = now() - m_started > short_life ? 0 : m_early_ends + 1;
    const int over = std::clamp(m_early_ends - bad_luck, 0, 6);
    const std::chrono::milliseconds pause = over == 0 ? 0ms : 125ms * (1 << over);
    m_not_before = now() + std::min(pause, longest_pause);
}

/// The child goes. The culprit fails with `why`; what else was under way went down with the child,
/// and what was not sent yet is for the next one.
void Helper::replace(Error::Kind why, std::optional<int> culprit) {
    const bool never_started = !m_child;
    if (!never_started && why == Error::Kind::Crashed)
        std::fprintf(stderr, "guichet: %s ended by itself\n", m_command.back().c_str());
    set_child(std::nullopt);
    note_end();
    std::vector<std::pair<std::function<void(Error::Kind)>, Error::Kind>> failures;
    for (auto job = m_jobs.begin(); job != m_jobs.end();) {
        if (!job->second.sent && !never_started) {
            ++job;
            continue;
        }
        const bool guilty = job->first == culprit.value_or(job->first);
        failures.emplace_back(job->second.job.failed, guilty ? why : Error::Kind::Crashed);
        job = m_jobs.erase(job);
    }
    m_wanted = !m_jobs.empty() || (!never_started && now() - m_started > short_life);
    for (const auto& [failed, kind] : failures)
        failed(kind);
}

} // namespace guichet::app
