// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace guichet::app {

/// A visit's end of the channel to its keeper. When the keeper is gone, so is this process.
class KeeperLine {
public:
    /// `wake` is called, on another thread, when something was said.
    explicit KeeperLine(std::function<void()> wake);

    void say_ready();
    void say_shown();
    bool wants_show() const;
    /// Answers the keeper's ping, if there was one. Only from the loop that serves the person: a
    /// loop that stands still must not answer.
    void answer_ping();

private:
    struct Line;
    std::shared_ptr<Line> m_line; ///< shared with the thread that listens
};

} // namespace guichet::app
