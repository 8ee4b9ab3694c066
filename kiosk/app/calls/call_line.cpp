// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calls/call_line.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <utility>

namespace guichet::app {

namespace {

using visit::happened::CallKept;
using visit::happened::CallRefused;
using visit::happened::CallReported;
using visit::happened::PointTold;

template <typename... Each>
struct Cases : Each... {
    using Each::operator()...;
};
template <typename... Each>
Cases(Each...) -> Cases<Each...>;

bool opens(const call::Errand& errand) {
    return std::holds_alternative<call::Errand::Open>(errand.what);
}

} // namespace

CallLine::CallLine(SiteHub hub, Programme programme, Helper& courier, Inbox& inbox)
    : m_hub(std::move(hub)), m_programme(std::move(programme)), m_courier(courier), m_inbox(inbox) {
}

void CallLine::open() {
    auto endpoint = endpoint_of(m_hub);
    if (!endpoint) {
        if (m_hub.kind != SiteHub::Kind::None)
            std::fprintf(stderr, "guichet: no hub: %s\n", endpoint.error().detail.c_str());
        return;
    }
    m_endpoint = std::move(*endpoint);
    give();
}

void CallLine::give() {
    Job job;
    job.patience = std::chrono::milliseconds::max();
    job.packet = [this](int number) { return opening(number); };
    job.said = [this](const Packet& packet) -> Result<Job::Answer> {
        const auto news = to_line_says(packet);
        if (!news)
            return tl::unexpected(news.error());
        hear(*news);
        return Job::Answer::More;
    };
    job.failed = [this](Error::Kind) { lose(); };
    const int number = m_courier.give(std::move(job));
    const std::lock_guard lock(m_guard);
    m_job = number;
}

Packet CallLine::opening(int job) {
    const std::lock_guard lock(m_guard);
    return to_packet(
        job,
        LineJob{
            .hub = *m_endpoint,
            .instance = m_programme.instance,
            .progress = m_progress,
            .errands = m_open,
            .stops = std::exchange(m_stops, {}),
            .opening = std::exchange(m_programme.opening, false)}
    );
}

void CallLine::hear(const LineSays& news) {
    std::visit(
        Cases{
            [this](const CallKept& kept) {
                note_told(kept.errand);
                m_inbox.post(kept);
            },
            [this](const CallRefused& refused) {
                note_told(refused.errand);
                m_inbox.post(refused);
                if (opens(refused.errand)) // as good as unreachable
                    m_inbox.post(CallReported{call::Unreachable{}, refused.errand.id});
            },
            [this](const PointTold& told) {
                {
                    const std::lock_guard lock(m_guard);
                    const bool over = std::holds_alternative<call::PointNews::Over>(told.news.what);
                    m_point = over ? std::string{} : told.news.id;
                }
                m_inbox.post(told);
            },
            [this](const auto& other) { m_inbox.post(other); }},
        news
    );
}

/// What opened a call is kept as long as the call: the next courier must know the call as ours.
void CallLine::note_told(const call::Errand& errand) {
    const std::lock_guard lock(m_guard);
    if (std::holds_alternative<call::Errand::End>(errand.what))
        std::erase_if(m_open, [&](const auto& each) { return each.id == errand.id; });
    else if (!opens(errand))
        if (const auto found = std::ranges::find(m_open, errand); found != m_open.end())
            m_open.erase(found);
}

/// The courier is gone. A wish to point does not survive it: the person sees that it is over, and
/// the next courier tells the console.
void CallLine::lose() {
    std::string point;
    {
        const std::lock_guard lock(m_guard);
        point = std::exchange(m_point, {});
        if (!point.empty())
            m_stops.push_back(point);
    }
    if (!point.empty())
        m_inbox.post(PointTold{{point, call::PointNews::Over{}}});
    give();
}

void CallLine::send(const LineTells& word) {
    int job = 0;
    {
        const std::lock_guard lock(m_guard);
        job = m_job;
    }
    m_courier.add(job, to_packet(job, word));
}

void CallLine::tell(const call::Errand& errand) {
    if (!m_endpoint) {
        if (opens(errand))
            m_inbox.post(CallReported{call::Unreachable{}, errand.id});
        return;
    }
    {
        const std::lock_guard lock(m_guard);
        m_open.push_back(errand);
    }
    send(errand);
}

void CallLine::tell(const call::PointErrand& errand) {
    if (!m_endpoint)
        return;
    if (std::holds_alternative<call::PointErrand::Stop>(errand.what)) {
        const std::lock_guard lock(m_guard);
        m_point.clear();
    }
    send(errand);
}

void CallLine::show(const call::Progress& progress) {
    if (!m_endpoint)
        return;
    {
        const std::lock_guard lock(m_guard);
        m_progress = progress;
    }
    send(progress);
}

void CallLine::count(const call::Activity& activity) {
    if (m_endpoint)
        send(activity);
}

} // namespace guichet::app
