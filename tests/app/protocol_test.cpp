// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/protocol/protocol.hpp"

#include <array>
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace {

using namespace guichet; // NOLINT(google-build-using-namespace)
using app::to_packet;
using visit::happened::ScanFailed;
using visit::happened::ScanRead;
using visit::happened::ScanShows;
using visit::happened::ScanStage;

Picture picture(int width, int height, std::uint8_t first) {
    auto image = std::make_shared<Image>();
    image->width = width;
    image->height = height;
    image->rgba.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    image->rgba[0] = first;
    return image;
}

procedure::Reading reading() {
    procedure::Proposal name{
        .field = "identite.nom",
        .value = "MARTIN-D’ÉPÉE",
        .confidence = 0.97,
        .reader = procedure::ReadBy::Mrz,
        .proven = true,
        .box = {10, 20, 300, 40},
        .page = 1,
        .crop = picture(3, 2, 7),
        .doubtful = {2, 5},
        .label = {.domain = i18n::Domain::Forms, .id = "Nom"}};
    auto bare = name;
    bare.crop = nullptr;
    bare.field = "identite.prenoms";
    bare.not_verified = true;
    bare.differs = "MARTIN-D’EPEE";
    return {
        .kind = "identite",
        .kind_name = {.domain = i18n::Domain::Forms, .id = "Carte d’identité"},
        .pages = {picture(4, 3, 1), picture(2, 2, 9)},
        .proposals = {name, bare},
        .faults = {procedure::PictureFault::SideMissing, procedure::PictureFault::Disagrees},
        .missing = {.domain = i18n::Domain::Forms, .id = "verso"}};
}

} // namespace

TEST_CASE("a reading goes from one process to another unchanged") {
    const auto sent = reading();
    const auto packet = to_packet(12, ScanRead{sent});
    CHECK(app::job_of(packet) == 12);
    const auto news = app::to_reader_says(packet);
    REQUIRE(news);
    const auto& got = std::get<ScanRead>(*news).reading;
    CHECK(got.kind == sent.kind);
    CHECK(got.kind_name == sent.kind_name);
    REQUIRE(got.pages.size() == 2);
    CHECK(got.pages[0]->width == 4);
    CHECK(got.pages[1]->rgba == sent.pages[1]->rgba);
    REQUIRE(got.proposals.size() == 2);
    CHECK(got.proposals[0].crop->rgba == sent.proposals[0].crop->rgba);
    CHECK(got.proposals[1].crop == nullptr);
    auto same = got.proposals[0];
    same.crop = sent.proposals[0].crop; // pictures compare by identity
    CHECK(same == sent.proposals[0]);
    CHECK(got.proposals[1] == sent.proposals[1]);
    CHECK(got.faults == sent.faults);
    CHECK(got.missing == sent.missing);
}

TEST_CASE("corners of a sheet go both ways, and nothing else passes for them") {
    const visit::Corners corners{{{0.1, 0.15}, {0.9, 0.12}, {0.92, 0.8}, {0.08, 0.85}}};
    const auto read = app::to_reader_says(to_packet(1, ScanRead{reading(), 0, corners}));
    REQUIRE(read);
    CHECK(std::get<ScanRead>(*read).corners == corners);
    const auto none = app::to_reader_says(to_packet(1, ScanRead{reading()}));
    REQUIRE(none);
    CHECK(std::get<ScanRead>(*none).corners == std::nullopt);

    app::ReadJob work{.scanner = {}, .kinds = {}};
    CHECK(app::to_read_job(to_packet(1, work))->corners == std::nullopt);
    work.corners = corners;
    CHECK(app::to_read_job(to_packet(1, work))->corners == corners);
    work.corners = visit::Corners{}; // four in one place
    CHECK_FALSE(app::to_read_job(to_packet(1, work)));
    auto packet = to_packet(1, app::ReadJob{.scanner = {}, .kinds = {}});
    packet.json.insert(1, R"("corners":[[0,0],[1,0]],)");
    CHECK_FALSE(app::to_read_job(packet));
}

