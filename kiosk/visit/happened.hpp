// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"
#include "base/result.hpp"
#include "call/call.hpp"
#include "call/outbox.hpp"
#include "call/pointing.hpp"
#include "call/presence.hpp"
#include "procedure/proposal.hpp"
#include "visit/corners.hpp"

#include <optional>
#include <string>

/// What the outside reports.
namespace guichet::visit::happened {

struct Tick {}; ///< only time has passed

// Each says which work it comes from: `work` of the effect that asked for it; 0: the one of now.
// News of work that was given up meanwhile changes nothing.

struct CameraShows { ///< what the document camera sees before a picture is taken
    Picture picture;
    procedure::CameraSight sight{};
    int work{0};
};
struct ScanShows { ///< the picture as it comes in
    Picture picture;
    int work{0};
    bool photo{false}; ///< a single one on which the sheet had to be found
};
struct ScanStage {
    procedure::ReadingStage stage;
    int work{0};
};
struct ScanRead {
    procedure::Reading reading;
    int work{0};
    std::optional<Corners> corners{}; ///< where the sheet was found on the picture shown
};
struct ScanFailed {
    Error::Kind why;
    int work{0};
};

struct SheetReady { ///< the PDF is made
    int work{0};
};
struct SheetFailed {
    Error::Kind why;
    int work{0};
};
struct Printed {
    int work{0};
};
struct PrintFailed {
    Error::Kind why;
    int work{0};
};
struct Saved {
    int work{0};
};
struct SaveFailed {
    Error::Kind why;
    int work{0};
};

struct CallReported {
    call::Report report;
    std::string id{}; ///< of the call it is about; empty: the one of now
};
struct CallKept { ///< the hub has this errand: a code was right
    call::Errand errand;
};
struct PinChecked { ///< the site's own PIN, given instead of a code
    bool right{};
    int work{0};
};
struct CallRefused { ///< the hub will never take this errand: a wrong code, a call that is over
    call::Errand errand;
};
struct StaffSeen { ///< whether somebody would come, as measured; absent: the hub is out of reach
    std::optional<call::Staff> staff;
};
struct PointTold { ///< a console would like to point, points, or stopped
    call::PointNews news;
};

} // namespace guichet::visit::happened
