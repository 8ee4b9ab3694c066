// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/source/live.hpp"
#include "scan/source_fixture.hpp"

#include <array>
#include <random>

using namespace guichet;
using namespace guichet::source_fixture;
using procedure::CameraSight;
using namespace std::chrono_literals;

namespace {

/// What stands under the camera. Grain is as a camera's, different in each picture.
struct Scene {
    bool sheet{false};
    int left{200};
    int blur{0}; ///< pixels
    bool hand{false};
    int light{0};
};

/// Rows of small dark marks, as letters are.
void draw_sheet(Pix* pix, int left) {
    pixRasterop(pix, left, 120, 900, 700, PIX_SET, nullptr, 0, 0);
    for (int row = 0; row < 20; ++row)
        for (int letter = 0; letter < 60; ++letter)
            if ((row * 7 + letter * 5) % 11 < 8)
                pixRasterop(
                    pix, left + 40 + letter * 13, 160 + row * 30, 6, 14, PIX_CLR, nullptr, 0, 0
                );
}

std::string frame(const Scene& scene, unsigned seed) {
    Pix* pix = pixCreate(1280, 960, 8);
    pixSetAllArbitrary(pix, 90);
    if (scene.sheet)
        draw_sheet(pix, scene.left);
    if (scene.hand)
        pixRasterop(pix, 600, 300, 400, 660, PIX_CLR, nullptr, 0, 0);
    if (scene.blur > 0) {
        Pix* soft = pixBlockconv(pix, scene.blur, scene.blur);
        pixDestroy(&pix);
        pix = soft;
    }
    std::minstd_rand random(seed);
    for (int y = 0; y < 960; ++y)
        for (int x = 0; x < 1280; ++x) {
            l_uint32 grey = 0;
            pixGetPixel(pix, x, y, &grey);
            const int noisy =
                static_cast<int>(grey) + static_cast<int>(random() % 7) - 3 + scene.light;
            pixSetPixel(pix, x, y, static_cast<l_uint32>(std::min(255, std::max(0, noisy))));
        }
    auto bytes = jpeg_of(pix, 80);
    pixDestroy(&pix);
    return bytes;
}

scan::FrameMeasure measured(const Scene& now, const Scene& before) {
    return scan::measure(scan::look_at(frame(now, 1)), scan::look_at(frame(before, 2)));
}

/// Pictures given by a test, the last one again and again.
struct Frames : scan::FrameSource {
    explicit Frames(std::vector<std::string> all) : frames(std::move(all)) {}
    Result<std::string> next() override {
        const auto& each = frames[std::min(at++, frames.size() - 1)];
        if (each.empty())
            return fail(Error::Kind::NoDevice, "unplugged");
        return each;
    }
    std::vector<std::string> frames;
    std::size_t at{0};
};

} // namespace

TEST_CASE("what lies under a camera is measured, whatever the grain and the light") {
    const Scene table;
    const Scene sheet{.sheet = true};
    const scan::Watch::Rules rules;
    CHECK(measured(table, table).detail < rules.least_detail);
    CHECK(measured(table, table).motion < rules.most_motion);
    CHECK(measured(sheet, sheet).detail > 4 * rules.least_detail);
    CHECK(measured(sheet, sheet).motion < rules.most_motion);
    CHECK(measured({.sheet = true, .light = 9}, sheet).motion < rules.most_motion);
    CHECK(measured(sheet, table).motion > rules.most_motion);
    CHECK(measured({.sheet = true, .left = 215}, sheet).motion > rules.most_motion);
    CHECK(measured({.sheet = true, .hand = true}, sheet).motion > rules.most_motion);
    const double sharp = measured(sheet, sheet).sharpness;
    CHECK(sharp > 2 * rules.least_sharpness);
    double last = sharp;
    for (const int blur : {1, 2, 4}) {
        const Scene blurred{.sheet = true, .blur = blur};
        const double now = measured(blurred, blurred).sharpness;
        CAPTURE(blur);
        CHECK(now < last);
        last = now;
    }
    CHECK(last < rules.least_sharpness);
}

TEST_CASE("a picture is taken when something lies still and sharp, once for each time") {
    const scan::FrameMeasure empty{.motion = 0, .detail = 0, .sharpness = 0};
    const scan::FrameMeasure hand{.motion = 0.2, .detail = 0.2, .sharpness = 0.5};
    const scan::FrameMeasure sheet{.motion = 0, .detail = 0.2, .sharpness = 0.5};
    const scan::FrameMeasure blurred{.motion = 0, .detail = 0.2, .sharpness = 0.05};
    const scan::FrameMeasure hunting{.motion = 0, .detail = 0.2, .sharpness = 0.3};
    struct Step {
        const char* what;
        scan::FrameMeasure frame;
        int times;
        CameraSight sight;
        int shots;
    };
    const auto steps = std::to_array<Step>({
        {"an empty table", empty, 30, CameraSight::Empty, 0},
        {"a hand lays a sheet", hand, 8, CameraSight::Moving, 0},
        {"it rests, shortly", sheet, 4, CameraSight::Still, 0},
        {"it is moved again", hand, 1, CameraSight::Moving, 0},
        {"it rests", sheet, 30, CameraSight::Still, 1},
        {"nothing new", sheet, 100, CameraSight::Still, 0},
        {"it is turned over", hand, 5, CameraSight::Moving, 0},
        {"out of focus", blurred, 30, CameraSight::Blurred, 0},
        {"in focus", sheet, 30, CameraSight::Still, 1},
        {"taken away", empty, 3, CameraSight::Empty, 0},
        {"another one", sheet, 3, CameraSight::Still, 0},
        {"the lens goes on looking", hunting, 20, CameraSight::Blurred, 0},
        {"and finds it again", sheet, 20, CameraSight::Still, 1},
    });
    scan::Watch watch;
    Instant now{};
    for (const auto& step : steps) {
        CAPTURE(step.what);
        int shots = 0;
        CameraSight sight{};
        for (int i = 0; i < step.times; ++i, now += 100ms) {
            const auto seen = watch.see(step.frame, now);
            sight = seen.sight;
            shots += seen.shoot ? 1 : 0;
        }
        CHECK(sight == step.sight);
        CHECK(shots == step.shots);
    }
}

