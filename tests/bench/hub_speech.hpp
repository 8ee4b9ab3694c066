// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crowd.hpp"

#include <string>
#include <utility>
#include <vector>

namespace guichet::bench {

/// kiosk/hub/API.md, as kiosks and pages speak it.
class HubSpeech : public Speech {
public:
    struct Page {
        std::string token;
        std::string csrf;
    };
    HubSpeech(std::vector<std::string> keys, std::vector<Page> pages)
        : m_keys(std::move(keys)), m_pages(std::move(pages)) {}

    int lines_each() const override { return 2; }
    std::string hello(bool is_kiosk, int who, bool listens) const override;
    std::string beat(bool is_kiosk, int who) const override;
    std::string call(int kiosk, const std::string& id) const override;
    std::string acknowledge(int console, const std::string& id) const override;
    std::string end(int kiosk, const std::string& id) const override;
    std::string
    read(std::string& bytes, const std::function<void(const std::string&)>& heard) const override;

private:
    std::vector<std::string> m_keys;
    std::vector<Page> m_pages;

    std::string proof(bool is_kiosk, int who) const;
    std::string
    post(bool is_kiosk, int who, const std::string& path, const std::string& body) const;
};

} // namespace guichet::bench
