// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/source.hpp"

namespace guichet::scan {

/// One sheet, or all sheets of a feeder when the setting "source" names one, from a SANE device.
/// Grey or colour as the setting "mode" says ("grey", "colour" or the device's own word), A4,
/// `scanner.dpi` or the next better the device has. An empty `device` is the first scanner
/// connected here; a name without colon is looked for in makers' and models' names. `cancelled` is
/// asked all the time, also while the device is slow.
Result<PagesPtr> scan_with_sane(
    const Scanner& scanner, const Limits& limits, const std::function<bool()>& cancelled
);

/// A device did not let itself be stopped: this process cannot use it any more, another one can.
bool scanner_is_stuck();

} // namespace guichet::scan
