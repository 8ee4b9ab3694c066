// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/look/ahead.hpp"
#include "scan/text/look/page_lines.hpp"

#include <chrono>
#include <string>
#include <thread>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <leptonica/allheaders.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace guichet::scan;

namespace {

CleanPage printed_page() {
    CleanPage page;
    page.grey = PixPtr(pixCreate(1800, 600, 8));
    pixSetAllArbitrary(page.grey.get(), 240);
    L_Bmf* font = bmfCreate(nullptr, 20);
    for (int i = 0; i < 4; ++i)
        pixSetTextline(
            page.grey.get(),
            font,
            "Carte valable 02.04.2030",
            0x20,
            100,
            120 + 110 * i,
            nullptr,
            nullptr
        );
    bmfDestroy(&font);
    return page;
}

struct Asked {
    std::vector<Kind> kinds{};
    Options options{};
    Task task{
        .kinds = kinds,
        .options = options,
        .end = std::chrono::steady_clock::now() + std::chrono::minutes(1)};
};

/// What file standard error goes to.
ino_t standard_error() {
    struct stat file {};
    REQUIRE(fstat(STDERR_FILENO, &file) == 0);
    return file.st_ino;
}

} // namespace

TEST_CASE("words read ahead are those of the page as it lies") {
    const Asked asked;
    const auto page = printed_page();
    TextAhead ahead(page, asked.task);
    const auto lines = ahead.take(page.grey);
    REQUIRE(lines);
    REQUIRE(*lines);
    const auto text = text_of(**lines);
    INFO(text);
    CHECK(text.find("valable") != std::string::npos);
    const auto alone = read_lines(share(page.grey), sheet_of(page, asked.task, false));
    REQUIRE(alone);
    CHECK(text == text_of(*alone));
    CHECK_FALSE(ahead.take(page.grey)); // they are given once
}

TEST_CASE("words read ahead are not those of a page that was turned since") {
    const Asked asked;
    auto page = printed_page();
    TextAhead ahead(page, asked.task);
    turn(page, 1);
    CHECK_FALSE(ahead.take(page.grey));
    const auto words = read_lines(printed_page().grey, sheet_of(page, asked.task, false));
    CHECK(words.has_value()); // and words can be read again
}

TEST_CASE("a page that nobody asks about is let go while it is read") {
    const Asked asked;
    const auto page = printed_page();
    { const TextAhead ahead(page, asked.task); }
    CHECK(pixGetRefcount(page.grey.get()) == 1);
}

TEST_CASE("standard error comes back when the last of several who are quiet is done") {
    const auto before = standard_error();
    {
        const Quiet here;
        CHECK(standard_error() != before);
        std::thread([] { const Quiet there; }).join();
        CHECK(standard_error() != before);
    }
    CHECK(standard_error() == before);
}
