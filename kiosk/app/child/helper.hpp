// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/child/process.hpp"
#include "base/channel.hpp"
#include "base/clock.hpp"
#include "base/result.hpp"

#include <atomic>
#include <chrono>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace guichet::app {

/// One piece of work for a child process. Both functions are called on the helper's own thread.
struct Job {
    /// The packet to send, given the job's number.
    std::function<Packet(int)> packet;
    /// The longest there is: as long as the child lives.
    std::chrono::milliseconds patience{};
    std::chrono::milliseconds patience_again{}; ///< counted from an answer Again

    enum class Answer { Last, More, Again };
    /// Takes a packet of the child about this job. An error makes the child untrustworthy: it is
    /// replaced and the job fails with it.
    std::function<Result<Answer>(const Packet&)> said;
    /// The job will never be done: TimedOut, Crashed (also: cannot be started) or what `said` gave.
    std::function<void(Error::Kind)> failed;
};

/// A child process kept at hand: started when it has work, killed and replaced when it is late,
/// gone or talks nonsense. Several jobs may be under way.
class Helper {
public:
    /// What becomes of the child when this object goes.
    enum class AtEnd {
        Kill,
        LetGo, ///< it ends by itself when its channel is closed, after what it still has to say
    };
    explicit Helper(Command command, AtEnd at_end = AtEnd::Kill);
    ~Helper(); ///< what was added leaves first; jobs under way are forgotten without a word
    Helper(const Helper&) = delete;
    Helper& operator=(const Helper&) = delete;

    /// Starts the child before there is work.
    void warm();
    /// Returns the job's number.
    int give(Job job);
    /// One more packet about a job under way; nothing when it is over.
    void add(int job, Packet packet);
    /// Forgets a job; the child is asked to end, so that a scanner is let go, and replaced.
    void stop(int job);

    /// The child's process id, for tests and figures; 0 when there is none.
    pid_t pid() const { return m_pid; }

private:
    struct Work {
        Job job;
        Instant late;
        bool sent{false};
    };
    struct Leaving {
        Child child;
        Instant killed;
    };
    /// What other threads ask for.
    struct Orders {
        std::list<std::pair<int, Job>> jobs{};
        std::list<std::pair<int, Packet>> more{};
        std::list<int> stops{};
        bool warm{false};
        bool over{false};
    };

    void live();
    bool obey(); ///< false when it is over
    void keep_child();
    void send_jobs();
    void wait();
    void hear();
    void take(const Packet& packet);
    void kill_late();
    void send_more(int number, const Packet& packet);
    void stop_now(int number);
    void replace(Error::Kind why, std::optional<int> culprit);
    void set_child(std::optional<Child> child);
    void note_end();
    void ring() const;

    Command m_command;
    AtEnd m_at_end;
    int m_bell; ///< eventfd: there are orders
    std::atomic<pid_t> m_pid{0};

    std::mutex m_guard; ///< of m_orders and m_last
    Orders m_orders{};
    int m_last{0};

    // The thread's own.
    std::optional<Child> m_child{};
    std::list<Leaving> m_leaving{};
    std::map<int, Work> m_jobs{};
    bool m_wanted{false};
    Instant m_started{};
    int m_early_ends{0};    ///< in a row
    Instant m_not_before{}; ///< when a child may be started

    std::thread m_thread; ///< last: it uses all the others
};

} // namespace guichet::app
