// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

#include <sane/sane.h>

namespace guichet::scan {

/// The calls that may take long. Between two of them we notice ourselves that the person gave up; a
/// device that keeps us inside one is told from another thread (sane_cancel may be called at any
/// time and from anywhere: SANE standard 4.3.10).
class SaneCalls {
public:
    SaneCalls(SANE_Handle handle, const std::function<bool()>& cancelled)
        : m_handle(handle), m_cancelled(cancelled) {
        if (m_cancelled)
            m_watcher = std::jthread([this](const std::stop_token& end) { watch(end); });
    }

    bool cancelled() const { return m_told || (m_cancelled && m_cancelled()); }

    SANE_Status start() {
        return inside([this] { return sane_start(m_handle); });
    }
    SANE_Status read(SANE_Byte* data, SANE_Int most, SANE_Int& length) {
        return inside([&] { return sane_read(m_handle, data, most, &length); });
    }
    SANE_Status parameters(SANE_Parameters& frame) const {
        return sane_get_parameters(m_handle, &frame);
    }

private:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds long_call{400};

    SANE_Status inside(const auto& call) {
        m_since = Clock::now();
        const SANE_Status status = call();
        m_since = Clock::time_point::max();
        return status;
    }

    void watch(const std::stop_token& end) {
        while (!end.stop_requested() && !m_told) {
            const auto since = m_since.load();
            if (m_cancelled() && since < Clock::time_point::max() &&
                Clock::now() - since > long_call) {
                m_told = true;
                sane_cancel(m_handle);
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }

    SANE_Handle m_handle;
    const std::function<bool()>& m_cancelled;
    std::atomic<Clock::time_point> m_since{Clock::time_point::max()};
    std::atomic<bool> m_told{false};
    std::jthread m_watcher{}; ///< last: it uses all the others
};

} // namespace guichet::scan