TEST_CASE("the small news of a reader arrive") {
    const auto stage = app::to_reader_says(to_packet(1, ScanStage{procedure::ReadingStage::Codes}));
    REQUIRE(stage);
    CHECK(std::get<ScanStage>(*stage).stage == procedure::ReadingStage::Codes);
    const auto failed = app::to_reader_says(to_packet(1, ScanFailed{Error::Kind::Protected}));
    REQUIRE(failed);
    CHECK(std::get<ScanFailed>(*failed).why == Error::Kind::Protected);
    for (const bool photo : {true, false}) {
        const auto shows =
            app::to_reader_says(to_packet(1, ScanShows{.picture = picture(5, 6, 3), .photo = photo})
            );
        REQUIRE(shows);
        CHECK(std::get<ScanShows>(*shows).picture->height == 6);
        CHECK(std::get<ScanShows>(*shows).photo == photo);
    }
}

TEST_CASE("what a camera sees arrives, and the word to take its picture") {
    using procedure::CameraSight;
    for (const auto sight :
         {CameraSight::Empty, CameraSight::Moving, CameraSight::Blurred, CameraSight::Still}) {
        const auto sees =
            app::to_reader_says(to_packet(1, visit::happened::CameraShows{picture(5, 6, 3), sight})
            );
        REQUIRE(sees);
        const auto& got = std::get<visit::happened::CameraShows>(*sees);
        CHECK(got.sight == sight);
        CHECK(got.picture->height == 6);
    }
    CHECK_FALSE(app::to_reader_says({R"({"job":1,"says":"sees","sight":"far","picture":null})", {}})
    );
    const auto shot = app::to_shot_packet(7);
    CHECK(app::is_shot(shot));
    CHECK(app::job_of(shot) == 7);
    CHECK_FALSE(app::is_shot({R"({"job":7,"do":"read"})", {}}));
    CHECK_FALSE(app::is_shot({"shoot", {}}));
}

TEST_CASE("a reader that lies about its pictures is not believed") {
    struct Row {
        const char* json;
        std::size_t blob;
    };
    const std::vector<Row> rows{
        {R"({"job":1,"says":"shows","picture":[2,2]})", 15},
        {R"({"job":1,"says":"shows","picture":[2,2]})", 17},
        {R"({"job":1,"says":"shows","picture":[20000,20000]})", 16},
        {R"({"job":1,"says":"shows","picture":[-2,-2]})", 16},
        {R"({"job":1,"says":"shows","picture":[0,4]})", 0},
        {R"({"job":1,"says":"shows","picture":[1000000000,1000000000]})", 16},
        {R"({"job":1,"says":"shows","picture":["2",2]})", 16},
        {R"({"job":1,"says":"shows"})", 0},
        {R"({"job":1,"says":"sings"})", 0},
        {R"({"job":1,"says":"stage","stage":"dreaming"})", 0},
        {R"({"job":1,"says":"read","kind":"x"})", 0},
        {R"({"job":1,"says":"read","kind":"","name":{"domain":0,"id":"","plural":"","count":0,"arguments":{}},)"
         R"("missing":{"domain":0,"id":"","plural":"","count":0,"arguments":{}},"faults":["ugly"],)"
         R"("pages":[],"proposals":[]})",
         0},
        {R"([])", 0},
        {"not JSON", 0},
        {"", 0},
    };
    for (const auto& row : rows) {
        CAPTURE(row.json);
        const auto news = app::to_reader_says({row.json, std::string(row.blob, 'x')});
        REQUIRE_FALSE(news);
        CHECK(news.error().kind == Error::Kind::Invalid);
    }
}

