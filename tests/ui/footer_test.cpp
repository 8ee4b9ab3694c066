// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit_harness.hpp"
#include "ui/screens/footer.hpp"

#include <array>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::ui;

namespace {

bool overlap(const Rect& a, const Rect& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

bool within(const Rect& inner, const Rect& outer) {
    return inner.x >= outer.x - 0.5f && inner.right() <= outer.right() + 0.5f &&
           inner.y >= outer.y - 0.5f && inner.bottom() <= outer.bottom() + 0.5f;
}

} // namespace

TEST_CASE("the footer's buttons lie apart, inside it, and are large enough to touch") {
    const auto displays = std::to_array<Display>({
        {1920, 1080, 4.03f},
        {1024, 768, 3.8f},
        {3840, 2160, 8.06f},
        {1080, 1920, 4.03f},
    });
    const auto sizes = std::to_array<visit::TextSize>({
        visit::TextSize::Normal,
        visit::TextSize::Large,
        visit::TextSize::Larger,
        visit::TextSize::Largest,
    });
    for (const auto& display : displays)
        for (const auto size : sizes)
            for (const bool arabic : {false, true}) {
                CAPTURE(display.width);
                CAPTURE(static_cast<int>(size));
                CAPTURE(arabic);
                Bench bench;
                bench.display = display;
                bench.size = size;
                if (arabic)
                    bench.words = arabic_words();
                bench.frame([&](Frame& frame) {
                    const auto& m = frame.metrics();
                    const auto at = footer_places(frame);
                    for (const auto* one : {&at.call, &at.back, &at.main}) {
                        CHECK(within(*one, at.bar));
                        CHECK(one->height >= m.mm(15.0f) - 0.5f);
                        CHECK(one->width >= m.mm(15.0f) - 0.5f);
                    }
                    CHECK(at.main.height >= m.mm(20.0f) - 0.5f);
                    CHECK_FALSE(overlap(at.call, at.back));
                    CHECK_FALSE(overlap(at.call, at.main));
                    CHECK_FALSE(overlap(at.back, at.main));
                });
            }
}
