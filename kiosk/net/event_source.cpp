// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/event_source.hpp"

#include "base/clock.hpp"
#include "net/backoff.hpp"
#include "net/curl.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <optional>
#include <random>
#include <thread>
#include <utility>

namespace guichet::net {
namespace {

using namespace std::chrono_literals;

constexpr int refused_failures = 10;
/// How often silence is looked at.
constexpr std::chrono::milliseconds look_every{1s};

struct CloseMulti {
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};

} // namespace

struct EventSource::Inside {
    Endpoint endpoint;
    std::string path;
    Tell tell;
    std::vector<std::string> headers;
    std::chrono::milliseconds patience;
    std::unique_ptr<CURLM, CloseMulti> multi{curl_multi_init()};
    std::atomic<bool> over{};
    std::atomic<bool> anew{};
    Instant heard{}; ///< the last byte
    std::optional<Line> line{};
    EventParser parser{};
    CURL* current{};
    int failures{};
    std::minstd_rand random{std::random_device{}()};
    std::thread thread{};

    void say(Line is) {
        if (std::exchange(line, is) != is)
            tell.line(is);
    }
    bool is_silent() const { return now() - heard >= patience; }

    /// Runs one connection until it ends; the status it was answered with, 0: none.
    long connect();
    void wait(std::chrono::milliseconds pause) const;
    void run();
    static std::size_t take(const char* bytes, std::size_t, std::size_t count, void* into);
};

std::size_t
EventSource::Inside::take(const char* bytes, std::size_t, std::size_t count, void* into) {
    auto& self = *static_cast<Inside*>(into);
    self.heard = now();
    long status = 0;
    curl_easy_getinfo(self.current, CURLINFO_RESPONSE_CODE, &status);
    if (status != 200)
        return count; // the refusal's words
    self.failures = 0;
    self.say(Line::Open);
    return self.parser.feed({bytes, count}, self.tell.event) ? count : 0;
}

long EventSource::Inside::connect() {
    const auto easy = make_easy();
    HeaderList list;
    for (const auto& each : headers)
        add_header(list, each);
    add_header(list, "Accept: text/event-stream");
    aim(easy.get(), endpoint, path, list);
    curl_easy_setopt(easy.get(), CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(easy.get(), CURLOPT_WRITEDATA, this);
    current = easy.get();
    parser = {};
    heard = now();
    anew = false;
    const auto look = static_cast<int>(std::min(look_every, patience).count());
    curl_multi_add_handle(multi.get(), easy.get());
    int running = 1;
    while (running != 0 && !over && !anew && !is_silent()) {
        curl_multi_perform(multi.get(), &running);
        if (running != 0)
            curl_multi_poll(multi.get(), nullptr, 0, look, nullptr);
    }
    long status = 0;
    curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
    curl_multi_remove_handle(multi.get(), easy.get());
    return status;
}

void EventSource::Inside::wait(std::chrono::milliseconds pause) const {
    const auto until = now() + pause;
    while (!over && !anew) {
        const auto left = until - now();
        if (left <= 0ms)
            return;
        curl_multi_poll(multi.get(), nullptr, 0, static_cast<int>(left.count()), nullptr);
    }
}

void EventSource::Inside::run() {
    while (!over) {
        const auto status = connect();
        if (over)
            return;
        if (anew)
            continue;
        const bool refused = status >= 400 && status < 500;
        say(refused ? Line::Refused : Line::Cut);
        failures = refused ? refused_failures : failures + 1;
        wait(pause_after(failures, std::uniform_real_distribution<>{}(random)));
    }
}

EventSource::EventSource(
    Endpoint endpoint,
    std::string path,
    Tell tell,
    std::vector<std::string> headers,
    std::chrono::milliseconds patience
)
    : m_inside(std::make_unique<Inside>()) {
    (void)make_easy(); // curl is ready before a thread uses it
    m_inside->endpoint = std::move(endpoint);
    m_inside->path = std::move(path);
    m_inside->tell = std::move(tell);
    m_inside->headers = std::move(headers);
    m_inside->patience = patience;
    m_inside->thread = std::thread([inside = m_inside.get()] { inside->run(); });
}

EventSource::~EventSource() {
    m_inside->over = true;
    curl_multi_wakeup(m_inside->multi.get());
    m_inside->thread.join();
}

void EventSource::again() {
    m_inside->anew = true;
    curl_multi_wakeup(m_inside->multi.get());
}

} // namespace guichet::net
