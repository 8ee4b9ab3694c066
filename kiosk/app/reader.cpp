#include "app/reader.hpp"

#include "app/confine.hpp"
#include "app/hardening.hpp"
#include "app/pictures.hpp"
#include "app/process.hpp"
#include "app/protocol.hpp"
#include "base/clock.hpp"
#include "base/files.hpp"
#include "scan/read.hpp"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <string_view>

#include <unistd.h>

namespace guichet::app {

namespace {

using visit::happened::ScanFailed;
using visit::happened::ScanRead;
using visit::happened::ScanShows;
using visit::happened::ScanStage;

constexpr int preview_side = 1000;

std::atomic<bool> scanning{false};
std::atomic<bool> told_to_end{false};

/// In the middle of a page the scanner has to be let go first; at any other moment nothing is lost.
void on_end(int) {
    told_to_end = true;
    if (!scanning)
        ::_exit(0);
}

/// SANE names network devices by these back ends.
bool is_on_network(const scan::Scanner& scanner) {
    return scanner.kind == scan::Scanner::Kind::Sane &&
           std::ranges::any_of(
               std::initializer_list<std::string_view>{"net:", "airscan:", "escl:", "epsonds:net"},
               [&](auto prefix) { return scanner.device.starts_with(prefix); }
           );
}

/// As the kind that is expected first. A paper that says nothing so may be one of another kind:
/// the person is told, in what is left of the time.
Result<scan::Examination> examine_as_expected(
    const std::vector<scan::Page>& pages,
    const std::vector<scan::Kind>& kinds,
    scan::Options options
) {
    const auto start = now();
    auto examination = scan::examine(pages, kinds, options);
    options.patience -= now() - start;
    const bool nothing = examination && examination->fields.empty();
    if (!nothing || options.kind.empty() || options.patience.count() <= 0)
        return examination;
    options.kind.clear();
    auto again = scan::examine(pages, kinds, options);
    return again && !again->kind.empty() ? again : examination;
}

Result<procedure::Reading>
read(const ReadJob& work, const std::vector<scan::Kind>& kinds, const auto& tell) {
    tell(ScanStage{procedure::ReadingStage::Opening});
    scanning = true;
    auto pages = scan::acquire(work.scanner, {}, [] { return told_to_end.load(); });
    scanning = false;
    if (told_to_end)
        ::_exit(0);
    if (!pages)
        return tl::unexpected(pages.error());
    if (!pages->empty())
        tell(ScanShows{shrink(pages->front().picture, preview_side)});
    scan::Options options;
    options.kind = work.kinds.size() == 1 ? work.kinds.front() : "";
    options.stage = [&](auto stage) { tell(ScanStage{stage}); };
    return examine_as_expected(*pages, kinds, options).map([&](const auto& examination) {
        return shrink(scan::to_reading(examination, kinds));
    });
}

/// False when the visit is gone.
bool serve(Channel& channel, const std::vector<scan::Kind>& kinds, bool& confined) {
    const auto packet = channel.receive(std::nullopt);
    if (!packet)
        return false;
    const int job = job_of(*packet);
    const auto tell = [&](const ReaderSays& news) { channel.send(to_packet(job, news)); };
    const auto work = to_read_job(*packet);
    if (!work) {
        tell(ScanFailed{work.error().kind});
        return true;
    }
    if (!confined) // the first job says whether the scanner is on the network
        confine(is_on_network(work->scanner) ? Network::Allowed : Network::Forbidden, 4);
    confined = true;
    auto reading = read(*work, kinds, tell);
    if (reading) {
        tell(ScanRead{std::move(*reading)});
        return true;
    }
    std::fprintf(stderr, "guichet reader: %s\n", reading.error().detail.c_str());
    tell(ScanFailed{reading.error().kind});
    return true;
}

} // namespace

int run_reader() {
    if (!tie_to_parent()) {
        std::fputs("guichet reader: is started by a visit, not by hand\n", stderr);
        return 2;
    }
    harden();
    std::signal(SIGTERM, on_end);
    const auto kinds = scan::load_kinds(data_folder() / "forms" / "documents");
    if (!kinds) {
        std::fprintf(stderr, "guichet reader: %s\n", kinds.error().detail.c_str());
        return 2;
    }
    Channel channel(channel_descriptor);
    bool confined = false;
    while (serve(channel, *kinds, confined)) {
    }
    return 0;
}

} // namespace guichet::app
