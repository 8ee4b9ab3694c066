// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "call/activity.hpp"
#include "call/outbox.hpp"
#include "call/pointing.hpp"
#include "call/presence.hpp"
#include "visit/corners.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace guichet::visit {

/// Work for `app`, which answers with an event of `happened` that names the same `work`.
namespace please {

struct StartScan { ///< → ScanShows, ScanStage…, then ScanRead or ScanFailed
    std::vector<std::string>
        kinds; ///< document kinds that are expected, surest first; may be empty
    int work{0};
    int picture{0}; ///< the number of what is taken now, or of what is read again
    /// Of the sheet on that picture: it is read again, no other is taken.
    std::optional<Corners> corners{};
    bool operator==(const StartScan&) const = default;
};
struct TakeShot { ///< the camera being looked through takes its picture now
    bool operator==(const TakeShot&) const = default;
};
struct StopScan {
    bool operator==(const StopScan&) const = default;
};
struct MakeSheet { ///< → SheetReady or SheetFailed
    int work{0};
    bool operator==(const MakeSheet&) const = default;
};
struct Print { ///< → Printed or PrintFailed
    int work{0};
    bool operator==(const Print&) const = default;
};
struct Save { ///< → Saved or SaveFailed
    int work{0};
    bool operator==(const Save&) const = default;
};
struct TellHub { ///< about a call → CallReported as long as it is open, or CallRefused
    call::Errand errand;
    bool operator==(const TellHub&) const = default;
};
struct TellPointer { ///< about a wish to point; the screens' labels follow by themselves once
                     ///< allowed
    call::PointErrand errand;
    bool operator==(const TellPointer&) const = default;
};
struct ShowProgress { ///< where this kiosk is, for the consoles of the room
    call::Progress progress;
    bool operator==(const ShowProgress&) const = default;
};
struct Count { ///< an anonymous count for the hub
    call::Activity activity;
    bool operator==(const Count&) const = default;
};
/// What the person hears of a call; the screen says the same in words.
enum class Chime { Sent, Received, Claimed, Here, Beacon, Asked };
struct Play {
    Chime chime;
    bool operator==(const Play&) const = default;
};
struct PrintWays { ///< other ways to be helped → Printed or PrintFailed
    int work{0};
    bool operator==(const PrintWays&) const = default;
};
struct CheckPin { ///< against the site's, which the visit does not know → PinChecked
    std::string digits;
    int work{0};
    bool operator==(const CheckPin&) const = default;
};
struct End { ///< the process ends, and everything with it
    bool operator==(const End&) const = default;
};

} // namespace please

using Effect = std::variant<
    please::StartScan,
    please::TakeShot,
    please::StopScan,
    please::MakeSheet,
    please::Print,
    please::Save,
    please::TellHub,
    please::TellPointer,
    please::ShowProgress,
    please::Count,
    please::Play,
    please::PrintWays,
    please::CheckPin,
    please::End>;
using Effects = std::vector<Effect>;

} // namespace guichet::visit
