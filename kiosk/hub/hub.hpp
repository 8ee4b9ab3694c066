// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"
#include "call/escalation.hpp"
#include "hub/server.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace guichet::hub {

struct HubSettings {
    ServerSettings server{};
    std::string store{};             ///< a path, or postgresql://…
    std::filesystem::path console{}; ///< the folder of its page
    std::string titles{};            ///< JSON of /titles.json; empty: ids are shown
    call::Escalation escalation{};   ///< of calls that nobody takes
    bool behind_proxy{};             ///< X-Forwarded-For and -Proto are our own proxy's
};

/// A running hub. It ends with this object: answers what it began, closes every stream.
class Hub {
public:
    static Result<std::unique_ptr<Hub>> start(const HubSettings& settings);
    ~Hub();
    Hub(const Hub&) = delete;
    Hub& operator=(const Hub&) = delete;

    std::uint16_t port() const;

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;

    explicit Hub(std::unique_ptr<Inside> inside);
};

} // namespace guichet::hub