TEST_CASE("a reader that sends more than a document holds is not believed") {
    auto sent = reading();
    sent.pages.assign(21, picture(1, 1, 0));
    CHECK_FALSE(app::to_reader_says(to_packet(1, ScanRead{sent})));
}

TEST_CASE("a read job goes to the reader unchanged") {
    app::ReadJob sent{
        {.kind = scan::Scanner::Kind::Sane,
         .path = "/srv/a b",
         .device = "pnm:0",
         .dpi = 200,
         .settings = {{"source", "Flatbed"}}},
        {"identite", "avis-imposition"},
        {.folder = "/etc/guichet/2d-doc", .tests = scan::TestAuthorities::Allowed}};
    const auto got = app::to_read_job(to_packet(3, sent));
    REQUIRE(got);
    CHECK(got->scanner.kind == sent.scanner.kind);
    CHECK(got->scanner.path == sent.scanner.path);
    CHECK(got->scanner.device == sent.scanner.device);
    CHECK(got->scanner.dpi == 200);
    CHECK(got->scanner.settings == sent.scanner.settings);
    CHECK(got->kinds == sent.kinds);
    CHECK(got->trust.folder == sent.trust.folder);
    CHECK(got->trust.tests == sent.trust.tests);
}

TEST_CASE("the courier's jobs arrive with their papers") {
    const auto print = app::to_courier_job(to_packet(1, app::PrintJob{{"hall", "srv"}, "%PDF"}));
    REQUIRE(print);
    CHECK(std::get<app::PrintJob>(*print).pdf == "%PDF");
    CHECK(std::get<app::PrintJob>(*print).printer.server == "srv");
    const auto save = app::to_courier_job(to_packet(2, app::SaveJob{"/media/a.pdf", "%PDF"}));
    REQUIRE(save);
    CHECK(std::get<app::SaveJob>(*save).file == "/media/a.pdf");
}

TEST_CASE("every kind of failure keeps its name on the way") {
    for (int i = 0; i <= static_cast<int>(Error::Kind::Cancelled); ++i) {
        const auto kind = static_cast<Error::Kind>(i);
        CAPTURE(app::to_name(kind));
        CHECK(app::to_kind(app::to_name(kind)) == kind);
        const auto says =
            app::to_courier_says(to_packet(1, app::CourierSays{fail(kind, "detail")}));
        REQUIRE(says);
        REQUIRE_FALSE(says->outcome);
        CHECK(says->outcome.error().kind == kind);
    }
    CHECK(app::to_courier_says(to_packet(1, app::CourierSays{}))->outcome);
    CHECK(app::to_kind("Bewitched") == Error::Kind::Crashed);
}

TEST_CASE("keeper and visit understand each other and nobody else") {
    using app::VisitSays;
    CHECK(app::to_visit_says(to_packet(VisitSays::Ready)) == VisitSays::Ready);
    CHECK(app::to_visit_says(to_packet(VisitSays::Shown)) == VisitSays::Shown);
    CHECK(app::to_visit_says(to_packet(VisitSays::Alive)) == VisitSays::Alive);
    CHECK(app::to_keeper_says(to_packet(app::KeeperSays::Show)) == app::KeeperSays::Show);
    CHECK(app::to_keeper_says(to_packet(app::KeeperSays::Ping)) == app::KeeperSays::Ping);
    CHECK_FALSE(app::to_visit_says({R"({"says":"hello"})", ""}));
    CHECK_FALSE(app::to_visit_says({R"({"says":3})", ""}));
    CHECK_FALSE(app::to_keeper_says({R"({"do":"dance"})", ""}));
    CHECK_FALSE(app::to_keeper_says({"", ""}));
}

TEST_CASE("a packet without a job's number is about none") {
    CHECK(app::job_of({R"({"says":"done"})", ""}) == 0);
    CHECK(app::job_of({R"({"job":"7"})", ""}) == 0);
    CHECK(app::job_of({"7", ""}) == 0);
    CHECK(app::job_of({"", ""}) == 0);
}
