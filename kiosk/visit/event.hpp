// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "visit/did.hpp"
#include "visit/happened.hpp"

#include <cstddef>
#include <type_traits>
#include <variant>

namespace guichet::visit {

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
    did::OpenDocument,
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
    did::HideScreen,
    did::ShowScreen,
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
