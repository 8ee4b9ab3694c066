// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"

#include <map>
#include <optional>
#include <string>

namespace guichet::hub {

/// Finds two kiosks that were given the same key: the words their programmes drew come in turns.
class TwinWatch {
public:
    /// True: they are found out now, and were not before.
    bool note(const std::string& kiosk, const std::string& instance, Instant now);
    /// For ten minutes after the last sign of it.
    bool has(const std::string& kiosk, Instant now) const;

private:
    struct Twins {
        std::string last{};
        std::string before{};
        Instant since{};
        std::optional<Instant> seen{};
    };
    std::map<std::string, Twins> m_twins{};
};

} // namespace guichet::hub
