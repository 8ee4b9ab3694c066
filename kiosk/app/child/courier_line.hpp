// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/calls/hub_line.hpp"
#include "app/protocol/protocol_line.hpp"

#include <chrono>
#include <functional>
#include <memory>

namespace guichet::app {

/// A courier's part in calls: holds the line to the hub for its visit and passes on, both ways,
/// what is said.
class CourierLine {
public:
    /// `send`: to the visit; called from any thread.
    explicit CourierLine(std::function<void(const Packet&)> send) : m_send(std::move(send)) {}

    /// False: the packet is about something else.
    bool take(const Packet& packet);
    /// The visit is gone: what is still to be told has that long to leave.
    void finish(std::chrono::milliseconds patience);

private:
    std::function<void(const Packet&)> m_send;
    int m_job{};
    std::unique_ptr<HubLine> m_line{};

    void open(int job, const LineJob& work);
};

} // namespace guichet::app
