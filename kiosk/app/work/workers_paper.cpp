// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/protocol/protocol.hpp"
#include "app/work/workers.hpp"
#include "deliver/sheet.hpp"
#include "deliver/ways.hpp"

#include <array>
#include <cstdio>
#include <ctime>
#include <utility>

#include <unistd.h>

namespace guichet::app {

namespace {

using namespace std::chrono_literals;
using visit::happened::Printed;
using visit::happened::PrintFailed;
using visit::happened::Saved;
using visit::happened::SaveFailed;
using visit::happened::SheetFailed;
using visit::happened::SheetReady;

constexpr auto printing_time = 75s; ///< deliver says TimedOut by itself after 60 s
constexpr auto saving_time = 20s;

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
    std::array<char, 32> moment{};
    std::strftime(moment.data(), moment.size(), "%Y-%m-%d-%H%M%S", &local);
    return visit.procedure->id + "-" + moment.data() + "-" + std::to_string(::getpid()) + ".pdf";
}

/// How the place is called on paper.
std::string place_name(const Site& site) {
    return site.place.empty() ? site.name : site.name + ", " + site.place;
}

deliver::Ways ways_of(const Site& site, const visit::Visit& visit) {
    deliver::Ways ways{.place = place_name(site)};
    for (const auto& contact : site.contacts)
        ways.contacts.push_back({contact.name, contact.where, contact.phone, contact.hours});
    if (visit.procedure != nullptr) {
        ways.procedure = visit.procedure->title;
        ways.human = visit.procedure->human;
    }
    return ways;
}

} // namespace

void Workers::on(const visit::please::MakeSheet& wanted, const Scene& scene) {
    const auto& visit = scene.visit;
    const deliver::Place place{
        place_name(m_site), m_site.contacts.empty() ? "" : m_site.contacts.front().phone};
    m_maker = std::jthread([this,
                            place,
                            work = wanted.work,
                            procedure = visit.procedure,
                            answers = visit.answers,
                            words =
                                deliver::SheetWords{
                                    scene.stock.words_in(visit.language),
                                    scene.stock.words_in(i18n::french().code)},
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

void Workers::on(const visit::please::Print& wanted, const Scene&) {
    auto pdf = sheet();
    if (pdf.empty())
        m_inbox.post(PrintFailed{Error::Kind::NotFound, wanted.work});
    else
        print(std::move(pdf), wanted.work);
}

void Workers::print(std::string pdf, int work) {
    if (!m_site.printer) {
        m_inbox.post(PrintFailed{Error::Kind::NoDevice, work});
        return;
    }
    m_courier.give(courier_job(
        PrintJob{*m_site.printer, std::move(pdf)},
        printing_time,
        m_inbox,
        [work] { return Printed{work}; },
        [work](Error::Kind why) {
            return PrintFailed{why, work};
        }
    ));
}

/// Laying out takes a moment: elsewhere, like the sheet.
void Workers::on(const visit::please::PrintWays& wanted, const Scene& scene) {
    m_ways_maker = std::jthread([this,
                                 work = wanted.work,
                                 ways = ways_of(m_site, scene.visit),
                                 words = scene.stock.words_in(scene.visit.language)] {
        auto pdf = deliver::make_ways(ways, words);
        if (pdf)
            return print(std::move(*pdf), work);
        std::fprintf(stderr, "guichet: other ways: %s\n", pdf.error().detail.c_str());
        m_inbox.post(PrintFailed{pdf.error().kind, work});
    });
}

void Workers::on(const visit::please::Save& wanted, const Scene& scene) {
    const int work = wanted.work;
    const auto pdf = sheet();
    if (pdf.empty() || m_site.save_folder.empty()) {
        m_inbox.post(SaveFailed{pdf.empty() ? Error::Kind::NotFound : Error::Kind::NoDevice, work});
        return;
    }
    m_courier.give(courier_job(
        SaveJob{m_site.save_folder / file_name(scene.visit), pdf},
        saving_time,
        m_inbox,
        [work] { return Saved{work}; },
        [work](Error::Kind why) {
            return SaveFailed{why, work};
        }
    ));
}

} // namespace guichet::app
