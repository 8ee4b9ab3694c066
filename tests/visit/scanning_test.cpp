// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/fixture.hpp"

namespace guichet::visit {
namespace {

using State = Scanning::State;

Event card(const std::string& name = "DUPONT") {
    return happened::ScanRead{make_reading(
        "identite",
        {make_proposal("identite.nom", name),
         make_proposal("identite.date_naissance", "1968-03-14")}
    )};
}

Person at_scanner() {
    Person person;
    person.chooses_procedure().does(did::OpenScan{});
    return person;
}

} // namespace

TEST_CASE("the list of papers opens the scanner for the kinds not shown yet") {
    auto person = at_scanner();
    CHECK(person.visit.screen == Screen::Scan);
    CHECK(person.visit.scanning.state == State::Ready);
    CHECK(person.visit.scanning.kinds == std::vector<std::string>{"identite", "avis-imposition"});
    CHECK(person.effects.empty()); // nothing moves before the person asks
    person.does(did::TakePicture{});
    REQUIRE(person.wants<please::StartScan>());
    person.does(card()).goes_on();
    CHECK(person.visit.screen == Screen::Need);
    person.does(did::OpenScan{});
    CHECK(person.visit.scanning.kinds == std::vector<std::string>{"avis-imposition"});
}

TEST_CASE("a question opens the scanner for the documents that can answer it") {
    Person person;
    person.begins().does(did::OpenScan{});
    CHECK(person.visit.scanning.kinds == std::vector<std::string>{"identite"});
    person.goes_back();
    CHECK(person.asks("nom"));
    Person other;
    other.reaches("surnom").does(did::OpenScan{}); // no document answers it
    CHECK(other.asks("surnom"));
    Person third;
    third.reaches("papier").does(did::OpenScan{});
    CHECK(third.visit.scanning.kinds == std::vector<std::string>{"avis-imposition"});
}

TEST_CASE("a kiosk without a scanner never shows one") {
    auto offer = make_offer();
    offer->can_scan = false;
    Person person{offer};
    person.chooses_procedure().does(did::OpenScan{});
    CHECK(person.visit.screen == Screen::Need);
}

TEST_CASE("the picture and the stage follow the reader") {
    auto person = at_scanner();
    const auto picture = std::make_shared<const Image>();
    person.does(happened::ScanStage{procedure::ReadingStage::Text});
    CHECK(person.visit.scanning.stage == procedure::ReadingStage::Opening);
    person.does(did::TakePicture{}).does(happened::ScanShows{picture});
    CHECK(person.visit.scanning.original.preview == picture);
    person.does(happened::ScanStage{procedure::ReadingStage::Text});
    CHECK(person.visit.scanning.stage == procedure::ReadingStage::Text);
}

TEST_CASE("a second touch on the button takes no second picture") {
    auto person = at_scanner();
    person.does(did::TakePicture{}).does(did::TakePicture{});
    CHECK(person.effects.empty());
}

TEST_CASE("every failure is said, loses nothing, and can be tried again") {
    for (const auto why :
         {Error::Kind::NoDevice,
          Error::Kind::Unreadable,
          Error::Kind::TimedOut,
          Error::Kind::Crashed,
          Error::Kind::TooLarge,
          Error::Kind::Protected}) {
        CAPTURE(static_cast<int>(why));
        auto person = at_scanner();
        person.does(did::TakePicture{}).does(happened::ScanFailed{why});
        CHECK(person.visit.screen == Screen::Scan);
        CHECK(person.visit.scanning.state == State::Failed);
        CHECK(person.visit.scanning.why == why);
        person.does(did::TakePicture{});
        CHECK(person.wants<please::StartScan>());
        person.does(card());
        CHECK(person.visit.screen == Screen::Confirm);
    }
}

TEST_CASE("a paper that helps with nothing is told for what it is") {
    struct Row {
        procedure::Reading reading;
        Error::Kind why;
    };
    const std::vector<Row> rows{
        {make_reading("", {}), Error::Kind::Invalid},
        {make_reading("identite", {}), Error::Kind::Unreadable},
        {make_reading("identite", {make_proposal("identite.numero", "1")}),
         Error::Kind::Unreadable},
        {{}, Error::Kind::Empty}};
    for (const auto& row : rows) {
        CAPTURE(row.reading.kind);
        auto person = at_scanner();
        person.does(did::TakePicture{}).does(happened::ScanRead{row.reading});
        CHECK(person.visit.screen == Screen::Scan);
        CHECK(person.visit.scanning.state == State::Failed);
        CHECK(person.visit.scanning.why == row.why);
        CHECK(person.visit.answers.all().empty());
    }
}

TEST_CASE("typing instead leads to the question, and stops the scanner") {
    auto person = at_scanner();
    person.does(did::TakePicture{}).does(did::TypeInstead{});
    CHECK(person.wants<please::StopScan>());
    CHECK(person.asks("nom"));
    Person other;
    other.reaches("naissance").does(did::OpenScan{}).does(did::TypeInstead{});
    CHECK(other.asks("naissance"));
}

TEST_CASE("Back cancels, and what comes too late is not shown") {
    auto person = at_scanner();
    person.does(did::TakePicture{}).goes_back();
    CHECK(person.wants<please::StopScan>());
    CHECK(person.visit.screen == Screen::Need);
    person.does(card());
    CHECK(person.visit.screen == Screen::Need);
    person.does(happened::ScanFailed{Error::Kind::TimedOut});
    CHECK(person.visit.screen == Screen::Need);
}

TEST_CASE("a document asked for is kept as an answer, with its pages") {
    Person person;
    person.reaches("papier").does(did::OpenScan{}).does(did::TakePicture{});
    person.does(happened::ScanRead{make_reading("avis-imposition", {})});
    CHECK(person.asks("aides"));
    const procedure::Scanned paper{.kind = "avis-imposition", .pages = 1};
    CHECK(person.visit.answers.find("papier")->value == procedure::Value{paper});
    CHECK(person.visit.papers.at("papier").pages.size() == 1);
}

TEST_CASE("another document than the one asked for is not taken") {
    Person person;
    person.reaches("papier").does(did::OpenScan{}).does(did::TakePicture{}).does(card());
    CHECK(person.visit.scanning.state == State::Failed);
    CHECK(person.visit.scanning.why == Error::Kind::Invalid);
    CHECK(person.visit.scanning.faults == std::vector{procedure::PictureFault::WrongKind});
    person.does(did::TakePicture{}).does(happened::ScanRead{make_reading("", {})});
    CHECK(person.asks("aides")); // not recognised: the person knows what it is
}

TEST_CASE("one paper serves the question that asks for it later") {
    auto person = at_scanner();
    person.does(did::TakePicture{});
    person.does(happened::ScanRead{make_reading(
        "avis-imposition", {make_proposal("avis-imposition.revenu_fiscal_reference", "9842")}
    )});
    // The income is asked of couples only: nothing to confirm yet, and the reading is not lost.
    CHECK(person.visit.screen == Screen::Scan);
    CHECK(person.visit.scanning.state == State::NotAsked);
    CHECK(person.visit.scanning.for_later);
    REQUIRE(person.visit.documents.size() == 1);
    CHECK(person.visit.documents[0].kind == "avis-imposition");
    REQUIRE(person.visit.hints.contains("revenu"));
    person.goes_on();
    CHECK(person.visit.screen == Screen::Need);
    person.goes_on().types("DUPONT").goes_on().types_date("14", "03", "1968").goes_on();
    person.goes_on().chooses("yes").goes_on().chooses("yes").goes_on(); // a couple: now it is asked
    person.types("MARTIN").goes_on();
    REQUIRE(person.asks("revenu"));
    REQUIRE_FALSE(person.visit.draft().empty()); // what was read stands in the box
    person.goes_on();
    REQUIRE(person.visit.answers.find("revenu") != nullptr);
    CHECK(person.visit.answers.find("revenu")->origin.document == "avis-imposition");
}

TEST_CASE("a known paper that this procedure never asks about is named, not called unreadable") {
    auto person = at_scanner();
    auto reading = make_reading("rib", {make_proposal("rib.iban", "FR7630006000011234567890189")});
    reading.kind_name = i18n::tr("RIB");
    person.does(did::TakePicture{}).does(happened::ScanRead{reading});
    CHECK(person.visit.scanning.state == State::NotAsked);
    CHECK_FALSE(person.visit.scanning.for_later);
    CHECK(person.visit.scanning.seen.id == "RIB");
    person.does(did::TakePicture{}); // another one
    REQUIRE(person.wants<please::StartScan>());
    person.does(card());
    CHECK(person.visit.screen == Screen::Confirm);
}

TEST_CASE("a paper that is only named is not said to be of no use, nor taken for the one asked for"
) {
    auto judgment = make_reading("", {});
    judgment.kind_name = i18n::tr("Décision de justice");
    auto person = at_scanner();
    person.does(did::TakePicture{}).does(happened::ScanRead{judgment});
    CHECK(person.visit.scanning.state == State::Failed);
    CHECK(person.visit.scanning.why == Error::Kind::Invalid);
    CHECK(person.visit.scanning.seen.id == "Décision de justice");
    CHECK(person.visit.documents.empty());
    Person other;
    other.reaches("papier").does(did::OpenScan{}).does(did::TakePicture{});
    other.does(happened::ScanRead{judgment});
    CHECK(other.visit.scanning.faults == std::vector{procedure::PictureFault::WrongKind});
    CHECK(other.visit.scanning.seen.id == "Décision de justice");
}

TEST_CASE("what is wrong with the picture is told beside the failure") {
    using procedure::PictureFault;
    auto person = at_scanner();
    auto dark = make_reading("", {});
    dark.faults = {PictureFault::TooDark};
    person.does(did::TakePicture{}).does(happened::ScanRead{dark});
    CHECK(person.visit.scanning.why == Error::Kind::Unreadable); // we cannot know what it is
    CHECK(person.visit.scanning.faults == std::vector{PictureFault::TooDark});
    auto back = make_reading("identite", {});
    back.faults = {PictureFault::SideMissing};
    back.missing = i18n::tr("recto");
    person.does(did::TakePicture{}).does(happened::ScanRead{back});
    CHECK(person.visit.scanning.faults == std::vector{PictureFault::SideMissing});
    CHECK(person.visit.scanning.missing.id == "recto");
    person.does(did::TakePicture{}).does(happened::ScanFailed{Error::Kind::NoDevice});
    CHECK(person.visit.scanning.faults.empty()); // those of the picture before
}

TEST_CASE("a value that code and print say differently is never sure") {
    auto person = at_scanner();
    auto proposal = make_proposal("identite.nom", "DUPONT");
    proposal.differs = "DUPOND";
    person.does(did::TakePicture{});
    person.does(happened::ScanRead{make_reading("identite", {proposal})});
    REQUIRE(person.visit.screen == Screen::Confirm);
    CHECK(person.visit.confirming->lines[0].state == ReadLine::State::Doubtful);
}

TEST_CASE("news of a picture given up do not become those of the next one") {
    auto person = at_scanner();
    person.does(did::TakePicture{});
    const int first = person.visit.scanning.work;
    person.goes_back().does(did::OpenScan{}).does(did::TakePicture{});
    const int second = person.visit.scanning.work;
    REQUIRE(first != second);
    CHECK(
        person.effects == Effects{please::StartScan{person.visit.scanning.kinds, second, second}}
    );
    auto late = std::get<happened::ScanRead>(card("MARTIN"));
    late.work = first;
    const auto picture = std::make_shared<const Image>();
    person.does(late).does(happened::ScanFailed{Error::Kind::Crashed, first});
    person.does(happened::ScanShows{picture, first});
    person.does(happened::ScanStage{procedure::ReadingStage::Text, first});
    CHECK(person.visit.scanning.state == State::Working);
    CHECK(person.visit.scanning.stage == procedure::ReadingStage::Opening);
    CHECK(person.visit.scanning.original.preview == nullptr);
    auto now = std::get<happened::ScanRead>(card());
    now.work = second;
    person.does(now);
    CHECK(person.visit.screen == Screen::Confirm);
}

TEST_CASE("the same card twice asks nothing twice") {
    auto person = at_scanner();
    person.does(did::TakePicture{}).does(card()).goes_on();
    person.does(did::OpenScan{}).does(did::TakePicture{}).does(card());
    CHECK(person.visit.screen == Screen::Need);
    person.does(did::OpenScan{}).does(did::TakePicture{}).does(card("DURAND"));
    REQUIRE(person.visit.screen == Screen::Confirm);
    REQUIRE(person.visit.confirming->lines.size() == 1); // only what differs is shown
    CHECK(person.visit.confirming->lines[0].path == "nom");
}

} // namespace guichet::visit
