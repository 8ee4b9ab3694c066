// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/child/courier.hpp"

#include "app/child/courier_line.hpp"
#include "app/child/hardening.hpp"
#include "app/child/process.hpp"
#include "app/protocol/protocol.hpp"
#include "base/files.hpp"
#include "deliver/printer.hpp"

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <stop_token>
#include <thread>

#include <unistd.h>

namespace guichet::app {

namespace {

/// How long a courier outlives its visit to tell the hub that a call is over.
constexpr std::chrono::seconds last_words{3};

/// And how long to print what its person asked for; then it is taken out of the queue.
constexpr std::chrono::seconds last_pages{20};
/// That takes a moment, with a print server that does not answer for ever.
constexpr std::chrono::seconds taking_back{3};

/// Printing waits for paper; a call for somebody must not wait for printing.
Result<void> carry_out(const PrintJob& work, const std::stop_token& given_up) {
    return deliver::print_pdf(work.printer, work.pdf, [&] { return given_up.stop_requested(); });
}

Result<void> carry_out(const SaveJob& work, const std::stop_token&) {
    std::error_code error;
    if (!std::filesystem::is_directory(work.file.parent_path(), error))
        return fail(Error::Kind::NoDevice, "the folder for saving is not there");
    return write_file(work.file, work.pdf);
}

class Counter {
public:
    explicit Counter(Channel& channel) : m_channel(channel) {}

    void take(const Packet& packet) {
        if (m_line.take(packet))
            return;
        const int job = job_of(packet);
        auto work = to_courier_job(packet);
        if (!work)
            answer(job, {fail(work.error().kind, work.error().detail)});
        else
            begin(job, std::move(*work));
    }

    void leave() {
        m_line.finish(last_words);
        if (are_done_within(last_pages))
            return;
        m_given_up.request_stop();
        are_done_within(taking_back);
    }

private:
    Channel& m_channel;
    std::mutex m_guard{};
    std::condition_variable m_done{};
    int m_works{0}; ///< under way
    std::stop_source m_given_up{};
    CourierLine m_line{[this](const Packet& packet) { send(packet); }};

    void begin(int job, CourierJob work) {
        {
            const std::lock_guard lock(m_guard);
            ++m_works;
        }
        std::thread([this, job, mine = std::move(work)] {
            serve(job, mine);
            const std::lock_guard lock(m_guard);
            --m_works;
            m_done.notify_all();
        }).detach();
    }

    bool are_done_within(std::chrono::seconds most) {
        std::unique_lock lock(m_guard);
        return m_done.wait_for(lock, most, [this] { return m_works == 0; });
    }

    void serve(int job, const CourierJob& work) {
        const auto given_up = m_given_up.get_token();
        auto outcome =
            std::visit([&](const auto& each) { return carry_out(each, given_up); }, work);
        if (!outcome)
            std::fprintf(stderr, "guichet courier: %s\n", outcome.error().detail.c_str());
        answer(job, {std::move(outcome)});
    }

    void answer(int job, const CourierSays& news) { send(to_packet(job, news)); }

    void send(const Packet& packet) {
        const std::lock_guard lock(m_guard);
        m_channel.send(packet);
    }
};

} // namespace

int run_courier() {
    // Not tied to its visit by a signal: the end of the channel tells, and leaves time for a last
    // word to the hub.
    if (!has_parent()) {
        std::fputs("guichet courier: is started by a visit, not by hand\n", stderr);
        return 2;
    }
    harden();
    Channel channel(channel_descriptor);
    Counter counter(channel);
    for (auto packet = channel.receive(std::nullopt); packet;
         packet = channel.receive(std::nullopt))
        counter.take(*packet);
    counter.leave();
    ::_exit(0); // and what a print server keeps waiting goes with it
}

} // namespace guichet::app
