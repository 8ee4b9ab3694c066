// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/channel.hpp"
#include "base/json.hpp"
#include "base/result.hpp"

#include <nlohmann/json.hpp>

namespace guichet::app {

/// Runs `read` over the packet's JSON; anything missing or of another type is Invalid.
template <typename T, typename Read>
Result<T> reading(const Packet& packet, Read read) {
    auto json = parse_json(packet.json);
    if (!json)
        return tl::unexpected(json.error());
    try {
        return read(*json);
    } catch (const Json::exception&) {
        return fail(Error::Kind::Invalid, "not what was agreed between our processes");
    }
}

} // namespace guichet::app
