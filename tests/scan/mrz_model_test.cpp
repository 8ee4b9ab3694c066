// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.hpp"
#include "scan/mrz/glyphs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::scan;

namespace {

std::string small_model() {
    std::vector<float> weights(network::parameters);
    for (std::size_t i = 0; i < weights.size(); ++i)
        weights[i] = static_cast<float>(i % 7) / 100 - 0.03F;
    return to_bytes(weights);
}

} // namespace

TEST_CASE("a model comes back from its bytes and gives probabilities") {
    const auto model = parse_glyph_model(small_model());
    REQUIRE(model);
    Window window{};
    for (std::size_t i = 0; i < window.size(); ++i)
        window[i] = static_cast<float>(i % 5) - 2;
    double sum = 0;
    for (const float score : model->read(window)) {
        CHECK(score <= 0);
        sum += std::exp(score);
    }
    CHECK(sum == doctest::Approx(1).epsilon(0.01));
}

TEST_CASE("a damaged model is refused, with the reason") {
    const auto whole = small_model();
    auto changed = whole;
    changed[whole.size() / 2] = static_cast<char>(changed[whole.size() / 2] ^ 4);
    auto newer = whole;
    newer[std::strlen("guichet-ocrb ")] = '2';
    const auto broken = std::to_array<std::string>({
        "",
        "guichet",
        whole.substr(0, 40),
        whole.substr(0, whole.size() - 1),
        whole + "x",
        changed,
        newer,
    });
    for (const auto& bytes : broken) {
        CAPTURE(bytes.size());
        const auto model = parse_glyph_model(bytes);
        REQUIRE_FALSE(model);
        CHECK(model.error().kind == Error::Kind::Unreadable);
        CHECK_FALSE(model.error().detail.empty());
    }
}

TEST_CASE("a missing model is told with its place") {
    const auto model = load_glyph_model("/nowhere/ocrb.model");
    REQUIRE_FALSE(model);
    CHECK(model.error().kind == Error::Kind::NotFound);
    CHECK(model.error().detail.find("/nowhere/ocrb.model") != std::string::npos);
}

TEST_CASE("the shipped model is whole") {
    CHECK(load_glyph_model(data_folder() / "assets" / "mrz" / "ocrb.model").has_value());
}

TEST_CASE("light and contrast are made even, and empty paper stays empty") {
    Window window{};
    for (std::size_t i = 0; i < window.size(); ++i)
        window[i] = i % 2 == 0 ? 40 : 200;
    auto paler = window;
    for (float& value : paler)
        value = value / 4 + 150;
    normalise(window, 1);
    normalise(paler, 1);
    CHECK(window[0] == doctest::Approx(paler[0]));
    CHECK(window[1] == doctest::Approx(1));
    Window paper{};
    paper.fill(200);
    paper[0] = 203;
    normalise(paper, 20);
    CHECK(*std::ranges::max_element(paper) < 0.2F);
}
