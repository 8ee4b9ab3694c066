// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/fixture.hpp"

using namespace guichet;
using namespace guichet::visit;
using procedure::CameraSight;

namespace {

happened::CameraShows sees(CameraSight sight, const Picture& picture = nullptr) {
    return {picture, sight};
}

/// Before a camera that shows an empty table.
Person at_camera() {
    Person person;
    person.chooses_procedure().does(did::OpenScan{}).does(did::TakePicture{});
    person.does(sees(CameraSight::Empty));
    return person;
}

} // namespace

TEST_CASE("a camera shows what lies there, and what it waits for") {
    auto person = at_camera();
    CHECK(person.visit.scanning.state == Scanning::State::Working);
    CHECK(person.visit.scanning.live);
    const auto picture = std::make_shared<const Image>();
    person.does(sees(CameraSight::Moving, picture));
    CHECK(person.visit.scanning.sight == CameraSight::Moving);
    CHECK(person.visit.scanning.original.preview == picture);
}

TEST_CASE("once the picture is taken, by itself or by hand, it is read and nothing moves any more"
) {
    auto person = at_camera();
    const auto picture = std::make_shared<const Image>();
    SUBCASE("by itself") {
        person.does(sees(CameraSight::Still)).does(happened::ScanShows{picture});
        CHECK(person.effects.empty());
    }
    SUBCASE("by hand") {
        person.does(did::TakePicture{});
        REQUIRE(person.effects.size() == 1);
        CHECK(std::holds_alternative<please::TakeShot>(person.effects.front()));
        CHECK_FALSE(person.visit.scanning.live);
        person.does(sees(CameraSight::Moving)); // sent before it heard
        CHECK_FALSE(person.visit.scanning.live);
        person.does(did::TakePicture{});
        CHECK(person.effects.empty());
        person.does(happened::ScanShows{picture});
    }
    CHECK_FALSE(person.visit.scanning.live);
    CHECK(person.visit.scanning.original.preview == picture);
    person.does(happened::ScanStage{procedure::ReadingStage::Text}).does(sees(CameraSight::Empty));
    CHECK_FALSE(person.visit.scanning.live);
    CHECK(person.visit.scanning.original.preview == picture);
}

TEST_CASE("who leaves the camera alone is asked whether they are still there") {
    auto person = at_camera();
    CHECK_FALSE(person.visit.ends);
    person.waits(person.visit.offer->idle);
    person.does(sees(CameraSight::Empty));
    CHECK(person.visit.ends.has_value());
}

TEST_CASE("stopping lets the camera go, and its last pictures are not shown") {
    auto person = at_camera();
    person.does(did::Back{});
    REQUIRE_FALSE(person.effects.empty());
    CHECK(std::holds_alternative<please::StopScan>(person.effects.front()));
    CHECK_FALSE(person.visit.scanning.live);
    person.does(sees(CameraSight::Still));
    CHECK_FALSE(person.visit.scanning.live);
}

TEST_CASE("a camera that fails says why, and can be tried again") {
    auto person = at_camera();
    person.does(happened::ScanFailed{Error::Kind::NoDevice});
    CHECK(person.visit.scanning.state == Scanning::State::Failed);
    CHECK_FALSE(person.visit.scanning.live);
    person.does(did::TakePicture{});
    REQUIRE(person.effects.size() == 1);
    CHECK(std::holds_alternative<please::StartScan>(person.effects.front()));
}
