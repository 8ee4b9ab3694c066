// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "procedure/proposal.hpp"
#include "scan/source/measure.hpp"

#include <chrono>

namespace guichet::scan {

/// Decides when a document camera takes its picture: when something lies there, at rest and sharp,
/// for some frames and some time. Pure: frames' measures and time in, what is seen out.
class Watch {
public:
    struct Rules {
        double least_detail{0.015};  ///< an identity card's print on an A4 field has twice as much
        double most_motion{0.004};   ///< a finger at the border moves more
        double least_sharpness{0.1}; ///< below it no letter can be read
        double near_best{0.8};       ///< while the lens still looks for its focus it was better
        int frames{5};
        std::chrono::milliseconds rest{900};
    };
    struct Seen {
        procedure::CameraSight sight{};
        bool shoot{false};
    };

    Watch() = default;
    explicit Watch(const Rules& rules) : m_rules(rules) {}

    /// `shoot` is true once for each time something comes to rest; moved or taken away, it may be
    /// again.
    Seen see(const FrameMeasure& frame, Instant now);

private:
    Seen disturbed(procedure::CameraSight sight, Instant now);

    Rules m_rules{};
    bool m_begun{false};
    bool m_shot{false};
    int m_sharp_frames{0};
    double m_best{0};
    Instant m_since{}; ///< nothing has moved since then
};

} // namespace guichet::scan
