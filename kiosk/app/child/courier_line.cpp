// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/child/courier_line.hpp"

#include "app/protocol/protocol.hpp"

#include <variant>

namespace guichet::app {

namespace {

using visit::happened::CallKept;
using visit::happened::CallRefused;
using visit::happened::CallReported;
using visit::happened::PointTold;
using visit::happened::StaffSeen;

void tell(HubLine& line, const call::Progress& progress) {
    line.show(progress);
}

template <typename Word>
void tell(HubLine& line, const Word& word) {
    line.add(word);
}

} // namespace

void CourierLine::open(int job, const LineJob& work) {
    m_job = job;
    const auto say = [this, job](const LineSays& news) { m_send(to_packet(job, news)); };
    m_line = std::make_unique<HubLine>(
        work.hub,
        work.instance,
        HubLine::Tell{
            .report =
                [say](const std::string& call, const call::Report& report) {
                    say(CallReported{report, call});
                },
            .staff = [say](std::optional<call::Staff> staff) { say(StaffSeen{staff}); },
            .refused = [say](const call::Errand& errand, int) { say(CallRefused{errand}); },
            .kept = [say](const call::Errand& errand) { say(CallKept{errand}); },
            .point = [say](const call::PointNews& news) { say(PointTold{news}); }}
    );
    m_line->show(work.progress);
    for (const auto& errand : work.errands)
        m_line->add(errand);
    for (const auto& point : work.stops)
        m_line->add(call::PointErrand{point, call::PointErrand::Stop{}});
    if (work.opening)
        m_line->prove();
    m_line->settle(); // only the visit on the screen holds a line
}

bool CourierLine::take(const Packet& packet) {
    if (const auto word = to_line_tells(packet)) {
        if (m_line && job_of(packet) == m_job)
            std::visit([this](const auto& each) { tell(*m_line, each); }, *word);
        return true;
    }
    if (const auto work = to_line_job(packet)) {
        open(job_of(packet), *work);
        return true;
    }
    return false;
}

void CourierLine::finish(std::chrono::milliseconds patience) {
    if (m_line)
        m_line->finish(patience);
}

} // namespace guichet::app
