// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/child/process.hpp"
#include "app/kept/companion.hpp"
#include "base/clock.hpp"

#include <chrono>
#include <optional>
#include <vector>

namespace guichet::app {

/// Keeps one visit on the screen and the next one ready behind it, and replaces one that crashed or
/// hangs. It learns nothing about anybody: only that a visit is ready, is shown, answers, has
/// ended.
class Keeper {
public:
    /// `visit` starts a hidden visit (with `--kept`), the first with `--opening`. One whose loop
    /// leaves a ping unanswered for `silence` is killed, whatever its other threads do.
    explicit Keeper(Command visit, std::chrono::milliseconds silence = std::chrono::seconds{5});
    /// Beside the visits: the kiosk's own hub. To be called before run().
    void keep_hub(Command hub);
    ~Keeper();
    Keeper(const Keeper&) = delete;
    Keeper& operator=(const Keeper&) = delete;

    /// Until SIGTERM or SIGINT (0), or the very first visit says that it cannot start (its status).
    int run();

private:
    struct Kept {
        Child child;
        Instant started;
        Instant next_ping{};             ///< once it is ready
        std::optional<Instant> pinged{}; ///< not answered yet
        bool ready{false};
        bool shown{false};
    };

    bool first_one_refused() const { return m_refused.has_value(); }
    void show_one();
    void start_one();
    bool may_start() const;
    void wait();
    void hear(Kept& kept);
    void take(Kept& kept, const Packet& packet);
    void ping();
    void kill_silent();
    Instant silent(const Kept& kept) const;
    void bury();
    void count(const Kept& kept, const Exit& exit);
    std::optional<std::chrono::milliseconds> patience() const;

    Command m_command;
    std::chrono::milliseconds m_silence;
    int m_signals;
    std::vector<Kept> m_visits{};
    std::optional<Companion> m_hub{};
    Instant m_next_start{};
    std::chrono::milliseconds m_pause{0}; ///< grows while visits die at once
    bool m_any_ready{false};              ///< ever
    std::optional<int> m_refused{};
    bool m_over{false};
};

} // namespace guichet::app
