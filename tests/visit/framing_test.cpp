// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/fixture.hpp"

#include <cmath>
#include <limits>

namespace guichet::visit {
namespace {

using State = Scanning::State;

Picture photo() {
    return std::make_shared<Image>(Image{.width = 1, .height = 1, .rgba = {1, 2, 3, 255}});
}

constexpr Corners found{{{0.1, 0.1}, {0.9, 0.12}, {0.92, 0.8}, {0.08, 0.85}}};

/// A photo was taken for the question of the name and is being read.
Person reading_photo(bool is_photo = true) {
    Person person;
    person.begins().does(did::OpenScan{}).does(did::TakePicture{});
    person.does(happened::ScanShows{.picture = photo(), .photo = is_photo});
    return person;
}

happened::ScanRead card() {
    return {
        .reading = make_reading("identite", {make_proposal("identite.nom", "DUPONT")}),
        .corners = found};
}

const please::StartScan* start_asked(const Person& person) {
    for (const auto& effect : person.effects)
        if (const auto* start = std::get_if<please::StartScan>(&effect))
            return start;
    return nullptr;
}

} // namespace

TEST_CASE("corners are those of a sheet or they are not taken") {
    struct Row {
        const char* what;
        Corners corners;
        bool sheet;
    };
    constexpr auto nothing = std::numeric_limits<double>::quiet_NaN();
    const std::vector<Row> rows{
        {"the whole picture", whole_picture, true},
        {"a sheet askew", found, true},
        {"outside", {{{-0.1, 0}, {1, 0}, {1, 1}, {0, 1}}}, false},
        {"no place at all", {{{nothing, 0}, {1, 0}, {1, 1}, {0, 1}}}, false},
        {"sides that cross", {{{0, 0}, {1, 1}, {1, 0}, {0, 1}}}, false},
        {"the wrong way round", {{{0, 0}, {0, 1}, {1, 1}, {1, 0}}}, false},
        {"a corner pushed in", {{{0, 0}, {1, 0}, {0.3, 0.3}, {0, 1}}}, false},
        {"three in a line", {{{0, 0}, {0.5, 0}, {1, 0}, {0, 1}}}, false},
        {"two in one place", {{{0, 0}, {0.01, 0}, {1, 1}, {0, 1}}}, false}};
    for (const auto& row : rows) {
        CAPTURE(row.what);
        CHECK(is_sheet(row.corners) == row.sheet);
    }
}

TEST_CASE("a corner follows the hand inside the picture and stays where it makes no sheet") {
    const auto moved = with_corner(whole_picture, 0, {0.2, 0.1});
    CHECK(moved[0] == Spot{0.2, 0.1});
    CHECK(moved[1] == whole_picture[1]);
    CHECK(with_corner(whole_picture, 2, {7, 0.9})[2] == Spot{1, 0.9});
    CHECK(with_corner(whole_picture, 0, {0.99, 0.99}) == whole_picture);
    CHECK(with_corner(whole_picture, 4, {0.5, 0.5}) == whole_picture);
    CHECK(with_corner(whole_picture, -1, {0.5, 0.5}) == whole_picture);
}

TEST_CASE("a photo that cannot be read can be framed by hand and is read again") {
    auto person = reading_photo();
    person.does(happened::ScanFailed{Error::Kind::Unreadable}).does(did::FramePicture{});
    CHECK(person.visit.scanning.state == State::Framing);
    CHECK(person.effects.empty());
    person.does(did::ChooseCorner{3});
    CHECK(person.visit.scanning.corner == 3);
    person.does(did::MoveCorner{1, {0.8, 0.1}});
    CHECK(person.visit.scanning.corner == 1);
    const int before = person.visit.scanning.work;
    person.goes_on();
    const auto* start = start_asked(person);
    REQUIRE(start != nullptr);
    CHECK(start->work > before);
    CHECK(start->kinds == std::vector<std::string>{"identite"});
    REQUIRE(start->corners);
    CHECK((*start->corners)[1] == Spot{0.8, 0.1});
    CHECK(person.visit.scanning.state == State::Working);
    CHECK(person.visit.scanning.original.preview != nullptr); // the picture stays in sight
    person.does(card());
    CHECK(person.visit.screen == Screen::Confirm);
}

TEST_CASE("framing starts from where the sheet was found") {
    auto person = reading_photo();
    person.does(card()).does(did::FramePicture{});
    CHECK(person.visit.screen == Screen::Scan);
    CHECK(person.visit.scanning.original.corners == found);
    person.goes_back();
    CHECK(person.visit.screen == Screen::Confirm);
    REQUIRE(person.visit.confirming);
    person.does(did::FramePicture{}).goes_on().does(happened::ScanFailed{Error::Kind::Unreadable});
    CHECK(person.visit.scanning.state == State::Failed);
    CHECK_FALSE(person.visit.confirming.has_value());
    CHECK(person.visit.scanning.original.corners == found);
}

TEST_CASE("what the person corrected stays corrected when the page is read again") {
    auto person = reading_photo();
    person.does(card()).does(did::CorrectReading{0}).types("DUPOND").goes_on();
    person.does(did::FramePicture{}).goes_on().does(card());
    REQUIRE(person.visit.confirming);
    CHECK(person.visit.confirming->lines.front().state == ReadLine::State::Corrected);
    person.goes_on();
    CHECK(person.text_of("nom") == "DUPOND");
}

TEST_CASE("only a picture that is still there can be framed") {
    auto page = reading_photo(false); // from a scanner's glass
    page.does(happened::ScanFailed{Error::Kind::Unreadable}).does(did::FramePicture{});
    CHECK(page.visit.scanning.state == State::Failed);
    for (const auto why : {Error::Kind::Crashed, Error::Kind::TimedOut, Error::Kind::NotFound}) {
        auto person = reading_photo();
        person.does(happened::ScanFailed{why}).does(did::FramePicture{});
        CHECK(person.visit.scanning.state == State::Failed);
    }
    auto other = reading_photo();
    other.does(did::FramePicture{}); // not while it is being read
    CHECK(other.visit.scanning.state == State::Working);
    other.does(card()).goes_back();
    CHECK(other.visit.scanning.state == State::Ready);
    other.does(did::FramePicture{});
    CHECK(other.visit.scanning.state == State::Ready);
}

TEST_CASE("corners are moved only while they are shown, and a new picture has its own") {
    auto person = reading_photo();
    person.does(did::MoveCorner{0, {0.3, 0.3}}).does(did::ChooseCorner{2});
    CHECK(person.visit.scanning.original.corners == whole_picture);
    CHECK(person.visit.scanning.corner == 0);
    person.does(card()).does(did::FramePicture{}).does(did::ChooseCorner{9});
    CHECK(person.visit.scanning.corner == 0);
    person.goes_back().goes_back().does(did::TakePicture{});
    CHECK(start_asked(person)->corners == std::nullopt);
    CHECK(person.visit.scanning.original.corners == whole_picture);
    CHECK_FALSE(person.visit.scanning.original.photo);
}

TEST_CASE("a paper asked for that is not clear is kept only when the person says so") {
    Person person;
    person.reaches("papier").does(did::OpenScan{}).does(did::TakePicture{});
    auto reading = make_reading("avis-imposition", {});
    reading.faults = {procedure::PictureFault::TooBlurred};
    person.does(happened::ScanRead{reading});
    CHECK(person.visit.scanning.state == State::Unclear);
    CHECK(person.visit.scanning.faults == reading.faults);
    CHECK(person.visit.answers.find("papier") == nullptr);
    auto again = person;
    person.goes_on();
    CHECK(person.asks("aides"));
    CHECK(person.visit.papers.at("papier").pages.size() == 1);

    again.does(did::TakePicture{}); // a better one
    CHECK(again.wants<please::StartScan>());
    again.does(happened::ScanRead{make_reading("avis-imposition", {})});
    CHECK(again.asks("aides"));

    Person third;
    third.reaches("papier").does(did::OpenScan{}).does(did::TakePicture{});
    third.does(happened::ScanRead{reading}).goes_back();
    CHECK(third.asks("papier"));
    CHECK(third.visit.answers.find("papier") == nullptr);
    CHECK_FALSE(third.visit.confirming.has_value());
}

TEST_CASE("an unclear paper of no known kind is asked about too, when any paper will do") {
    Person person;
    person.reaches("papier").does(did::OpenScan{}).does(did::TakePicture{});
    auto reading = make_reading("", {});
    reading.faults = {procedure::PictureFault::TooDark};
    person.does(happened::ScanRead{reading});
    CHECK(person.visit.scanning.state == State::Unclear);
    person.goes_on();
    CHECK(person.visit.answers.find("papier") != nullptr);
}

TEST_CASE("an unclear paper shown for another question is not kept for the one that asks for it") {
    Person person;
    person.chooses_procedure().does(did::OpenScan{}).does(did::TakePicture{});
    auto reading = make_reading(
        "avis-imposition", {make_proposal("avis-imposition.revenu_fiscal_reference", "14200")}
    );
    reading.faults = {procedure::PictureFault::Cut};
    person.does(happened::ScanRead{reading}).goes_on();
    CHECK(person.visit.answers.find("papier") == nullptr);
}

} // namespace guichet::visit
