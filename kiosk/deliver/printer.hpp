// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace guichet::deliver {

/// Where to print. Empty name: the default queue. `server`: a CUPS socket or host, empty for the
/// local one.
struct Printer {
    std::string name{};
    std::string server{};
};

/// Prints through CUPS and waits until the paper is out or cannot be: true states, no guess.
/// The print server has to remember finished jobs for a minute (PreserveJobHistory 60,
/// PreserveJobFiles No); one that does not leaves us without knowing: TimedOut. NoDevice,
/// OutOfPaper, Jammed, Unreachable, TimedOut (said after 60 s), Refused, Cancelled.
Result<void>
print_pdf(const Printer& printer, std::string_view pdf, const std::function<bool()>& cancelled);

} // namespace guichet::deliver
