#pragma once

#include "call/call.hpp"

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
struct SendCall { ///< → CallReported
    call::Request request;
    bool operator==(const SendCall&) const = default;
};
struct EndCall {
    std::string id;
    bool operator==(const EndCall&) const = default;
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
    please::SendCall,
    please::EndCall,
    please::End>;
using Effects = std::vector<Effect>;

} // namespace guichet::visit
