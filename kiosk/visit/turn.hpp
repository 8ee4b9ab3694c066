// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "visit/visit.hpp"

namespace guichet::visit {

/// One event being handled: what the concerns of a visit work on. Private to this folder.
struct Turn {
    Visit& visit;
    Effects& effects;
    Instant now;
};

// One overload for each event, in the file of its concern.
void on(Turn& turn, const did::Touch& event);
void on(Turn& turn, const did::StillHere& event);
void on(Turn& turn, const did::ChooseLanguage& event);
void on(Turn& turn, const did::ChooseTextSize& event);
void on(Turn& turn, const did::ChooseTheme& event);
void on(Turn& turn, const did::Search& event);
void on(Turn& turn, const did::ChooseProcedure& event);
void on(Turn& turn, const did::Edit& event);
void on(Turn& turn, const did::Choose& event);
void on(Turn& turn, const did::Skip& event);
void on(Turn& turn, const did::Continue& event);
void on(Turn& turn, const did::Back& event);
void on(Turn& turn, const did::AddItem& event);
void on(Turn& turn, const did::OpenItem& event);
void on(Turn& turn, const did::RemoveItem& event);
void on(Turn& turn, const did::ConfirmRemove& event);
void on(Turn& turn, const did::OpenScan& event);
void on(Turn& turn, const did::TakePicture& event);
void on(Turn& turn, const did::TypeInstead& event);
void on(Turn& turn, const did::OpenDocument& event);
void on(Turn& turn, const did::FramePicture& event);
void on(Turn& turn, const did::ChooseCorner& event);
void on(Turn& turn, const did::MoveCorner& event);
void on(Turn& turn, const did::CorrectReading& event);
void on(Turn& turn, const did::DismissReading& event);
void on(Turn& turn, const did::Change& event);
void on(Turn& turn, const did::Print& event);
void on(Turn& turn, const did::Save& event);
void on(Turn& turn, const did::CallSomeone& event);
void on(Turn& turn, const did::SomeoneIsHere& event);
void on(Turn& turn, const did::GiveReason& event);
void on(Turn& turn, const did::EndCall& event);
void on(Turn& turn, const did::LeaveCall& event);
void on(Turn& turn, const did::DeclineHelp& event);
void on(Turn& turn, const did::PrintWays& event);
void on(Turn& turn, const did::HideScreen& event);
void on(Turn& turn, const did::ShowScreen& event);
void on(Turn& turn, const did::TypeCode& event);
void on(Turn& turn, const did::OpenBeside& event);
void on(Turn& turn, const did::CloseBeside& event);
void on(Turn& turn, const did::ChooseBesideLanguage& event);
void on(Turn& turn, const did::LendKeyboard& event);
void on(Turn& turn, const did::TakeBackKeyboard& event);
void on(Turn& turn, const did::AllowPointing& event);
void on(Turn& turn, const did::RefusePointing& event);
void on(Turn& turn, const did::StopPointing& event);
void on(Turn& turn, const did::Feel& event);
void on(Turn& turn, const did::SayWhoDidIt& event);
void on(Turn& turn, const did::Leave& event);
void on(Turn& turn, const did::ConfirmLeave& event);
void on(Turn& turn, const did::OpenPanel& event);
void on(Turn& turn, const did::ClosePanel& event);
void on(Turn& turn, const happened::Tick& event);
void on(Turn& turn, const happened::CameraShows& event);
void on(Turn& turn, const happened::ScanShows& event);
void on(Turn& turn, const happened::ScanStage& event);
void on(Turn& turn, const happened::ScanRead& event);
void on(Turn& turn, const happened::ScanFailed& event);
void on(Turn& turn, const happened::SheetReady& event);
void on(Turn& turn, const happened::SheetFailed& event);
void on(Turn& turn, const happened::Printed& event);
void on(Turn& turn, const happened::PrintFailed& event);
void on(Turn& turn, const happened::Saved& event);
void on(Turn& turn, const happened::SaveFailed& event);
void on(Turn& turn, const happened::CallReported& event);
void on(Turn& turn, const happened::CallKept& event);
void on(Turn& turn, const happened::PinChecked& event);
void on(Turn& turn, const happened::CallRefused& event);
void on(Turn& turn, const happened::StaffSeen& event);
void on(Turn& turn, const happened::PointTold& event);

} // namespace guichet::visit
