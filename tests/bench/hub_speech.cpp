// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub_speech.hpp"

namespace guichet::bench {

std::string HubSpeech::proof(bool is_kiosk, int who) const {
    const auto at = static_cast<std::size_t>(who);
    if (is_kiosk)
        return "Authorization: Bearer " + m_keys[at] + "\r\n";
    return "Cookie: guichet_session=" + m_pages[at].token +
           "\r\nX-Guichet-Csrf: " + m_pages[at].csrf + "\r\n";
}

std::string
HubSpeech::post(bool is_kiosk, int who, const std::string& path, const std::string& body) const {
    return "POST /api/v1/" + path + " HTTP/1.1\r\nHost: localhost\r\n" + proof(is_kiosk, who) +
           "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

std::string HubSpeech::hello(bool is_kiosk, int who, bool listens) const {
    if (!listens) // a page that opens says at once who is there
        return is_kiosk ? std::string{} : beat(false, who);
    const std::string path = is_kiosk ? "kiosk/events" : "console/events?console=page";
    return "GET /api/v1/" + path + " HTTP/1.1\r\nHost: localhost\r\n" + proof(is_kiosk, who) +
           "\r\n";
}

std::string HubSpeech::beat(bool is_kiosk, int who) const {
    if (is_kiosk)
        return post(true, who, "kiosk/heartbeat", R"({"in_use":true,"step":2,"steps":6})");
    return post(false, who, "console/presence?console=page", R"({"declared":"present"})");
}

std::string HubSpeech::call(int kiosk, const std::string& id) const {
    return post(
        true,
        kiosk,
        "kiosk/calls",
        R"({"id":")" + id + R"(","procedure":"css","step":"foyer","language":"fr"})"
    );
}

std::string HubSpeech::acknowledge(int console, const std::string& id) const {
    return post(false, console, "console/calls/" + id + "/ack?console=page", "{}");
}

std::string HubSpeech::end(int kiosk, const std::string& id) const {
    return post(true, kiosk, "kiosk/calls/" + id + "/end", R"({"outcome":"helped"})");
}

std::string
HubSpeech::read(std::string& bytes, const std::function<void(const std::string&)>& heard) const {
    for (auto end = bytes.find("\n\n"); end != std::string::npos; end = bytes.find("\n\n")) {
        const auto event = bytes.substr(0, end);
        bytes.erase(0, end + 2);
        const auto id = event.find(R"("id":")");
        const bool is_fresh = event.find("event: call\n") != std::string::npos &&
                              event.find(R"("acknowledged":false)") != std::string::npos;
        if (is_fresh && id != std::string::npos)
            heard(event.substr(id + 6, event.find('"', id + 6) - id - 6));
    }
    // An answer to what was posted is of no interest.
    if (bytes.starts_with("HTTP/1.1 ") && bytes.find("text/event-stream") == std::string::npos)
        bytes.clear();
    return {};
}

} // namespace guichet::bench