TEST_CASE("a slow camera needs fewer seconds than frames, a fast one more frames") {
    const scan::FrameMeasure sheet{.motion = 0, .detail = 0.2, .sharpness = 0.5};
    for (const auto pace : {30ms, 100ms, 500ms}) {
        scan::Watch watch;
        int frames = 0;
        while (!watch.see(sheet, Instant{} + frames * pace).shoot)
            REQUIRE(++frames < 100);
        CAPTURE(pace.count());
        CHECK(frames >= 4);
        CHECK(frames * pace >= 900ms);
    }
}

TEST_CASE("the live picture is small, and the shot is the whole last frame") {
    const Scene sheet{.sheet = true};
    std::vector<std::string> all{frame({}, 1), frame({.hand = true}, 2)};
    for (unsigned i = 0; i < 8; ++i)
        all.push_back(frame(sheet, 3 + i));
    scan::Live live(std::make_unique<Frames>(all));
    Instant now{};
    std::vector<CameraSight> sights;
    for (int i = 0; i < 60; ++i, now += 200ms) {
        const auto view = live.look(now);
        REQUIRE(view);
        CHECK(view->picture->width == 640);
        CHECK(view->picture->height == 480);
        if (sights.empty() || sights.back() != view->sight)
            sights.push_back(view->sight);
        if (view->shoot)
            break;
    }
    CHECK(sights == std::vector{CameraSight::Empty, CameraSight::Moving, CameraSight::Still});
    const auto pages = live.shot({});
    REQUIRE(pages);
    const auto page = (*pages)->page(0);
    REQUIRE(page);
    CHECK(page->picture->width == 1280);
}

TEST_CASE("frames without Huffman tables decode, as USB cameras send them") {
    auto bytes = frame({.sheet = true}, 1);
    for (auto at = bytes.find("\xff\xc4"); at != std::string::npos; at = bytes.find("\xff\xc4")) {
        const auto length = static_cast<std::size_t>(
            static_cast<unsigned char>(bytes[at + 2]) * 256 +
            static_cast<unsigned char>(bytes[at + 3])
        );
        bytes.erase(at, length + 2);
    }
    REQUIRE(bytes.find("\xff\xc4") == std::string::npos);
    const auto whole = scan::decode_pages(frame({.sheet = true}, 1), {});
    const auto bare = scan::decode_pages(bytes, {});
    REQUIRE(whole);
    REQUIRE(bare);
    CHECK(bare->front().picture->rgba == whole->front().picture->rgba);
    CHECK(scan::look_at(bytes).grey);
}

TEST_CASE("a broken frame is passed over, a camera of broken frames is said") {
    const std::string broken = "\xff\xd8 not a picture";
    scan::Live live(std::make_unique<Frames>(std::vector{broken, broken, frame({}, 1)}));
    CHECK(live.look(Instant{}).has_value());
    scan::Live never(std::make_unique<Frames>(std::vector{broken}));
    const auto view = never.look(Instant{});
    REQUIRE_FALSE(view);
    CHECK(view.error().kind == Error::Kind::Unreadable);
    scan::Live unplugged(std::make_unique<Frames>(std::vector<std::string>{frame({}, 1), ""}));
    CHECK(unplugged.look(Instant{}).has_value());
    const auto gone = unplugged.look(Instant{});
    REQUIRE_FALSE(gone);
    CHECK(gone.error().kind == Error::Kind::NoDevice);
}

TEST_CASE("a folder of JPEG files is a camera, in the order of names") {
    const TemporaryFolder folder;
    const scan::Scanner scanner{.kind = scan::Scanner::Kind::Camera, .path = folder.path()};
    auto nothing = scan::open_camera(scanner);
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().kind == Error::Kind::Empty);
    folder.write("2.jpg", "second");
    folder.write("1.jpg", "first");
    folder.write("notes.txt", "not a picture");
    auto camera = scan::open_camera(scanner);
    REQUIRE(camera);
    for (const auto* expected : {"first", "second", "second"})
        CHECK((*camera)->next() == Result<std::string>(expected));
    const auto none =
        scan::open_camera({.kind = scan::Scanner::Kind::Camera, .path = folder.path() / "gone"});
    REQUIRE_FALSE(none);
    CHECK(none.error().kind == Error::Kind::NoDevice);
}

TEST_CASE("a camera that is not there is not there") {
    const auto camera =
        scan::open_camera({.kind = scan::Scanner::Kind::Camera, .device = "/dev/no-such-video"});
    REQUIRE_FALSE(camera);
    CHECK(camera.error().kind == Error::Kind::NoDevice);
}
