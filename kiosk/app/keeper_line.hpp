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

private:
    struct Line;
    std::shared_ptr<Line> m_line; ///< shared with the thread that listens
};

} // namespace guichet::app
