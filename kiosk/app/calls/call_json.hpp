// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.hpp"
#include "call/activity.hpp"
#include "call/call.hpp"
#include "call/outbox.hpp"
#include "call/pointing.hpp"
#include "call/presence.hpp"

namespace guichet::app {

// Values of `call` as they travel between our own processes. The hub's words are another matter
// (hub_line_words.hpp). The readers throw Json::exception on anything else than what was written.

Json to_json(const call::Errand& errand);
Json to_json(const call::PointErrand& errand);
Json to_json(const call::PointNews& news);
Json to_json(const call::Report& report);
Json to_json(const call::Progress& progress);
Json to_json(const call::Activity& activity);
Json to_json(const call::Layout& layout);

call::Errand to_errand(const Json& json);
call::PointErrand to_point_errand(const Json& json);
call::PointNews to_point_news(const Json& json);
call::Report to_report(const Json& json);
call::Progress to_progress(const Json& json);
call::Activity to_activity(const Json& json);

} // namespace guichet::app
