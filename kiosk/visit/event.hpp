// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"
#include "base/result.hpp"
#include "call/call.hpp"
#include "call/outbox.hpp"
#include "call/pointing.hpp"
#include "call/presence.hpp"
#include "procedure/answers.hpp"
#include "procedure/proposal.hpp"
#include "visit/corners.hpp"
#include "visit/look.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>

namespace guichet::visit {

/// What the person did. Screens return one of these; nothing else changes a visit from the inside.
namespace did {

struct Touch {}; ///< any touch or key that asked for nothing: keeps the visit awake
struct StillHere {};

struct ChooseLanguage { ///< from the welcome screen it goes on to the catalogue
    std::string code;
};
struct ChooseTextSize {
    TextSize size;
};
struct ChooseTheme {
    Theme theme;
};

struct Search { ///< words typed in the catalogue's search box
    std::string words;
};
struct ChooseProcedure {
    std::string id;
};

struct Edit { ///< what box `part` holds now, whole
    int part{};
    std::string text;
};
struct Choose { ///< an option was touched: chooses it; in many-choices, a second touch takes it
                ///< away
    std::string id;
};
struct Skip {};     ///< "Je ne sais pas"
struct Continue {}; ///< the one main action of the screen: go on, agree, yes it is right, finished
struct Back {};

struct AddItem {};
struct OpenItem {
    int item{};
};
struct RemoveItem { ///< asks first
    int item{};
};
struct ConfirmRemove {};

struct OpenScan {}; ///< go to the scanner from the list of papers or from a question
struct TakePicture {};
struct TypeInstead {};
struct FramePicture {
}; ///< "La page est mal cadrée": shows where the sheet's corners are taken to be
struct ChooseCorner {
    int corner{};
};
struct MoveCorner { ///< and chooses it
    int corner{};
    Spot to;
};
struct CorrectReading { ///< one line of what was read is wrong
    int line{};
};
struct DismissReading { ///< one line of what was read is not to be used; a second time takes it
                        ///< back
    int line{};
};

struct Change { ///< from the check page to one question, and straight back
    procedure::Path path;
};
struct Print {};
struct Save {};

struct CallSomeone {};
struct GiveReason { ///< why somebody is called: after the press, never required
    call::Reason reason;
};
struct SomeoneIsHere { ///< the person says so, or the mediator gives their code
    std::string code{};
};
struct EndCall {};     ///< no longer needed; once somebody is there: the help is over
struct LeaveCall {};   ///< "J’y vais sans attendre": the call ends, other ways are shown
struct DeclineHelp {}; ///< of the offer made to somebody who seems stuck
struct PrintWays {};   ///< other ways to be helped, on paper

struct TypeCode { ///< what the pad of Panel::Code holds now, whole
    std::string digits;
};
struct OpenBeside {};         ///< the screen in two: the person's side and the mediator's
struct CloseBeside {};        ///< the whole screen for the person again
struct ChooseBesideLanguage { ///< the mediator's side of the split screen
    std::string code;
};
struct LendKeyboard {};     ///< the person lets the mediator write, until the step ends
struct TakeBackKeyboard {}; ///< the person writes again

struct AllowPointing {};
struct RefusePointing {};
struct StopPointing {};

struct Feel { ///< one of the three faces at the end
    call::Mood mood;
};
struct SayWhoDidIt {
    call::Doer doer;
};

struct Leave {}; ///< asks first when answers would be lost
struct ConfirmLeave {};

struct OpenPanel {
    Panel panel;
};
struct ClosePanel {}; ///< back to what was under it

} // namespace did

/// What the outside reports.
namespace happened {

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

} // namespace happened

using AnyEvent = std::variant<
    did::Touch,
    did::StillHere,
    did::ChooseLanguage,
    did::ChooseTextSize,
    did::ChooseTheme,
    did::Search,
    did::ChooseProcedure,
    did::Edit,
    did::Choose,
    did::Skip,
    did::Continue,
    did::Back,
    did::AddItem,
    did::OpenItem,
    did::RemoveItem,
    did::ConfirmRemove,
    did::OpenScan,
    did::TakePicture,
    did::TypeInstead,
    did::FramePicture,
    did::ChooseCorner,
    did::MoveCorner,
    did::CorrectReading,
    did::DismissReading,
    did::Change,
    did::Print,
    did::Save,
    did::CallSomeone,
    did::GiveReason,
    did::SomeoneIsHere,
    did::EndCall,
    did::LeaveCall,
    did::DeclineHelp,
    did::PrintWays,
    did::TypeCode,
    did::OpenBeside,
    did::CloseBeside,
    did::ChooseBesideLanguage,
    did::LendKeyboard,
    did::TakeBackKeyboard,
    did::AllowPointing,
    did::RefusePointing,
    did::StopPointing,
    did::Feel,
    did::SayWhoDidIt,
    did::Leave,
    did::ConfirmLeave,
    did::OpenPanel,
    did::ClosePanel,
    happened::Tick,
    happened::CameraShows,
    happened::ScanShows,
    happened::ScanStage,
    happened::ScanRead,
    happened::ScanFailed,
    happened::SheetReady,
    happened::SheetFailed,
    happened::Printed,
    happened::PrintFailed,
    happened::Saved,
    happened::SaveFailed,
    happened::CallReported,
    happened::CallKept,
    happened::PinChecked,
    happened::CallRefused,
    happened::StaffSeen,
    happened::PointTold>;

/// Which of several types `What` is; their number when none.
template <typename What, typename... Kinds>
constexpr std::size_t index_in(const std::variant<Kinds...>*) {
    std::size_t index = 0;
    (void)((std::is_same_v<What, Kinds> || (index++, false)) || ...);
    return index;
}

/// One of the above. A class rather than the variant itself, so that its many alternatives are
/// copied and destroyed in one file: each screen's file compiles in half the time.
class Event : public AnyEvent {
    template <typename What>
    static constexpr auto index_of = index_in<What>(static_cast<const AnyEvent*>(nullptr));

public:
    template <typename What>
    requires(index_of<What> < std::variant_size_v<AnyEvent>)
        Event(What what) // NOLINT(google-explicit-constructor): what happened is the event
        : Event(index_of<What>, &what) {}
    Event(const Event& other);
    Event(Event&& other) noexcept;
    Event& operator=(const Event& other);
    Event& operator=(Event&& other) noexcept;
    ~Event();

private:
    /// Takes over the alternative of that index which `what` points to.
    Event(std::size_t index, void* what);
};

} // namespace guichet::visit
