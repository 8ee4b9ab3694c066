// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/fixture.hpp"

#include <random>

namespace guichet::visit {
namespace {

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

bool on_route(const Visit& visit) {
    return std::ranges::count(visit.route.stops, visit.path, &procedure::Stop::path) > 0;
}

/// What every screen needs to be drawn.
void check_invariants(const Visit& visit) {
    if (visit.screen >= Screen::Need)
        REQUIRE(visit.procedure != nullptr);
    if (visit.screen == Screen::Question) {
        REQUIRE(visit.question() != nullptr);
        REQUIRE(on_route(visit));
    }
    REQUIRE((visit.screen != Screen::Confirm || visit.confirming.has_value()));
    REQUIRE((visit.screen != Screen::Exit || visit.route.exit != nullptr));
    REQUIRE((visit.panel == Panel::RemoveItem) == (visit.removing >= 0));
    if (visit.panel == Panel::RemoveItem)
        REQUIRE(visit.removing < visit.answers.items(visit.path));
    if (visit.correcting >= 0) {
        REQUIRE(visit.screen == Screen::Question);
        REQUIRE(visit.confirming.has_value());
        REQUIRE(visit.correcting < static_cast<int>(visit.confirming->lines.size()));
    }
    REQUIRE((visit.screen != Screen::Done || visit.delivery.sheet != Delivery::State::No));
    REQUIRE(visit.answers.items("enfants") <= 3);
    REQUIRE((!visit.beside || visit.call.state == call::State::Here));
    if (visit.beside && visit.beside->holds)
        REQUIRE(
            (visit.screen == Screen::Question || visit.screen == Screen::Scan ||
             visit.screen == Screen::Confirm)
        );
    const bool calls = visit.call.state != call::State::Quiet;
    REQUIRE_FALSE((visit.struggle.offered && (calls || visit.struggle.declined)));
    const bool claimed = visit.call.state == call::State::Claimed;
    REQUIRE((visit.let_go.empty() || (calls && !claimed)));
    REQUIRE_FALSE((visit.shown_progress.in_use && visit.over));
    if (visit.pointing)
        REQUIRE((can_be_pointed_at(visit) && !visit.beside));
    const bool is_asked = visit.pointing && !visit.pointing->allowed;
    REQUIRE((visit.panel == Panel::Point) == is_asked);
}

/// What is there now and was not, or was otherwise.
std::vector<procedure::Answer>
changed_answers(const procedure::Answers& before, const procedure::Answers& after) {
    std::vector<procedure::Answer> changed;
    for (const auto& [path, answer] : after.all()) {
        const auto* old = before.find(path);
        if (old == nullptr || *old != answer)
            changed.push_back(answer);
    }
    return changed;
}

bool ends_last(const Effects& effects) {
    return !effects.empty() && std::holds_alternative<please::End>(effects.back());
}

bool may_end(const Event& event) {
    return std::holds_alternative<did::ConfirmLeave>(event) ||
           std::holds_alternative<did::Leave>(event) ||
           std::holds_alternative<did::OpenPanel>(event) || // the panel that asks to leave
           std::holds_alternative<did::Continue>(event);    // at the end of an exit
}

} // namespace

TEST_CASE("100,000 events in any order never break a visit") {
    Storm storm{20261122};
    auto person = std::make_unique<Person>();
    std::map<Screen, int> seen;
    int ends = 0;
    int counts = 0;
    int offers = 0;
    for (int i = 0; i < 100'000; i++) {
        const bool was_warned = person->visit.ends.has_value();
        const auto event = storm.next(person->visit);
        person->now += std::chrono::milliseconds{storm.below(400) == 0 ? 200'000 : 700};
        person->does(event);
        check_invariants(person->visit);
        seen[person->visit.screen]++;
        offers += person->visit.struggle.offered ? 1 : 0;
        REQUIRE(person->wants<please::End>() == person->visit.over);
        REQUIRE((!person->visit.over || ends_last(person->effects)));
        counts += person->wants<please::Count>() ? 1 : 0;
        if (!person->visit.over)
            continue;
        REQUIRE((may_end(event) || was_warned));
        ends++;
        person = std::make_unique<Person>();
    }
    CHECK(seen.size() == 9); // the storm went everywhere
    CHECK(ends > 10);
    CHECK(counts > 10);
    CHECK(offers > 10);
}

TEST_CASE("whoever holds the keyboard never agrees, sends, or leaves for the person") {
    Storm storm{20261125};
    Person person;
    person.reaches("couple").does(did::CallSomeone{});
    person.does(happened::CallReported{.report = call::Claimed{"Nadia"}});
    person.does(did::SomeoneIsHere{}).does(did::ClosePanel{});
    const auto start = person.visit;
    int held = 0;
    int wrote = 0;
    int waited = 0;
    for (int i = 0; i < 40'000; i++) {
        if (!person.visit.beside || person.visit.over)
            person.visit = start;
        if (can_lend(person.visit))
            person.does(did::LendKeyboard{});
        const auto before = person.visit;
        const auto event = storm.next(before);
        person.now += 700ms;
        person.does(event);
        if (!before.beside->holds)
            continue;
        held++;
        waited += waits_for_person(before) ? 1 : 0;
        REQUIRE_FALSE(person.wants<please::Print>());
        REQUIRE_FALSE(person.wants<please::Save>());
        REQUIRE_FALSE(person.wants<please::MakeSheet>());
        REQUIRE_FALSE(person.wants<please::End>());
        REQUIRE(person.visit.screen != Screen::Done);
        if (std::holds_alternative<did::ConfirmRemove>(event)) // later items move down
            continue;
        for (const auto& answer : changed_answers(before.answers, person.visit.answers)) {
            const bool is_paper = std::holds_alternative<procedure::Scanned>(answer.value);
            REQUIRE((is_paper || answer.origin.kind == procedure::Origin::Kind::Mediator));
            REQUIRE_FALSE(waits_for_person(before));
            wrote++;
        }
    }
    CHECK(held > 3'000);
    CHECK(wrote > 300);
    CHECK(waited > 100);
}

TEST_CASE("the same visit, event and time give the same visit and effects") {
    Storm storm{7};
    Person one;
    Person two;
    for (int i = 0; i < 5'000; i++) {
        const auto event = storm.next(one.visit);
        one.now += 900ms;
        two.now += 900ms;
        one.does(event);
        two.does(event);
        REQUIRE(one.effects == two.effects);
        REQUIRE(one.visit.screen == two.visit.screen);
        REQUIRE(one.visit.path == two.visit.path);
        REQUIRE(one.visit.answers.all() == two.visit.answers.all());
        REQUIRE(one.visit.drafts == two.visit.drafts);
    }
}

} // namespace guichet::visit
