// SPDX-License-Identifier: GPL-3.0-or-later
#include "page.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace guichet::trials {

Page::Page(const net::Endpoint& hub, const Staff::Mediator& mediator)
    : m_client(hub), m_hand(hub), m_headers(mediator.headers),
      m_source(
          hub,
          "/api/v1/console/events?console=page",
          {.event = [this](const net::ServerEvent& event) { take(event); },
           .line = [](net::Line) {}},
          mediator.headers
      ) {}

void Page::take(const net::ServerEvent& event) {
    const auto json = Json::parse(event.data);
    std::vector<std::string> fresh;
    {
        const std::lock_guard lock(m_guard);
        if (event.name == "board") {
            m_shown.clear();
            for (const auto& call : json.at("calls"))
                show(call, fresh);
        } else if (event.name == "call") {
            m_shown.erase(json.at("id").get<std::string>());
            show(json, fresh);
        } else if (event.name == "gone") {
            m_shown.erase(json.at("id").get<std::string>());
            m_gone.insert(json.at("id").get<std::string>());
        }
    }
    m_bell.notify_all();
    if (event.name == "board")
        (void)m_client.ask(
            {.method = "POST",
             .path = "/api/v1/console/presence?console=page",
             .json = R"({"declared":"present"})",
             .headers = m_headers}
        );
    for (const auto& id : fresh) // when the hub is gone again, the next board says so
        (void)m_client.ask(
            {.method = "POST",
             .path = "/api/v1/console/calls/" + id + "/ack?console=page",
             .headers = m_headers}
        );
}

int Page::claim(const std::string& call) {
    const auto reply = m_hand.ask(
        {.method = "POST",
         .path = "/api/v1/console/calls/" + call + "/claim?console=page",
         .headers = m_headers}
    );
    return reply ? reply->status : 0;
}

void Page::show(const Json& call, std::vector<std::string>& fresh) {
    const auto id = call.at("id").get<std::string>();
    m_ever.insert(id);
    m_twice += m_shown.insert(id).second && !m_gone.contains(id) ? 0 : 1;
    if (call.at("acknowledged") == false)
        fresh.push_back(id);
}

bool Page::wait(const std::function<bool()>& fits, std::chrono::milliseconds patience) {
    std::unique_lock lock(m_guard);
    return m_bell.wait_for(lock, patience, fits);
}

bool Page::shows(const std::set<std::string>& calls, std::chrono::milliseconds patience) {
    return wait([&] { return m_shown == calls; }, patience);
}

bool Page::shows_all(const std::set<std::string>& calls, std::chrono::milliseconds patience) {
    return wait([&] { return std::ranges::includes(m_shown, calls); }, patience);
}

std::set<std::string> Page::shown() {
    const std::lock_guard lock(m_guard);
    return m_shown;
}

int Page::oddities(const std::set<std::string>& made) {
    const std::lock_guard lock(m_guard);
    const auto strange =
        std::ranges::count_if(m_ever, [&](const std::string& id) { return !made.contains(id); });
    return m_twice + static_cast<int>(strange);
}

} // namespace guichet::trials
