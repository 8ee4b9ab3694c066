// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace guichet {

/// The full header is heavy: include <nlohmann/json.hpp> only in the few .cpp files that build or
/// read one.
using Json = nlohmann::json;

/// Fails with Invalid on anything that is not exactly one JSON text in UTF-8.
Result<Json> parse_json(std::string_view text);

/// Compact, one line; bytes that are not UTF-8 are replaced, never thrown on.
std::string to_text(const Json& json);

} // namespace guichet
