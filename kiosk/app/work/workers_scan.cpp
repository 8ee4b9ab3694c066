// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/protocol/protocol.hpp"
#include "app/work/workers.hpp"

namespace guichet::app {

namespace {

using namespace std::chrono_literals;
using visit::happened::ScanFailed;
using visit::happened::ScanShows;

/// DESIGN.md section 5: fifteen seconds of work, then an honest sentence. A flatbed scanner at
/// 300 dpi takes longer than that only to move; its own time does not count.
constexpr auto reading_time = 15s;
constexpr auto scanner_time = 60s;

} // namespace

void Workers::on(const visit::please::StartScan& wanted, const Scene&) {
    stop_scan();
    if (m_site.scanner.kind == scan::Scanner::Kind::None) {
        m_inbox.post(ScanFailed{Error::Kind::NoDevice, wanted.work});
        return;
    }
    const bool moves = !wanted.corners && (m_site.scanner.kind == scan::Scanner::Kind::Sane ||
                                           m_site.scanner.kind == scan::Scanner::Kind::Camera);
    Job job;
    job.patience = moves ? scanner_time : reading_time;
    job.patience_again = reading_time;
    const ReadJob work{
        m_site.scanner, wanted.kinds, m_site.documents, wanted.picture, wanted.corners};
    job.packet = [work](int number) { return to_packet(number, work); };
    job.said = [this, moves, number = wanted.work](const Packet& packet) -> Result<Job::Answer> {
        auto news = to_reader_says(packet);
        if (!news)
            return tl::unexpected(news.error());
        const bool shows = std::holds_alternative<ScanShows>(*news) ||
                           std::holds_alternative<visit::happened::CameraShows>(*news);
        const bool last = std::holds_alternative<visit::happened::ScanRead>(*news) ||
                          std::holds_alternative<ScanFailed>(*news);
        std::visit(
            [&](auto& each) {
                each.work = number;
                m_inbox.post(std::move(each));
            },
            *news
        );
        if (last)
            return Job::Answer::Last;
        return shows && moves ? Job::Answer::Again : Job::Answer::More;
    };
    job.failed = [this, number = wanted.work](Error::Kind why) {
        m_inbox.post(ScanFailed{why, number});
    };
    m_scan = m_reader.give(std::move(job));
}

void Workers::on(const visit::please::TakeShot&, const Scene&) {
    if (m_scan)
        m_reader.add(*m_scan, to_shot_packet(*m_scan));
}

void Workers::on(const visit::please::StopScan&, const Scene&) {
    stop_scan();
}

void Workers::stop_scan() {
    if (m_scan)
        m_reader.stop(*m_scan);
    m_scan.reset();
}

} // namespace guichet::app
