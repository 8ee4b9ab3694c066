// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit_harness.hpp"
#include "ui/screens/footer.hpp"
#include "ui/screens/offer_help.hpp"
#include "visit/visit.hpp"

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::ui;

namespace {

visit::Visit stuck() {
    visit::Visit visit;
    visit.struggle.offered = true;
    return visit;
}

bool overlap(const Rect& a, const Rect& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

} // namespace

TEST_CASE("help is offered in the footer where it has room, and moves nothing then") {
    Bench bench;
    bench.frame([](Frame& frame) {
        Rect body{0, 100, frame.screen().width, 500};
        const auto offer = place_offer(frame, stuck(), footer_places(frame).free, body);
        const auto at = footer_places(frame);
        CHECK(offer.in_footer);
        CHECK((body == Rect{0, 100, frame.screen().width, 500}));
        for (const auto* one : {&at.call, &at.back, &at.main})
            CHECK_FALSE(overlap(offer.rect, *one));
    });
}

TEST_CASE("without room in the footer it comes from the top, so that keys stay where they are") {
    Bench bench;
    bench.display = {1024, 768, 3.8f};
    bench.size = visit::TextSize::Largest;
    bench.frame([](Frame& frame) {
        Rect body{0, 100, frame.screen().width, 500};
        const auto offer = place_offer(frame, stuck(), footer_places(frame).free, body);
        CHECK_FALSE(offer.in_footer);
        CHECK(body.y >= offer.rect.bottom());
        CHECK(body.bottom() == doctest::Approx(600));
    });
}

TEST_CASE("nothing is offered under a panel or a warning") {
    Bench bench;
    bench.frame([](Frame& frame) {
        Rect body{0, 100, frame.screen().width, 500};
        auto visit = stuck();
        visit.panel = visit::Panel::Look;
        CHECK(place_offer(frame, visit, footer_places(frame).free, body).rect.width == 0);
        visit.panel = visit::Panel::None;
        visit.ends = frame.now();
        CHECK(place_offer(frame, visit, footer_places(frame).free, body).rect.width == 0);
        CHECK(place_offer(frame, {}, footer_places(frame).free, body).rect.width == 0);
    });
}

TEST_CASE("an offer is declined with one touch") {
    Bench bench;
    int declined = 0;
    const Bench::Draw draw = [&](Frame& frame) {
        Rect body{0, 100, frame.screen().width, 500};
        declined +=
            draw_offer(frame, place_offer(frame, stuck(), footer_places(frame).free, body)) ? 1 : 0;
    };
    bench.frame(draw);
    REQUIRE(bench.tap(draw, "decline"));
    CHECK(declined == 1);
}
