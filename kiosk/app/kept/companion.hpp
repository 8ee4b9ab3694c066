// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/child/process.hpp"
#include "base/clock.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace guichet::app {

/// A program that is kept running beside the visits and told nothing. Started again when it ends,
/// after a pause that grows while it ends soon.
class Companion {
public:
    /// `name`: what the log calls it.
    Companion(Command command, std::string name);
    ~Companion(); ///< asks it to end, and insists after two seconds
    Companion(const Companion&) = delete;
    Companion& operator=(const Companion&) = delete;

    /// To be called at each turn, and when a child has ended.
    void keep(Instant now);
    /// When keep() has something to do; the end of time while it runs.
    Instant next_start() const { return m_child ? Instant::max() : m_next; }

private:
    Command m_command;
    std::string m_name;
    std::optional<Child> m_child{};
    Instant m_started{};
    Instant m_next{};
    std::chrono::milliseconds m_pause{0};

    void bury(Instant now);
};

} // namespace guichet::app
