#include "app/workers.hpp"

#include "app/protocol.hpp"
#include "deliver/sheet.hpp"

#include <cstdio>
#include <cstring>
#include <ctime>

#include <unistd.h>

namespace guichet::app {

namespace {

using namespace std::chrono_literals;
using visit::happened::CallReported;
using visit::happened::Printed;
using visit::happened::PrintFailed;
using visit::happened::Saved;
using visit::happened::SaveFailed;
using visit::happened::ScanFailed;
using visit::happened::ScanShows;
using visit::happened::SheetFailed;
using visit::happened::SheetReady;

/// DESIGN.md section 5: fifteen seconds of work, then an honest sentence. A flatbed scanner at
/// 300 dpi takes longer than that only to move; its own time does not count.
constexpr auto reading_time = 15s;
constexpr auto scanner_time = 60s;
constexpr auto printing_time = 75s; ///< deliver says TimedOut by itself after 60 s
constexpr auto saving_time = 20s;
constexpr auto calling_time = 5s; ///< section 6: the kiosk says so within 5 s

/// A job of the courier whose outcome becomes one event.
template <typename Good, typename Bad>
Job courier_job(
    CourierJob work, std::chrono::milliseconds patience, Inbox& inbox, Good good, Bad bad
) {
    Job job;
    job.patience = patience;
    job.packet = [work = std::move(work)](int number) { return to_packet(number, work); };
    job.said = [&inbox, good, bad](const Packet& packet) -> Result<Job::Answer> {
        const auto news = to_courier_says(packet);
        if (!news)
            return tl::unexpected(news.error());
        if (news->outcome)
            inbox.post(good());
        else
            inbox.post(bad(news->outcome.error().kind));
        return Job::Answer::Last;
    };
    job.failed = [&inbox, bad](Error::Kind why) { inbox.post(bad(why)); };
    return job;
}

/// Names the procedure and the moment, never the person; two in a second do not collide.
std::string file_name(const visit::Visit& visit) {
    const auto seconds = std::time(nullptr);
    std::tm local{};
    localtime_r(&seconds, &local);
    char moment[32]{};
    std::strftime(moment, sizeof moment, "%Y-%m-%d-%H%M%S", &local);
    return visit.procedure->id + "-" + moment + "-" + std::to_string(::getpid()) + ".pdf";
}

} // namespace

Children Children::ours() {
    return {ourselves({"reader"}), ourselves({"courier"})};
}

Workers::Workers(const Site& site, const Children& children, Inbox& inbox)
    : m_site(site), m_inbox(inbox), m_reader(children.reader), m_courier(children.courier) {}

Workers::~Workers() = default;

void Workers::warm() {
    if (m_site.scanner.kind != scan::Scanner::Kind::None)
        m_reader.warm();
    m_courier.warm();
}

void Workers::perform(const visit::Effect& effect, const visit::Visit& visit, const Stock& stock) {
    namespace please = visit::please;
    if (const auto* scan = std::get_if<please::StartScan>(&effect))
        start(*scan);
    else if (std::holds_alternative<please::TakeShot>(effect))
        take_shot();
    else if (std::holds_alternative<please::StopScan>(effect))
        stop_scan();
    else if (const auto* sheet = std::get_if<please::MakeSheet>(&effect))
        make_sheet(visit, stock, sheet->work);
    else if (const auto* printing = std::get_if<please::Print>(&effect))
        print(printing->work);
    else if (const auto* saving = std::get_if<please::Save>(&effect))
        save(visit, saving->work);
    else if (const auto* wanted = std::get_if<please::TellHub>(&effect))
        call(*wanted);
}

void Workers::start(const visit::please::StartScan& wanted) {
    stop_scan();
    if (m_site.scanner.kind == scan::Scanner::Kind::None) {
        m_inbox.post(ScanFailed{Error::Kind::NoDevice, wanted.work});
        return;
    }
    const bool moves = m_site.scanner.kind == scan::Scanner::Kind::Sane ||
                       m_site.scanner.kind == scan::Scanner::Kind::Camera;
    Job job;
    job.patience = moves ? scanner_time : reading_time;
    job.patience_again = reading_time;
    job.packet = [work = ReadJob{m_site.scanner, wanted.kinds, m_site.documents}](int number) {
        return to_packet(number, work);
    };
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

void Workers::take_shot() {
    if (m_scan)
        m_reader.add(*m_scan, to_shot_packet(*m_scan));
}

void Workers::stop_scan() {
    if (m_scan)
        m_reader.stop(*m_scan);
    m_scan.reset();
}

void Workers::make_sheet(const visit::Visit& visit, const Stock& stock, int work) {
    const deliver::Place place{
        m_site.place.empty() ? m_site.name : m_site.name + ", " + m_site.place,
        m_site.contacts.empty() ? "" : m_site.contacts.front().phone};
    m_maker = std::jthread([this,
                            place,
                            work,
                            procedure = visit.procedure,
                            answers = visit.answers,
                            words = stock.words_in(visit.language),
                            today = visit.today] {
        auto pdf = deliver::make_sheet(*procedure, answers, words, today, place);
        if (!pdf) {
            std::fprintf(stderr, "guichet: sheet: %s\n", pdf.error().detail.c_str());
            m_inbox.post(SheetFailed{pdf.error().kind, work});
            return;
        }
        {
            const std::lock_guard lock(m_guard);
            m_sheet = std::move(*pdf);
        }
        m_inbox.post(SheetReady{work});
    });
}

std::string Workers::sheet() {
    const std::lock_guard lock(m_guard);
    return m_sheet;
}

void Workers::print(int work) {
    const auto pdf = sheet();
    if (pdf.empty() || !m_site.printer) {
        m_inbox.post(PrintFailed{pdf.empty() ? Error::Kind::NotFound : Error::Kind::NoDevice, work}
        );
        return;
    }
    m_courier.give(courier_job(
        PrintJob{*m_site.printer, pdf},
        printing_time,
        m_inbox,
        [work] { return Printed{work}; },
        [work](Error::Kind why) {
            return PrintFailed{why, work};
        }
    ));
}

void Workers::save(const visit::Visit& visit, int work) {
    const auto pdf = sheet();
    if (pdf.empty() || m_site.save_folder.empty()) {
        m_inbox.post(SaveFailed{pdf.empty() ? Error::Kind::NotFound : Error::Kind::NoDevice, work});
        return;
    }
    m_courier.give(courier_job(
        SaveJob{m_site.save_folder / file_name(visit), pdf},
        saving_time,
        m_inbox,
        [work] { return Saved{work}; },
        [work](Error::Kind why) {
            return SaveFailed{why, work};
        }
    ));
}

void Workers::call(const visit::please::TellHub& wanted) {
    const auto* opened = std::get_if<call::Errand::Open>(&wanted.errand.what);
    if (opened == nullptr)
        return;
    m_courier.give(courier_job(
        CallJob{opened->request},
        calling_time,
        m_inbox,
        [] { return CallReported{call::Acknowledged{}}; },
        [](Error::Kind) { return CallReported{call::Unreachable{}}; }
    ));
}

void Workers::wipe() {
    const std::lock_guard lock(m_guard);
    ::explicit_bzero(m_sheet.data(), m_sheet.size());
    m_sheet.clear();
}

} // namespace guichet::app
