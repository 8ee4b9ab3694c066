// SPDX-License-Identifier: GPL-3.0-or-later
#include "broker_speech.hpp"

#include <optional>

namespace guichet::bench {
namespace {

constexpr unsigned connect = 0x10;
constexpr unsigned publish = 0x32; ///< QoS 1
constexpr unsigned puback = 0x40;
constexpr unsigned subscribe = 0x82;

std::string two_bytes(std::size_t number) {
    return {static_cast<char>(number / 256), static_cast<char>(number % 256)};
}

std::string text(const std::string& words) {
    return two_bytes(words.size()) + words;
}

std::string packet(unsigned kind, const std::string& body) {
    std::string bytes(1, static_cast<char>(kind));
    auto left = body.size();
    do {
        auto digit = left % 128;
        left /= 128;
        digit += left > 0 ? 128 : 0;
        bytes += static_cast<char>(digit);
    } while (left > 0);
    return bytes + body;
}

std::string published(const std::string& topic, const std::string& payload) {
    return packet(publish, text(topic) + two_bytes(1) + payload);
}

/// The body of the first whole packet, taken out of `bytes`; its kind before it.
std::optional<std::pair<unsigned, std::string>> take_packet(std::string& bytes) {
    std::size_t length = 0;
    std::size_t at = 1;
    for (std::size_t factor = 1; at < bytes.size(); factor *= 128) {
        const auto digit = static_cast<unsigned char>(bytes[at++]);
        length += digit % 128 * factor;
        if (digit >= 128)
            continue;
        if (bytes.size() < at + length)
            return std::nullopt;
        std::pair found(static_cast<unsigned char>(bytes[0]) & 0xf0U, bytes.substr(at, length));
        bytes.erase(0, at + length);
        return found;
    }
    return std::nullopt;
}

} // namespace

std::string BrokerSpeech::hello(bool is_kiosk, int who, bool) const {
    const auto name = (is_kiosk ? "k" : "c") + std::to_string(who);
    const auto topic = is_kiosk ? "kiosk/" + std::to_string(who) : calls_of(who);
    const std::string clean_session_and_no_timeout{2, 0, 0};
    return packet(
               connect, text("MQTT") + std::string(1, 4) + clean_session_and_no_timeout + text(name)
           ) +
           packet(subscribe, two_bytes(1) + text(topic) + std::string(1, 1));
}

std::string BrokerSpeech::beat(bool is_kiosk, int who) const {
    return published(
        (is_kiosk ? "beat/k" : "beat/c") + std::to_string(who),
        R"({"in_use":true,"step":2,"steps":6})"
    );
}

std::string BrokerSpeech::call(int kiosk, const std::string& id) const {
    return published(
        calls_of(kiosk),
        id + R"( {"procedure":"css","step":"foyer","language":"fr","place":"Poste 1"})"
    );
}

std::string BrokerSpeech::acknowledge(int console, const std::string& id) const {
    return published("kiosk/" + std::to_string(console), id + " received");
}

std::string BrokerSpeech::end(int kiosk, const std::string& id) const {
    return published("ended/" + std::to_string(kiosk), id);
}

std::string
BrokerSpeech::read(std::string& bytes, const std::function<void(const std::string&)>& heard) const {
    std::string answer;
    while (const auto found = take_packet(bytes)) {
        if (found->first != (publish & 0xf0U))
            continue;
        const auto& body = found->second;
        const auto length =
            static_cast<unsigned char>(body[0]) * 256U + static_cast<unsigned char>(body[1]);
        answer += packet(puback, body.substr(2 + length, 2));
        const auto payload = body.substr(4 + length);
        heard(payload.substr(0, payload.find(' ')));
    }
    return answer;
}

} // namespace guichet::bench
