// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.hpp"
#include "scan/read.hpp"

namespace guichet::app {

/// What `guichet scan` prints about one document (DESIGN.md section 5), without its file.
Json to_json(const scan::Examination& examination, bool with_text);

} // namespace guichet::app
