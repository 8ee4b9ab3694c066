// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/child/reader.hpp"

#include "app/child/enclosure.hpp"
#include "app/child/hardening.hpp"
#include "app/child/originals.hpp"
#include "app/child/process.hpp"
#include "app/child/reader_camera.hpp"
#include "app/child/sheet_corners.hpp"
#include "app/protocol/protocol.hpp"
#include "app/screen/pictures.hpp"
#include "base/clock.hpp"
#include "base/files.hpp"
#include "scan/codes/certificates.hpp"
#include "scan/pix.hpp"
#include "scan/read.hpp"
#include "scan/source/sane.hpp"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <memory>
#include <string_view>
#include <utility>

#include <unistd.h>

namespace guichet::app {

namespace {

using visit::happened::ScanFailed;
using visit::happened::ScanRead;
using visit::happened::ScanShows;
using visit::happened::ScanStage;

constexpr int preview_side = 1000;
/// DESIGN.md section 5 gives reading fifteen seconds; some of its work may use two cores.
constexpr unsigned reading_seconds = 30;
/// A camera works all the time it is looked through; the visit ends that.
constexpr unsigned looking_seconds = 3600;

std::atomic<bool> scanning{false};
std::atomic<bool> told_to_end{false};

/// In the middle of a page the scanner has to be let go first; at any other moment nothing is lost.
void on_end(int) {
    told_to_end = true;
    if (!scanning)
        ::_exit(0);
}

/// As the kind that is expected first. A paper that says nothing so may be one of another kind:
/// the person is told, in what is left of the time.
Result<scan::Examination> examine_as_expected(
    scan::Pages& pages, const std::vector<scan::Kind>& kinds, scan::Options options
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

/// What a reader keeps from job to job.
struct Kept {
    std::vector<scan::Kind> kinds{};
    std::shared_ptr<const scan::Certificates> certificates{};
    bool confined{false};
    Originals originals{};
};

std::shared_ptr<const scan::Certificates> load_certificates(const scan::Trust& trust) {
    auto loaded = scan::Certificates::load(trust);
    if (!loaded) {
        std::fprintf(stderr, "guichet reader: %s\n", loaded.error().detail.c_str());
        return nullptr;
    }
    for (const auto& file : loaded->refused())
        std::fprintf(stderr, "guichet reader: no certificate in %s\n", file.c_str());
    return std::make_shared<const scan::Certificates>(std::move(*loaded));
}

/// By the camera, which the person sees meanwhile, or at once by any other device.
Result<scan::PagesPtr> take(const ReadJob& work, const Live& live) {
    if (work.scanner.kind == scan::Scanner::Kind::Camera)
        return take_with_camera(work.scanner, live);
    return scan::take_pages(work.scanner, {}, live.cancelled);
}

/// Twenty pages at 1,400 pixels would weigh 110 MB in the visit.
int longest_side(const scan::Pages& pages) {
    return pages.count() <= 3 ? 1400 : 700;
}

/// A sheet lies on a scanner's glass as it should, and a page drawn by a program is one.
bool is_photo(const ReadJob& work, const scan::Pages& pages, const scan::Page& first) {
    return work.scanner.kind != scan::Scanner::Kind::Sane && pages.count() == 1 &&
           first.words.empty();
}

/// New pages into `originals`, and the first one to the visit.
Result<void> take_new(const ReadJob& work, Originals& originals, const Live& live) {
    originals.keep_photos_only();
    live.tell(ScanStage{procedure::ReadingStage::Opening});
    limit_work(looking_seconds);
    scanning = true;
    auto pages = take(work, live);
    scanning = false;
    if (told_to_end)
        ::_exit(0);
    if (!pages)
        return tl::unexpected(pages.error());
    limit_work(reading_seconds);
    const auto first = (*pages)->page(0);
    if (!first)
        return tl::unexpected(first.error());
    const bool photo = is_photo(work, **pages, *first);
    live.tell(ScanShows{.picture = shrink(first->picture, preview_side), .photo = photo});
    const PixelSize size{first->picture->width, first->picture->height};
    originals.keep(work.picture, {.pages = std::move(*pages), .size = size, .photo = photo});
    return {};
}

Result<ScanRead> read(const ReadJob& work, Kept& kept, const Live& live) {
    if (!work.corners)
        if (auto taken = take_new(work, kept.originals, live); !taken)
            return tl::unexpected(taken.error());
    const auto* original = kept.originals.find(work.picture);
    if (original == nullptr)
        return fail(Error::Kind::NotFound, "no picture to read again");
    limit_work(reading_seconds);
    scan::Options options;
    options.kind = work.kinds.size() == 1 ? work.kinds.front() : "";
    options.longest_side = longest_side(*original->pages);
    options.stage = [&](auto stage) { live.tell(ScanStage{stage}); };
    options.certificates = kept.certificates;
    if (work.corners)
        options.corners = to_pixels(*work.corners, original->size);
    auto examination = examine_as_expected(*original->pages, kept.kinds, options);
    if (!examination)
        return tl::unexpected(examination.error());
    ScanRead news{.reading = shrink(scan::to_reading(*examination, kept.kinds))};
    if (examination->corners)
        news.corners = to_parts(*examination->corners, original->size);
    return news;
}

/// False when the visit is gone.
bool serve(Channel& channel, Kept& kept) {
    const auto packet = channel.receive(std::nullopt);
    if (!packet)
        return false;
    const int job = job_of(*packet);
    const auto tell = [&](const ReaderSays& news) { channel.send(to_packet(job, news)); };
    const Live live{channel, job, tell, [] { return told_to_end.load(); }};
    const auto work = to_read_job(*packet);
    if (!work) {
        tell(ScanFailed{work.error().kind});
        return true;
    }
    if (!kept.confined) { // the first job says where the certificates and the scanner are
        kept.certificates = load_certificates(work->trust);
        enclose(work->scanner);
        kept.confined = true;
    }
    auto reading = read(*work, kept, live);
    if (reading) {
        tell(std::move(*reading));
        return true;
    }
    std::fprintf(stderr, "guichet reader: %s\n", reading.error().detail.c_str());
    tell(ScanFailed{reading.error().kind});
    return !scan::scanner_is_stuck(); // another process can use it again
}

} // namespace

int run_reader() {
    if (!tie_to_parent()) {
        std::fputs("guichet reader: is started by a visit, not by hand\n", stderr);
        return 2;
    }
    harden();
    std::signal(SIGTERM, on_end);
    auto kinds = scan::load_kinds(data_folder() / "forms" / "documents");
    if (!kinds) {
        std::fprintf(stderr, "guichet reader: %s\n", kinds.error().detail.c_str());
        return 2;
    }
    if (const auto& codes = scan::code_table(); !codes) {
        std::fprintf(stderr, "guichet reader: %s\n", codes.error().detail.c_str());
        return 2;
    }
    Channel channel(channel_descriptor);
    Kept kept{.kinds = std::move(*kinds)};
    while (serve(channel, kept))
        scan::give_back_memory();
    return 0;
}

} // namespace guichet::app
