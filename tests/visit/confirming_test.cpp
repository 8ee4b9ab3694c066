// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/fixture.hpp"

namespace guichet::visit {
namespace {

using State = ReadLine::State;

/// On the confirm screen with these lines, opened from the list of papers.
Person confirms(std::vector<procedure::Proposal> proposals) {
    Person person;
    person.chooses_procedure().does(did::OpenScan{}).does(did::TakePicture{});
    person.does(happened::ScanRead{make_reading("identite", std::move(proposals))});
    REQUIRE(person.visit.screen == Screen::Confirm);
    return person;
}

procedure::Proposal blurred(const std::string& field, const std::string& value) {
    auto proposal = make_proposal(field, value, false);
    proposal.doubtful = {1};
    return proposal;
}

} // namespace

TEST_CASE("what was read is an answer only once the person has agreed") {
    auto person = confirms(
        {make_proposal("identite.nom", "DUPONT"),
         make_proposal("identite.date_naissance", "1968-03-14", false)}
    );
    REQUIRE(person.visit.confirming->lines.size() == 2);
    CHECK(person.visit.answers.all().empty());
    person.goes_on();
    CHECK(person.visit.screen == Screen::Need);
    const auto* name = person.visit.answers.find("nom");
    REQUIRE(name != nullptr);
    CHECK(name->origin.kind == procedure::Origin::Kind::Read);
    CHECK(name->origin.document == "identite");
    CHECK(name->origin.proven);
    CHECK(name->confidence == doctest::Approx(0.95));
    CHECK(name->crop != nullptr);
    CHECK_FALSE(person.visit.answers.find("naissance")->origin.proven);
    CHECK_FALSE(person.visit.confirming.has_value());
    person.goes_on();
    CHECK(person.asks("surnom")); // what is confirmed is not asked again
}

TEST_CASE("doubt: unproven with a doubtful character, low confidence, or refused by its type") {
    struct Row {
        procedure::Proposal proposal;
        State state;
    };
    auto unsure = make_proposal("identite.nom", "DUPONT", false);
    unsure.confidence = 0.4;
    auto proven = make_proposal("identite.nom", "DUPONT");
    proven.doubtful = {2}; // its check digit holds all the same
    const std::vector<Row> rows{
        {make_proposal("identite.nom", "DUPONT"), State::Sure},
        {make_proposal("identite.nom", "DUPONT", false), State::Sure},
        {proven, State::Sure},
        {blurred("identite.nom", "DUP0NT"), State::Doubtful},
        {unsure, State::Doubtful},
        {make_proposal("identite.date_naissance", "1968-13-41"), State::Doubtful}};
    for (const auto& row : rows) {
        CAPTURE(row.proposal.value);
        auto person = confirms({row.proposal});
        CHECK(person.visit.confirming->lines[0].state == row.state);
    }
}

TEST_CASE("a doubtful line is left out, and its wrong words do not wait in the box") {
    auto person = confirms({blurred("identite.nom", "DUPONF")});
    person.goes_on();
    CHECK(person.visit.answers.find("nom") == nullptr);
    person.goes_on();
    REQUIRE(person.asks("nom"));
    CHECK(person.visit.draft().empty());
    person.types("DUPONT").goes_on();
    CHECK(person.visit.answers.find("nom")->origin.kind == procedure::Origin::Kind::Typed);
}

TEST_CASE("correcting a line shows what was read, and comes straight back") {
    auto person = confirms({blurred("identite.nom", "DUPONF")});
    person.does(did::CorrectReading{0});
    REQUIRE(person.asks("nom"));
    CHECK(person.visit.draft().parts.front() == "DUPONF");
    person.types("").goes_on();
    CHECK(person.visit.findings.size() == 1); // empty is not a correction
    person.types("DUPONT").goes_on();
    CHECK(person.visit.screen == Screen::Confirm);
    CHECK(person.visit.confirming->lines[0].state == State::Corrected);
    CHECK(person.visit.answers.all().empty());
    person.goes_on();
    CHECK(person.text_of("nom") == "DUPONT");
    CHECK(person.visit.answers.find("nom")->origin.kind == procedure::Origin::Kind::Typed);
}

TEST_CASE("Back from a correction leaves the line as it was") {
    auto person = confirms({make_proposal("identite.nom", "DUPONT")});
    person.does(did::CorrectReading{0}).types("X").goes_back();
    CHECK(person.visit.screen == Screen::Confirm);
    CHECK(person.visit.confirming->lines[0].state == State::Sure);
    person.goes_on();
    CHECK(person.text_of("nom") == "DUPONT");
}

TEST_CASE("a line not to be used is asked as if it had never been read") {
    auto person = confirms({make_proposal("identite.nom", "DUPONT")});
    person.does(did::DismissReading{0}).goes_on().goes_on();
    CHECK(person.asks("nom"));
    CHECK(person.visit.draft().empty());
}

TEST_CASE("what the person typed earlier is only replaced by a line they saw") {
    Person person;
    person.reaches("naissance").does(did::OpenScan{}).does(did::TakePicture{});
    person.does(happened::ScanRead{make_reading(
        "identite",
        {make_proposal("identite.nom", "DUPONT"),
         make_proposal("identite.date_naissance", "1968-03-14")}
    )});
    REQUIRE(person.visit.confirming->lines.size() == 1); // the name is the same: nothing to show
    person.goes_on();
    CHECK(person.visit.answers.find("nom")->origin.kind == procedure::Origin::Kind::Typed);
    CHECK(person.asks("surnom"));
}

TEST_CASE("Back from the readings shows the scanner again and takes nothing") {
    auto person = confirms({make_proposal("identite.nom", "DUPONT")});
    person.goes_back();
    CHECK(person.visit.screen == Screen::Scan);
    CHECK(person.visit.scanning.state == Scanning::State::Ready);
    CHECK_FALSE(person.visit.confirming.has_value());
    CHECK(person.visit.answers.all().empty());
    CHECK(person.visit.documents.empty());
}

TEST_CASE("lines that are not there cannot be corrected or dismissed") {
    auto person = confirms({make_proposal("identite.nom", "DUPONT")});
    for (const int line : {-1, 1, 50})
        person.does(did::CorrectReading{line}).does(did::DismissReading{line});
    CHECK(person.visit.screen == Screen::Confirm);
    CHECK(person.visit.confirming->lines[0].use);
}

TEST_CASE("a proven reading is preferred to an unproven one of the same field") {
    auto person = confirms(
        {make_proposal("identite.nom", "DUPOND", false), make_proposal("identite.nom", "DUPONT")}
    );
    REQUIRE(person.visit.confirming->lines.size() == 1);
    CHECK(person.visit.confirming->lines[0].proposal == 1);
}

TEST_CASE("a reading for a question that comes later waits for it, with its origin") {
    Person person;
    person.begins().does(did::OpenScan{}).does(did::TakePicture{});
    person.does(happened::ScanRead{make_reading(
        "avis-imposition",
        {make_proposal("identite.nom", "DUPONT"),
         make_proposal("avis-imposition.revenu_fiscal_reference", "9842")}
    )});
    REQUIRE(person.visit.confirming->lines.size() == 1);
    person.goes_on();
    REQUIRE(person.asks("naissance"));
    person.types_date("14", "03", "1968").goes_on().goes_on().chooses("yes").goes_on();
    REQUIRE(person.asks("couple"));
    person.chooses("yes").goes_on().types("MARTIN").goes_on();
    REQUIRE(person.asks("revenu"));
    CHECK_FALSE(person.visit.draft().empty());
    CHECK(person.visit.answers.find("revenu") == nullptr); // the person has not agreed yet
    person.goes_on();
    const auto* income = person.visit.answers.find("revenu");
    REQUIRE(income != nullptr);
    CHECK(income->value == procedure::Value{procedure::Money{.cents = 984200}});
    CHECK(income->origin.kind == procedure::Origin::Kind::Read);
}

} // namespace guichet::visit
