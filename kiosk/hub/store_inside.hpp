// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/answer_watch.hpp"
#include "hub/store.hpp"

#include <memory>
#include <mutex>
#include <string>
#include <type_traits>
#include <utility>

#include <soci/soci.h>

namespace guichet::hub {

/// What no module but this one's store files sees.
struct Store::Inside {
    soci::session sql{};
    WallClock clock;
    bool is_sqlite{};
    bool is_lost{};     ///< the server went away
    Instant next_try{}; ///< to come back: who waits for a silent server serves nobody meanwhile
    std::unique_ptr<AnswerWatch> watch{}; ///< of a server
    std::mutex guard{};

    explicit Inside(WallClock wall) : clock(std::move(wall)) {}

    /// Runs statements alone, and turns what they throw into an Error. Once more when the server
    /// had gone away and is back: a change that was kept, its answer lost, is found made.
    template <typename Work>
    auto run(Work work) -> Result<std::invoke_result_t<Work>> {
        const std::lock_guard lock(guard);
        auto done = attempt(work);
        if (!done && come_back())
            done = attempt(work);
        return done;
    }

    template <typename Work>
    auto attempt(Work& work) -> Result<std::invoke_result_t<Work>> {
        const AwaitedAnswer awaited(watch.get(), watch ? socket() : -1);
        try {
            if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
                work();
                return {};
            } else {
                return work();
            }
        } catch (const soci::soci_error& error) {
            return tl::unexpected(explain(error));
        }
    }

    /// The open ones of a kiosk that is no more.
    void end_calls(const std::string& kiosk);
    /// Of the connection to a server; below 0: there is none.
    int socket();
    /// Of the server, when it is another than ours.
    void take_time();
    Error explain(const soci::soci_error& error);
    /// Connects again to a server that went away. False: it had not, or is not back.
    bool come_back();
};

/// Lists are kept as lines.
std::string join_lines(const std::vector<std::string>& lines);
std::vector<std::string> split_lines(const std::string& text);

} // namespace guichet::hub
