// SPDX-License-Identifier: GPL-3.0-or-later
#include "mediator.hpp"

#include <utility>

namespace e2e {

namespace net = guichet::net;

Mediator::Mediator(std::uint16_t port, const std::string& account, const std::string& password)
    : m_url("http://127.0.0.1:" + std::to_string(port)), m_client({.url = m_url}),
      m_acknowledging({.url = m_url}) {
    sign_in({{"account", account}, {"password", password}});
}

Mediator::Mediator(std::uint16_t port, const std::string& ticket)
    : m_url("http://127.0.0.1:" + std::to_string(port)), m_client({.url = m_url}),
      m_acknowledging({.url = m_url}) {
    sign_in({{"ticket", ticket}});
}

namespace {

net::Request presence() {
    return {
        .method = "POST",
        .path = "/api/v1/console/presence?console=page",
        .json = R"({"declared":"present"})"};
}

} // namespace

void Mediator::sign_in(const Json& with) {
    const auto reply =
        ask(m_client, {.method = "POST", .path = "/api/v1/console/sign-in", .json = with.dump()});
    if (reply.status != 200)
        throw Failure{"sign-in was answered " + std::to_string(reply.status)};
    const auto cookie = reply.headers.at("set-cookie");
    m_headers = {
        "Cookie: " + cookie.substr(0, cookie.find(';')),
        "X-Guichet-Csrf: " + Json::parse(reply.body).at("csrf").get<std::string>()};
    is_present();
    m_events_in = std::make_unique<net::EventSource>(
        net::Endpoint{.url = m_url},
        "/api/v1/console/events?console=page",
        net::EventSource::Tell{
            .event = [this](const net::ServerEvent& event) { hear(event); },
            .line = [](net::Line) {}},
        m_headers
    );
}

net::Reply Mediator::ask(net::Client& client, net::Request request) {
    request.headers = m_headers;
    auto reply = client.ask(request);
    if (!reply)
        throw Failure{"the hub did not answer " + request.path + ": " + reply.error().detail};
    const std::lock_guard lock(m_guard);
    m_traffic += reply->body;
    return std::move(*reply);
}

int Mediator::post(const std::string& path, const Json& body) {
    return ask(m_client, {.method = "POST", .path = path, .json = body.dump()}).status;
}

net::Reply Mediator::get(const std::string& path) {
    return ask(m_client, {.path = path});
}

void Mediator::is_present() {
    ask(m_client, presence());
}

int Mediator::act(const std::string& call, const std::string& what, const Json& body) {
    return post("/api/v1/console/calls/" + call + "/" + what + "?console=page", body);
}

void Mediator::take_call(const Json& call) {
    const auto id = call.at("id").get<std::string>();
    {
        const std::lock_guard lock(m_guard);
        m_told.try_emplace(id, Clock::now());
        m_calls[id] = call;
    }
    if (!call.value("acknowledged", false)) {
        try {
            ask(m_acknowledging, presence()); // the hub believes it of who is there
            ask(m_acknowledging,
                {.method = "POST",
                 .path = "/api/v1/console/calls/" + id + "/ack?console=page",
                 .json = "{}"});
        } catch (const Failure&) { // the hub is gone again: it comes back with the board
        }
    }
}

void Mediator::hear(const net::ServerEvent& event) {
    const auto json = Json::parse(event.data, nullptr, false);
    {
        const std::lock_guard lock(m_guard);
        m_traffic += event.name + " " + event.data + "\n";
        m_events[event.name] = json;
        if (event.name == "board")
            m_calls.clear();
        if (event.name == "gone")
            m_calls.erase(json.value("id", std::string{}));
    }
    if (event.name == "call")
        take_call(json);
    if (event.name == "board")
        for (const auto& call : json.at("calls"))
            take_call(call);
}

Json Mediator::call() {
    const std::lock_guard lock(m_guard);
    return m_calls.size() == 1 ? m_calls.begin()->second : Json{};
}

Json Mediator::wait_for_call(const std::function<bool(const Json&)>& wanted) {
    Json found;
    const bool came = comes_true([&] {
        found = call();
        return !found.is_null() && wanted(found);
    });
    if (!came)
        throw Failure{"the console shows no such call, but " + found.dump()};
    return found;
}

void Mediator::wait_for_no_call() {
    const bool gone = comes_true([&] {
        const std::lock_guard lock(m_guard);
        return m_calls.empty();
    });
    if (!gone)
        throw Failure{"the console still shows a call"};
}

std::optional<Clock::time_point> Mediator::told(const std::string& id) {
    const std::lock_guard lock(m_guard);
    const auto found = m_told.find(id);
    return found == m_told.end() ? std::nullopt : std::optional(found->second);
}

Json Mediator::last(const std::string& event) {
    const std::lock_guard lock(m_guard);
    const auto found = m_events.find(event);
    return found == m_events.end() ? Json{} : found->second;
}

std::string Mediator::traffic() {
    const std::lock_guard lock(m_guard);
    return m_traffic;
}

} // namespace e2e
