// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.hpp"
#include "hub/http.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace guichet::hub {

/// Keeps what a desk tells.
class KeptStream : public EventStream {
public:
    bool send(const SharedText& text) override {
        m_texts.push_back(*text);
        return !m_closed;
    }
    void close() override { m_closed = true; }

    bool is_closed() const { return m_closed; }
    /// The data of every event of that name, the first first.
    std::vector<Json> all(std::string_view name) const {
        const auto begin = "event: " + std::string(name) + "\ndata: ";
        std::vector<Json> found;
        for (const auto& text : m_texts)
            if (text.starts_with(begin))
                found.push_back(Json::parse(text.substr(begin.size())));
        return found;
    }
    /// Of the last event of that name; null: none came.
    Json last(std::string_view name) const {
        auto found = all(name);
        return found.empty() ? Json{} : std::move(found.back());
    }

private:
    std::vector<std::string> m_texts{};
    bool m_closed{};
};

} // namespace guichet::hub
