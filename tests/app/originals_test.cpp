// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/child/originals.hpp"

#include <memory>

#include <doctest/doctest.h>

using namespace guichet;

namespace {

struct Weighing : scan::Pages {
    explicit Weighing(std::size_t bytes) : bytes(bytes) {}
    int count() const override { return 1; }
    Result<scan::Page> page(int) override { return scan::Page{}; }
    std::size_t weight() const override { return bytes; }
    std::size_t bytes;
};

app::Original make_original(bool photo, std::size_t bytes = 1000) {
    return {.pages = std::make_unique<Weighing>(bytes), .size = {}, .photo = photo};
}

} // namespace

TEST_CASE("originals are found by the number of their picture") {
    app::Originals originals;
    originals.keep(3, make_original(true));
    originals.keep(7, make_original(false));
    REQUIRE(originals.find(3) != nullptr);
    CHECK(originals.find(3)->photo);
    CHECK_FALSE(originals.find(7)->photo);
    CHECK(originals.find(4) == nullptr);
}

TEST_CASE("a page that cannot be framed makes room for the next document") {
    app::Originals originals;
    originals.keep(1, make_original(true));
    originals.keep(2, make_original(false));
    originals.keep_photos_only();
    CHECK(originals.find(1) != nullptr);
    CHECK(originals.find(2) == nullptr);
}

TEST_CASE("the oldest go when there are too many, or too heavy ones; the newest always stays") {
    app::Originals originals;
    const int last = static_cast<int>(app::Originals::most);
    for (int i = 0; i <= last; ++i)
        originals.keep(i, make_original(true));
    CHECK(originals.find(0) == nullptr);
    CHECK(originals.find(1) != nullptr);
    originals.keep(100, make_original(true, app::Originals::most_bytes - 1500));
    CHECK(originals.find(last) != nullptr);
    CHECK(originals.find(last - 1) == nullptr);
    originals.keep(101, make_original(true, 2 * app::Originals::most_bytes));
    CHECK(originals.find(100) == nullptr);
    CHECK(originals.find(101) != nullptr);
}
