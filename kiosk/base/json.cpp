// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.hpp"

#include <nlohmann/json.hpp>

namespace guichet {

Result<Json> parse_json(std::string_view text) {
    auto json = Json::parse(text, nullptr, false);
    if (json.is_discarded())
        return fail(Error::Kind::Invalid, "not a JSON text");
    return json;
}

std::string to_text(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace guichet
