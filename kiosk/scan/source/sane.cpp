// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/source/sane.hpp"

#include "scan/pix.hpp"
#include "scan/source/packed.hpp"
#include "scan/source/sane_calls.hpp"
#include "scan/source/sane_device.hpp"
#include "scan/source/sane_sheet.hpp"

#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <thread>
#include <utility>

#include <pthread.h>

// Back ends that read in a thread of their own let it be cancelled at any instruction, also while
// it holds a lock of the C library: then nothing that needs the lock comes back any more, up to the
// program's own end. Of two definitions a library finds that of the program: this one leaves each
// thread cancelled where it waits, as POSIX has it by default.
extern "C" int pthread_setcanceltype(int /*type*/, int* oldtype) {
    if (oldtype != nullptr)
        *oldtype = PTHREAD_CANCEL_DEFERRED;
    return 0;
}

namespace guichet::scan {

namespace {

using namespace std::chrono_literals;

constexpr auto longest_ending = 3s;

std::atomic<bool> stuck{false};

struct Opened {
    SaneSession session{};
    SaneDevice device{};
};

/// Stops the device and lets it go; no longer than a person would wait for an answer.
void let_go(std::unique_ptr<Opened> opened) {
    std::packaged_task<void()> ending([opened = std::move(opened)]() mutable {
        if (opened->device)
            sane_cancel(opened->device.get());
        opened->device.reset();
        opened.reset();
    });
    auto ended = ending.get_future();
    std::thread(std::move(ending)).detach();
    if (ended.wait_for(longest_ending) != std::future_status::ready)
        stuck = true;
}

Result<PagesPtr> scan_sheets(
    SANE_Handle handle,
    const Scanner& scanner,
    const Limits& limits,
    const std::function<bool()>& cancelled
) {
    const double dpi = configure(handle, scanner);
    const int most = feeds(handle, scanner) ? limits.pages : 1;
    SaneCalls calls(handle, cancelled);
    auto pages = std::make_unique<PackedPages>();
    while (pages->count() < most) {
        auto page = scan_sheet(calls, dpi, limits);
        if (calls.cancelled())
            return fail(Error::Kind::Cancelled, "cancelled while scanning");
        if (!page && page.error().kind == Error::Kind::OutOfPaper && pages->count() > 0)
            break; // the feeder's last sheet was read
        if (!page)
            return tl::unexpected(page.error());
        pages->add(std::move(*page));
    }
    return pages;
}

} // namespace

bool scanner_is_stuck() {
    return stuck;
}

Result<PagesPtr> scan_with_sane(
    const Scanner& scanner, const Limits& limits, const std::function<bool()>& cancelled
) {
    if (stuck)
        return fail(Error::Kind::Unreachable, "the scanner never came back");
    const Quiet quiet;
    auto opened = std::make_unique<Opened>();
    if (opened->session.status != SANE_STATUS_GOOD)
        return tl::unexpected(failure(opened->session.status, "init"));
    auto device = open_sane(scanner.device);
    if (!device)
        return tl::unexpected(device.error());
    opened->device = std::move(*device);
    auto pages = scan_sheets(opened->device.get(), scanner, limits, cancelled);
    let_go(std::move(opened));
    return pages;
}

} // namespace guichet::scan
