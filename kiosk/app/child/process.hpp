// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/channel.hpp"
#include "base/result.hpp"

#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace guichet::app {

/// Program and arguments.
using Command = std::vector<std::string>;

/// Where a child finds its end of the channel to its parent.
inline constexpr int channel_descriptor = 3;

/// This very program with other arguments.
Command ourselves(std::vector<std::string> arguments);

/// How a child ended.
struct Exit {
    int code{};   ///< exit status; 0 when a signal ended it
    int signal{}; ///< 0 when it ended by itself

    bool operator==(const Exit&) const = default;
};

/// A child process and the channel to it. It never outlives this object: kill -9, then reaped.
class Child {
public:
    /// Starts it with nothing but stderr, stdout and the channel on `channel_descriptor`.
    /// NotFound when the program is not there. The thread that calls must live as long as the
    /// child (PR_SET_PDEATHSIG follows threads).
    static Result<Child> start(const Command& command);

    ~Child();
    Child(Child&& other) noexcept;
    Child& operator=(Child&& other) noexcept;
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    Channel& channel() { return m_channel; }
    pid_t pid() const { return m_pid; }

    void ask_to_end() const; ///< SIGTERM
    void kill();             ///< SIGKILL, and waits for it
    /// It lives on by itself, its channel closed: it must end when it notices.
    void let_go();

    /// How it ended, if it has. Does not wait.
    std::optional<Exit> ended();

private:
    Child(pid_t pid, Channel channel);

    pid_t m_pid;
    Channel m_channel;
    std::optional<Exit> m_exit{};
};

/// Whether `channel_descriptor` is a channel: false when somebody typed the command by hand.
bool has_parent();

/// In a child: ends this process when the one that started it ends. False when it is gone already
/// or `channel_descriptor` is no channel (somebody typed the command by hand).
bool tie_to_parent();

} // namespace guichet::app
