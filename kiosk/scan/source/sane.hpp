#pragma once

#include "scan/source.hpp"

namespace guichet::scan {

/// One sheet, or all sheets of a feeder when the setting "source" names one, from a SANE device.
Result<std::vector<Page>> scan_with_sane(
    const Scanner& scanner, const Limits& limits, const std::function<bool()>& cancelled
);

} // namespace guichet::scan
