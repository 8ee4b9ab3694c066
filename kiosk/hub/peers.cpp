// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/peers.hpp"

#include "hub/answer_watch.hpp"
#include "hub/log.hpp"
#include "hub/postgres_url.hpp"

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include <libpq-fe.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace guichet::hub {
namespace {

constexpr std::size_t longest = 7000; ///< PostgreSQL allows under 8,000 bytes
constexpr std::size_t most_waiting = 10000;
constexpr int look_every_ms = 1000;
/// A peer that was killed may have kept a call and told nobody.
constexpr std::chrono::seconds read_every{2};

struct CloseConnection {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, ClearResult>;

} // namespace

struct Peers::Inside {
    std::unique_ptr<PGconn, CloseConnection> connection{};
    Hear hear{};
    mutable AnswerWatch watch{answer_patience};
    std::mutex guard{};
    std::vector<std::string> waiting{};
    std::atomic<bool> over{};
    int bell{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    std::thread thread{};

    Inside() = default;
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
    ~Inside() { ::close(bell); }

    bool listen() const {
        const AwaitedAnswer awaited(&watch, PQsocket(connection.get()));
        const Answer answer(PQexec(connection.get(), "LISTEN guichet"));
        return PQresultStatus(answer.get()) == PGRES_COMMAND_OK;
    }
    void ring() const {
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = ::write(bell, &one, sizeof one);
    }
    void wait() const;
    void come_back() const;
    void send_waiting();
    void take_news() const;
    void run();
};

void Peers::Inside::wait() const {
    std::array<pollfd, 2> watched{{{PQsocket(connection.get()), POLLIN, 0}, {bell, POLLIN, 0}}};
    ::poll(watched.data(), watched.size(), look_every_ms);
    std::uint64_t rung = 0;
    [[maybe_unused]] const auto got = ::read(bell, &rung, sizeof rung);
}

/// Several in one, as a JSON list.
void Peers::Inside::send_waiting() {
    std::vector<std::string> texts;
    {
        const std::lock_guard lock(guard);
        texts.swap(waiting);
    }
    for (std::size_t at = 0; at < texts.size();) {
        std::string list = "[" + texts[at++];
        while (at < texts.size() && list.size() + texts[at].size() < longest)
            list += "," + texts[at++];
        list += "]";
        const std::array<const char*, 1> values{list.c_str()};
        const AwaitedAnswer awaited(&watch, PQsocket(connection.get()));
        const Answer answer(PQexecParams(
            connection.get(),
            "SELECT pg_notify('guichet', $1)",
            1,
            nullptr,
            values.data(),
            nullptr,
            nullptr,
            0
        ));
        if (PQresultStatus(answer.get()) != PGRES_TUPLES_OK)
            return; // the connection is gone; the others read anew by themselves
    }
}

void Peers::Inside::take_news() const {
    PQconsumeInput(connection.get());
    while (auto* news = PQnotifies(connection.get())) {
        if (news->be_pid != PQbackendPID(connection.get()))
            hear.one(news->extra);
        PQfreemem(news);
    }
}

void Peers::Inside::come_back() const {
    log_event("database-lost");
    while (!over) {
        PQreset(connection.get());
        if (PQstatus(connection.get()) == CONNECTION_OK && listen())
            break;
        std::this_thread::sleep_for(std::chrono::milliseconds(500));
    }
    if (over)
        return;
    log_event("database-back");
    hear.again();
}

void Peers::Inside::run() {
    auto read = std::chrono::steady_clock::now();
    while (!over) {
        wait();
        if (over)
            return;
        send_waiting();
        take_news();
        if (PQstatus(connection.get()) != CONNECTION_OK)
            come_back();
        if (std::chrono::steady_clock::now() - read < read_every)
            continue;
        hear.again();
        read = std::chrono::steady_clock::now();
    }
}

Peers::Peers(std::unique_ptr<Inside> inside) : m_inside(std::move(inside)) {}

Peers::~Peers() {
    m_inside->over = true;
    m_inside->ring();
    m_inside->thread.join();
}

Result<std::unique_ptr<Peers>> Peers::connect(const std::string& url, Hear hear) {
    auto inside = std::make_unique<Inside>();
    inside->connection.reset(PQconnectdb(with_patience(url).c_str()));
    inside->hear = std::move(hear);
    if (PQstatus(inside->connection.get()) != CONNECTION_OK || !inside->listen())
        return fail(Error::Kind::Unreachable, "PostgreSQL does not let this hub listen");
    inside->thread = std::thread([running = inside.get()] { running->run(); });
    return std::unique_ptr<Peers>(new Peers(std::move(inside)));
}

void Peers::tell(std::string json) {
    {
        const std::lock_guard lock(m_inside->guard);
        if (json.size() > longest || m_inside->waiting.size() >= most_waiting)
            return;
        m_inside->waiting.push_back(std::move(json));
    }
    m_inside->ring();
}

} // namespace guichet::hub
