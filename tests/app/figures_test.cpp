// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screen/figures.hpp"
#include "base/json.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace {

using guichet::app::Figures;
using Milliseconds = Figures::Milliseconds;

} // namespace

TEST_CASE("figures tell the middle, the worst hundredth and the worst frame") {
    Figures figures(Figures::Clock::now());
    for (int i = 1; i <= 1000; ++i)
        figures.frame(Milliseconds{static_cast<double>(i)}, Milliseconds{2.0 * i});
    const auto json = guichet::parse_json(figures.text());
    REQUIRE(json);
    CHECK((*json)["frames"] == 1000);
    CHECK((*json)["ours_ms"]["p50"] == 500);
    CHECK((*json)["ours_ms"]["p99"] == 990);
    CHECK((*json)["frame_ms"]["most"] == 2000);
    CHECK((*json)["resident_kb"].get<long>() > 0);
}

TEST_CASE("figures without a frame say so instead of inventing") {
    const auto json = guichet::parse_json(Figures(Figures::Clock::now()).text());
    REQUIRE(json);
    CHECK((*json)["ours_ms"].is_null());
}

TEST_CASE("the time for textures is counted once") {
    guichet::ui::NoTextures real;
    guichet::app::TimedTextures timed(real);
    CHECK(timed.upload(guichet::Image{}) != 0);
    CHECK(timed.upload(guichet::text::Coverage{}) != 0);
    CHECK(timed.take().count() >= 0);
    CHECK(timed.take().count() == 0);
}
