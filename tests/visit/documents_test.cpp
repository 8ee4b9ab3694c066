// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/fixture.hpp"

namespace guichet::visit {
namespace {

Picture some_photo() {
    return std::make_shared<Image>(Image{.width = 1, .height = 1, .rgba = {1, 2, 3, 255}});
}

constexpr Corners on_the_table{{{0.1, 0.1}, {0.9, 0.12}, {0.92, 0.8}, {0.08, 0.85}}};

happened::ScanRead card_of(const std::string& name) {
    auto reading = make_reading("identite", {make_proposal("identite.nom", name)});
    reading.kind_name = i18n::tr("Carte d’identité");
    return {.reading = std::move(reading), .corners = on_the_table};
}

/// A photo of a card that says `name` was read and agreed to before the first question.
Person& shows_card(Person& person, const std::string& name) {
    person.does(did::OpenScan{}).does(did::TakePicture{});
    person.does(happened::ScanShows{.picture = some_photo(), .photo = true});
    return person.does(card_of(name)).goes_on();
}

Person& answers_all_but_the_name(Person& person) {
    person.goes_on();
    person.types_date("14", "03", "1968").goes_on().goes_on().chooses("yes").goes_on();
    person.chooses("no").goes_on().goes_on().goes_on().chooses("apl").goes_on();
    return person.goes_on();
}

/// On the check page, the card read before.
Person at_check_with_card() {
    Person person;
    shows_card(person.chooses_procedure(), "DUPONT");
    answers_all_but_the_name(person);
    REQUIRE(person.visit.screen == Screen::Check);
    return person;
}

const please::StartScan& scan_wanted(const Person& person) {
    for (const auto& effect : person.effects)
        if (const auto* start = std::get_if<please::StartScan>(&effect))
            return *start;
    FAIL("no scan was asked for");
    throw 0; // not reached
}

} // namespace

TEST_CASE("a document shown long before is looked at from the check page, as it came") {
    auto person = at_check_with_card();
    REQUIRE(person.visit.documents.size() == 1);
    person.does(did::OpenDocument{0});
    CHECK(person.visit.screen == Screen::Scan);
    CHECK(person.visit.scanning.state == Scanning::State::Looking);
    CHECK(person.visit.scanning.original.preview == person.visit.documents[0].original.preview);
    CHECK(person.visit.scanning.original.corners == on_the_table);
    CHECK(person.visit.scanning.seen.id == "Carte d’identité");
    CHECK(person.effects.empty());
    auto other = person;
    CHECK(person.goes_back().visit.screen == Screen::Check);
    CHECK(other.goes_on().visit.screen == Screen::Check);
    CHECK(other.text_of("nom") == "DUPONT");
}

TEST_CASE("it is read again from its own picture, whatever was shown since") {
    Person person;
    shows_card(person.chooses_procedure(), "DUPONT");
    const int first = person.visit.documents.at(0).original.number;
    person.does(did::OpenScan{}).does(did::TakePicture{});
    CHECK(scan_wanted(person).picture != first);
    person.does(happened::ScanRead{make_reading(
        "avis-imposition", {make_proposal("avis-imposition.revenu_fiscal_reference", "14200")}
    )});
    answers_all_but_the_name(person.goes_on());
    REQUIRE(person.visit.documents.size() == 2);
    person.does(did::OpenDocument{0}).does(did::FramePicture{});
    CHECK(person.visit.scanning.state == Scanning::State::Framing);
    person.does(did::MoveCorner{1, {0.8, 0.1}}).goes_on();
    const auto& start = scan_wanted(person);
    CHECK(start.picture == first);
    CHECK(start.kinds == std::vector<std::string>{"identite"});
    REQUIRE(start.corners);
    CHECK((*start.corners)[1] == Spot{0.8, 0.1});
    person.does(card_of("DURAND"));
    CHECK(person.visit.screen == Screen::Confirm);
    person.goes_on();
    CHECK(person.visit.screen == Screen::Check);
    CHECK(person.text_of("nom") == "DURAND");
    CHECK(person.visit.documents.size() == 2);
    CHECK(person.visit.documents[0].original.number == first);
}

TEST_CASE("it is shown again in a better light, and takes the place of the first picture") {
    auto person = at_check_with_card();
    const int first = person.visit.documents.at(0).original.number;
    person.does(did::OpenDocument{0}).does(did::TakePicture{});
    CHECK(scan_wanted(person).picture != first);
    CHECK_FALSE(scan_wanted(person).corners.has_value());
    person.does(happened::ScanShows{.picture = some_photo(), .photo = true});
    person.does(card_of("DURAND")).goes_back();
    CHECK(person.visit.scanning.state == Scanning::State::Looking); // nothing agreed to yet
    CHECK(person.text_of("nom") == "DUPONT");
    person.does(did::FramePicture{}).goes_on().does(card_of("DURAND")).goes_on();
    CHECK(person.visit.screen == Screen::Check);
    REQUIRE(person.visit.documents.size() == 1);
    CHECK(person.visit.documents[0].original.number > first);
}

TEST_CASE("what the person wrote stays when a document read again says otherwise") {
    auto person = at_check_with_card();
    person.does(did::Change{"nom"}).types("DUPOND").goes_on();
    person.does(did::OpenDocument{0}).does(did::FramePicture{}).goes_on();
    person.does(card_of("DUPONT"));
    REQUIRE(person.visit.screen == Screen::Confirm);
    REQUIRE(person.visit.confirming->lines.size() == 1);
    CHECK_FALSE(person.visit.confirming->lines[0].use);
    auto other = person;
    CHECK(person.goes_on().text_of("nom") == "DUPOND");
    other.does(did::DismissReading{0}).goes_on(); // taken after all
    CHECK(other.text_of("nom") == "DUPONT");
}

TEST_CASE("the paper behind an answer follows the picture that takes its place") {
    Person person;
    person.reaches("papier").does(did::OpenScan{}).does(did::TakePicture{});
    person.does(happened::ScanShows{.picture = some_photo(), .photo = true});
    person.does(happened::ScanRead{make_reading("avis-imposition", {})});
    person.chooses("apl").goes_on().goes_on();
    REQUIRE(person.visit.screen == Screen::Check);
    const auto before = person.visit.papers.at("papier").pages;
    person.does(did::OpenDocument{0}).does(did::FramePicture{}).goes_on();
    CHECK(scan_wanted(person).kinds == std::vector<std::string>{"avis-imposition"});
    person.does(happened::ScanRead{make_reading("avis-imposition", {})});
    CHECK(person.visit.screen == Screen::Check);
    CHECK(person.visit.papers.at("papier").pages != before);
    person.does(did::OpenDocument{0}).does(did::TakePicture{}).does(card_of("DUPONT"));
    CHECK(
        person.visit.scanning.state == Scanning::State::Failed
    ); // not the paper that was asked for
    CHECK(person.goes_back().visit.screen == Screen::Check);
    CHECK(person.visit.documents[0].kind == "avis-imposition");
}

TEST_CASE("a reader that is gone took the originals along, and the page says so by offering less") {
    for (const auto why : {Error::Kind::Crashed, Error::Kind::TimedOut, Error::Kind::NotFound}) {
        auto person = at_check_with_card();
        person.does(did::OpenDocument{0}).does(did::FramePicture{}).goes_on();
        person.does(happened::ScanFailed{why});
        CHECK(person.visit.scanning.state == Scanning::State::Failed);
        CHECK(person.goes_back().visit.screen == Screen::Check);
        person.does(did::OpenDocument{0}).does(did::FramePicture{});
        CHECK(person.visit.scanning.state == Scanning::State::Looking);
        CHECK(person.text_of("nom") == "DUPONT");
    }
}

TEST_CASE("of very many documents only the last pictures are kept") {
    Person person;
    person.chooses_procedure();
    for (int i = 0; i < 15; ++i)
        shows_card(person, "DUPONT" + std::string(static_cast<std::size_t>(i), 'E'));
    answers_all_but_the_name(person);
    const auto& documents = person.visit.documents;
    REQUIRE(documents.size() == 15);
    CHECK(documents[2].original.preview == nullptr);
    CHECK(documents[3].original.preview != nullptr);
    person.does(did::OpenDocument{2});
    CHECK(person.visit.screen == Screen::Check);
    person.does(did::OpenDocument{3});
    CHECK(person.visit.screen == Screen::Scan);
}

TEST_CASE("documents are looked at from the check page only, and only those there are") {
    auto person = at_check_with_card();
    person.does(did::OpenDocument{1}).does(did::OpenDocument{-1});
    CHECK(person.visit.screen == Screen::Check);
    person.does(did::Change{"nom"}).does(did::OpenDocument{0});
    CHECK(person.asks("nom"));
}

} // namespace guichet::visit
