#include "app/courier.hpp"

#include "app/hardening.hpp"
#include "app/process.hpp"
#include "app/protocol.hpp"
#include "base/files.hpp"
#include "deliver/printer.hpp"

#include <cstdio>
#include <mutex>
#include <thread>

#include <unistd.h>

namespace guichet::app {

namespace {

/// Printing waits for paper; a call for somebody must not wait for printing.
Result<void> carry_out(const PrintJob& work) {
    return deliver::print_pdf(work.printer, work.pdf, [] { return false; });
}

Result<void> carry_out(const SaveJob& work) {
    std::error_code error;
    if (!std::filesystem::is_directory(work.file.parent_path(), error))
        return fail(Error::Kind::NoDevice, "the folder for saving is not there");
    return write_file(work.file, work.pdf);
}

/// There is no hub yet to be reached: true, and said at once.
Result<void> carry_out(const CallJob&) {
    return fail(Error::Kind::Unreachable, "this kiosk has no hub");
}

class Counter {
public:
    explicit Counter(Channel& channel) : m_channel(channel) {}

    void serve(int job, const CourierJob& work) {
        auto outcome = std::visit([](const auto& each) { return carry_out(each); }, work);
        if (!outcome)
            std::fprintf(stderr, "guichet courier: %s\n", outcome.error().detail.c_str());
        answer(job, {std::move(outcome)});
    }

    void answer(int job, const CourierSays& news) {
        const std::lock_guard lock(m_guard);
        m_channel.send(to_packet(job, news));
    }

private:
    Channel& m_channel;
    std::mutex m_guard{};
};

} // namespace

int run_courier() {
    if (!tie_to_parent()) {
        std::fputs("guichet courier: is started by a visit, not by hand\n", stderr);
        return 2;
    }
    harden();
    Channel channel(channel_descriptor);
    Counter counter(channel);
    for (;;) {
        auto packet = channel.receive(std::nullopt);
        if (!packet)
            ::_exit(0); // the visit is gone, and with it the threads' work
        const int job = job_of(*packet);
        auto work = to_courier_job(*packet);
        if (!work)
            counter.answer(job, {fail(work.error().kind, work.error().detail)});
        else
            std::thread([&counter, job, mine = std::move(*work)] { counter.serve(job, mine); }
            ).detach();
    }
}

} // namespace guichet::app
