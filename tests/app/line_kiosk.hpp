// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/calls/hub_line.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace guichet::app {

/// A kiosk with its rules and its line, and what the line said.
class LineKiosk {
public:
    explicit LineKiosk(std::uint16_t port)
        : m_line(
              {.url = "http://127.0.0.1:" + std::to_string(port), .key = "borne-1.borne-1-secret"},
              "programme",
              {.report =
                   [this](const std::string& id, const call::Report& what) { take(id, what); },
               .staff = [this](std::optional<call::Staff> staff) { note(staff); },
               .refused = [this](const call::Errand&, int status) { note_refusal(status); },
               .kept = [this](const call::Errand& errand) { note_told(errand); },
               .point = [](const call::PointNews&) {}}
          ) {}

    HubLine& line() { return m_line; }
    void press(const std::string& id) {
        call::Request request{.id = id, .place = "Poste 1"};
        {
            const std::lock_guard lock(m_guard);
            call::press(m_call, request, now());
        }
        m_line.add({id, call::Errand::Open{request, now()}});
    }
    void end(const std::string& id) {
        {
            const std::lock_guard lock(m_guard);
            call::end(m_call, now());
        }
        m_line.add({id, call::Errand::End{call::Outcome::Cancelled}});
    }
    bool reaches(call::State state) {
        return wait([&] { return m_call.state == state; });
    }
    bool knows(std::optional<call::Staff> staff) {
        return wait([&] { return m_heard && m_staff == staff; });
    }
    /// Since it first heard of it.
    bool has_missed_its_hub() {
        const std::lock_guard lock(m_guard);
        return m_missed;
    }
    bool is_refused(int status) {
        return wait([&] { return m_refused == status; });
    }
    bool has_told(const call::Errand& errand) {
        return wait([&] { return std::ranges::count(m_told, errand) == 1; });
    }

private:
    std::mutex m_guard{};
    std::condition_variable m_bell{};
    call::Call m_call{};
    std::optional<call::Staff> m_staff{};
    bool m_heard{};
    bool m_missed{};
    int m_refused{};
    std::vector<call::Errand> m_told{};
    HubLine m_line;

    bool wait(const std::function<bool()>& reached) {
        std::unique_lock lock(m_guard);
        return m_bell.wait_for(lock, std::chrono::seconds{15}, reached);
    }
    void take(const std::string& id, const call::Report& what) {
        {
            const std::lock_guard lock(m_guard);
            if (id == m_call.request.id)
                call::report(m_call, what, now());
        }
        m_bell.notify_all();
    }
    void note(std::optional<call::Staff> staff) {
        {
            const std::lock_guard lock(m_guard);
            m_missed = m_missed || (m_heard && !staff);
            m_staff = staff;
            m_heard = true;
        }
        m_bell.notify_all();
    }
    void note_told(const call::Errand& errand) {
        {
            const std::lock_guard lock(m_guard);
            m_told.push_back(errand);
        }
        m_bell.notify_all();
    }
    void note_refusal(int status) {
        {
            const std::lock_guard lock(m_guard);
            m_refused = status;
        }
        m_bell.notify_all();
    }
};

} // namespace guichet::app
