// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crowd.hpp"

namespace guichet::bench {

/// The same through a broker: MQTT 3.1.1, everything with QoS 1. Each site has a topic of calls
/// that its consoles follow; each kiosk one of its own.
class BrokerSpeech : public Speech {
public:
    explicit BrokerSpeech(int sites) : m_sites(sites) {}

    int lines_each() const override { return 1; }
    std::string hello(bool is_kiosk, int who, bool listens) const override;
    std::string beat(bool is_kiosk, int who) const override;
    std::string call(int kiosk, const std::string& id) const override;
    std::string acknowledge(int console, const std::string& id) const override;
    std::string end(int kiosk, const std::string& id) const override;
    std::string
    read(std::string& bytes, const std::function<void(const std::string&)>& heard) const override;

private:
    int m_sites;

    std::string calls_of(int who) const { return "calls/" + std::to_string(who % m_sites); }
};

} // namespace guichet::bench
