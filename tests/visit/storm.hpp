// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "visit/fixture.hpp"

#include <random>
#include <string>
#include <vector>

namespace guichet::visit {

/// Events without end, sensible or not.
class Storm {
public:
    explicit Storm(unsigned seed) : m_random{seed} {}

    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }

    Event next(const Visit& visit) {
        const int pick = below(100);
        if (pick < 55)
            return sensible(visit);
        return pick < 85 ? person() : outside();
    }

private:
    Path path(const Visit& visit) {
        if (visit.route.stops.empty() || below(4) == 0)
            return "enfants[7].prenom";
        return visit.route
            .stops[static_cast<std::size_t>(below(static_cast<int>(visit.route.stops.size())))]
            .path;
    }

    /// What leads on from where the visit is.
    Event sensible(const Visit& visit) {
        switch (below(9)) {
        case 0:
        case 1:
            return did::Continue{};
        case 2:
            return did::Edit{.part = below(3), .text = words()};
        case 3:
            return did::Choose{ids()};
        case 4:
            return did::Skip{};
        case 5:
            return visit.screen == Screen::Catalogue ? Event{did::ChooseProcedure{"essai"}}
                                                     : Event{did::AddItem{}};
        case 6:
            return visit.screen == Screen::Scan ? Event{did::TakePicture{}}
                                                : Event{did::OpenScan{}};
        case 7:
            return did::ClosePanel{};
        default:
            return did::Change{path(visit)};
        }
    }

    Event person() {
        const int number = below(6) - 1;
        const std::vector<Event> all{
            did::Touch{},
            did::StillHere{},
            did::ChooseLanguage{below(2) == 0 ? "ar" : "xx"},
            did::ChooseTextSize{TextSize::Large},
            did::ChooseTheme{Theme::Dark},
            did::Search{words()},
            did::ChooseProcedure{"autre"},
            did::Edit{.part = number, .text = words()},
            did::Back{},
            did::OpenItem{number},
            did::RemoveItem{number},
            did::ConfirmRemove{},
            did::TypeInstead{},
            did::FramePicture{},
            did::OpenDocument{0},
            did::ChooseCorner{number},
            did::MoveCorner{number, {0.3 * number, 0.7}},
            did::CorrectReading{number},
            did::DismissReading{number},
            did::Print{},
            did::Save{},
            did::CallSomeone{},
            did::SomeoneIsHere{},
            did::GiveReason{static_cast<call::Reason>(below(7))},
            did::SomeoneIsHere{below(2) == 0 ? "1234" : "482915"},
            did::TypeCode{words()},
            did::OpenBeside{},
            did::CloseBeside{},
            did::ChooseBesideLanguage{below(2) == 0 ? "en" : "xx"},
            did::LendKeyboard{},
            did::LendKeyboard{},
            did::TakeBackKeyboard{},
            did::AllowPointing{},
            did::RefusePointing{},
            did::StopPointing{},
            did::EndCall{},
            did::LeaveCall{},
            did::DeclineHelp{},
            did::PrintWays{},
            did::HideScreen{},
            did::ShowScreen{},
            did::Feel{static_cast<call::Mood>(below(3))},
            did::SayWhoDidIt{static_cast<call::Doer>(below(3))},
            did::Leave{},
            did::OpenPanel{static_cast<Panel>(below(9))},
            did::ClosePanel{}};
        if (below(60) == 0)
            return did::ConfirmLeave{};
        return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
    }

    Event outside() {
        const auto why = static_cast<Error::Kind>(below(15));
        const std::vector<Event> all{
            happened::Tick{},
            happened::ScanShows{.picture = std::make_shared<Image>(), .photo = below(2) == 0},
            happened::ScanStage{procedure::ReadingStage::Codes},
            happened::ScanRead{reading()},
            happened::ScanFailed{why},
            happened::SheetReady{},
            happened::SheetFailed{why},
            happened::Printed{},
            happened::PrintFailed{why},
            happened::Saved{},
            happened::SaveFailed{why},
            happened::CallReported{.report = call::Acknowledged{}},
            happened::CallReported{.report = call::Claimed{"Nadia"}},
            happened::CallReported{.report = call::Released{}},
            happened::CallReported{.report = call::Replied{call::Reply::TwoMinutes}},
            happened::StaffSeen{static_cast<call::Staff>(below(3))},
            happened::StaffSeen{},
            happened::CallReported{.report = call::Unreachable{}},
            happened::CallKept{errand()},
            happened::CallRefused{errand()},
            happened::PinChecked{.right = below(2) == 0, .work = below(3)},
            happened::PointTold{{point(), call::PointNews::Asked{"Nadia"}}},
            happened::PointTold{{point(), call::PointNews::Asked{"Nadia"}}},
            happened::PointTold{{point(), call::PointNews::At{"continue"}}},
            happened::PointTold{{point(), call::PointNews::Over{}}}};
        return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
    }

    call::Errand errand() {
        return {"essai-" + std::to_string(below(3)), call::Errand::Here{"1234"}};
    }

    std::string point() { return below(2) == 0 ? "p1" : "p2"; }

    procedure::Reading reading() {
        const std::vector<std::string> kinds{"", "identite", "avis-imposition"};
        const std::vector<std::string> fields{
            "identite.nom", "identite.date_naissance", "avis-imposition.revenu_fiscal_reference"};
        procedure::Reading reading = make_reading(kinds[static_cast<std::size_t>(below(3))], {});
        for (const auto& field : fields) {
            if (below(2) == 0)
                continue;
            auto proposal = make_proposal(field, words(), below(2) == 0);
            proposal.page = below(3) - 1;
            proposal.box = {.x = -5, .y = below(9), .width = 1000, .height = -3};
            reading.proposals.push_back(std::move(proposal));
        }
        return reading;
    }

    std::string words() {
        const std::vector<std::string> all{
            "", "DUPONT", "14", "03", "1968", "1968-03-14", "9842", "\xff\xfe", "Zoé", "7", "  "};
        return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
    }

    std::string ids() {
        const std::vector<std::string> all{"yes", "no", "apl", "rsa", "", "autre"};
        return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
    }

    std::mt19937 m_random;
};

} // namespace guichet::visit
