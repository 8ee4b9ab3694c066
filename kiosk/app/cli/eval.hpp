// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

namespace guichet::app {

/// `guichet eval`: for each JSON line {"expr": "…", "vars": {"name": <typed>…}} prints one line,
/// {"value": <typed>} or
/// {"error": "…"}, in order, at once. A typed value is {"int":1}, {"double":1.5 or "NaN",
/// "Infinity", "-Infinity"},
/// {"string":"a"}, {"bool":true}, {"null":null}, {"list":[<typed>…]}, {"map":[[<typed>,<typed>]…]},
/// {"timestamp":[seconds,nanos]}, {"duration":[seconds,nanos]}, {"unknown":null}; a result may also
/// be {"type":"int"}. Returns the exit code: 0 unless the output cannot be written.
int run_eval(std::istream& in, std::ostream& out);

} // namespace guichet::app
