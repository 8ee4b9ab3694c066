// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/sane_fixture.hpp"
#include "scan/source/sane_device.hpp"

#include <array>
#include <atomic>
#include <chrono>
#include <functional>
#include <future>

using namespace guichet;
using namespace guichet::source_fixture;
using Kind = Error::Kind;
using Clock = std::chrono::steady_clock;

namespace {

Result<std::vector<scan::Page>>
scan_with(scan::Scanner scanner, const std::map<std::string, std::string>& settings) {
    for (const auto& [name, value] : settings)
        scanner.settings[name] = value;
    return scan::acquire(scanner, {}, {});
}

/// The brightness of a picture's pixel.
int grey(const scan::Page& page, int x, int y) {
    const auto at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(page.picture->width) +
                     static_cast<std::size_t>(x)) *
                    4;
    return page.picture->rgba[at];
}

} // namespace

TEST_CASE("each status of SANE becomes one clear error") {
    struct Row {
        SANE_Status status;
        Kind kind;
    };
    const auto rows = std::to_array<Row>({
        {SANE_STATUS_UNSUPPORTED, Kind::NoDevice},
        {SANE_STATUS_CANCELLED, Kind::Cancelled},
        {SANE_STATUS_DEVICE_BUSY, Kind::Unreachable},
        {SANE_STATUS_INVAL, Kind::NoDevice},
        {SANE_STATUS_EOF, Kind::Empty},
        {SANE_STATUS_JAMMED, Kind::Jammed},
        {SANE_STATUS_NO_DOCS, Kind::OutOfPaper},
        {SANE_STATUS_COVER_OPEN, Kind::Jammed},
        {SANE_STATUS_IO_ERROR, Kind::Unreachable},
        {SANE_STATUS_NO_MEM, Kind::TooLarge},
        {SANE_STATUS_ACCESS_DENIED, Kind::Refused},
    });
    for (const auto& row : rows) {
        CAPTURE(sane_strstatus(row.status));
        CHECK(scan::kind_of(row.status) == row.kind);
    }
}

TEST_CASE("a SANE device gives its page, and its injected troubles have names") {
    const Sane sane;
    if (!sane.here())
        return;
    const auto pages = scan::acquire(sane.pnm(), {}, {});
    REQUIRE(pages);
    CHECK(pages->front().picture->width == 300);
    CHECK(pages->front().picture->height == 200);
    CHECK(pages->front().picture->rgba[4] == 7);
    struct Row {
        const char* option;
        Kind kind;
    };
    const auto rows = std::to_array<Row>({
        {"status-eof", Kind::Empty},
        {"status-jammed", Kind::Jammed},
        {"status-nodocs", Kind::OutOfPaper},
        {"status-coveropen", Kind::Jammed},
        {"status-ioerror", Kind::Unreachable},
        {"status-nomem", Kind::TooLarge},
        {"status-accessdenied", Kind::Refused},
    });
    for (const auto& row : rows) {
        CAPTURE(row.option);
        CHECK(error_of(scan_with(sane.pnm(), {{row.option, "yes"}})) == row.kind);
    }
    auto gone = sane.pnm();
    gone.device = "pnm:7";
    CHECK(error_of(scan::acquire(gone, {}, {})) == Kind::NoDevice);
    CHECK(error_of(scan_with(sane.pnm(), {{"filename", "/nowhere"}})) == Kind::NoDevice);
    CHECK(scan::acquire(sane.pnm(), {}, {}).has_value()); // and nothing of it stays
}

TEST_CASE("every status the test device can return while reading has its error") {
    const Sane sane;
    if (!sane.here())
        return;
    struct Row {
        const char* value;
        Kind kind;
    };
    const auto rows = std::to_array<Row>({
        {"SANE_STATUS_UNSUPPORTED", Kind::NoDevice},
        {"SANE_STATUS_CANCELLED", Kind::Cancelled},
        {"SANE_STATUS_DEVICE_BUSY", Kind::Unreachable},
        {"SANE_STATUS_INVAL", Kind::NoDevice},
        {"SANE_STATUS_EOF", Kind::Empty},
        {"SANE_STATUS_JAMMED", Kind::Jammed},
        {"SANE_STATUS_NO_DOCS", Kind::OutOfPaper},
        {"SANE_STATUS_COVER_OPEN", Kind::Jammed},
        {"SANE_STATUS_IO_ERROR", Kind::Unreachable},
        {"SANE_STATUS_NO_MEM", Kind::TooLarge},
        {"SANE_STATUS_ACCESS_DENIED", Kind::Refused},
    });
    for (const auto& row : rows) {
        CAPTURE(row.value);
        CHECK(
            error_of(scan_with(
                Sane::test(), {{"read-return-value", row.value}, {"test-picture", "Solid white"}}
            )) == row.kind
        );
    }
}

TEST_CASE("a scanner is asked for A4 in colour at the resolution of the site") {
    const Sane sane;
    if (!sane.here())
        return;
    auto scanner = Sane::test();
    scanner.dpi = 100;
    const auto pages = scan_with(scanner, {{"test-picture", "Color pattern"}});
    REQUIRE(pages);
    const auto& page = pages->front();
    CHECK(page.dpi == doctest::Approx(100));
    // The device has 200 × 200 mm only.
    CHECK(std::abs(page.picture->width - 200 / 25.4 * 100) < 4);
    CHECK(std::abs(page.picture->height - 200 / 25.4 * 100) < 4);
    bool coloured = false;
    for (std::size_t i = 0; i + 3 < page.picture->rgba.size(); i += 4)
        coloured = coloured || page.picture->rgba[i] != page.picture->rgba[i + 1];
    CHECK(coloured);
}

TEST_CASE("grey can be asked for by its plain name") {
    const Sane sane;
    if (!sane.here())
        return;
    const auto pages =
        scan_with(Sane::test(), {{"mode", "grey"}, {"test-picture", "Color pattern"}});
    REQUIRE(pages);
    const auto& rgba = pages->front().picture->rgba;
    for (std::size_t i = 0; i + 3 < rgba.size(); i += 4)
        REQUIRE(rgba[i] == rgba[i + 1]);
}

TEST_CASE("whatever way a scanner packs its samples, white is white and black is black") {
    const Sane sane;
    if (!sane.here())
        return;
    using Settings = std::map<std::string, std::string>;
    const auto ways = std::to_array<Settings>({
        {{"mode", "Gray"}, {"depth", "1"}},
        {{"mode", "Gray"}, {"depth", "16"}},
        {{"mode", "Color"}, {"depth", "1"}},
        {{"mode", "Color"}, {"depth", "16"}},
        {{"mode", "Color"}, {"three-pass", "yes"}},
        {{"mode", "Color"}, {"three-pass", "yes"}, {"three-pass-order", "BGR"}},
        {{"mode", "Gray"}, {"hand-scanner", "yes"}},
        {{"mode", "Color"}, {"hand-scanner", "yes"}},
        {{"mode", "Color"}, {"fuzzy-parameters", "yes"}},
        {{"mode", "Color"}, {"ppl-loss", "7"}},
        {{"mode", "Gray"}, {"read-limit", "yes"}, {"read-limit-size", "1"}, {"resolution", "5"}},
        {{"mode", "Gray"}, {"non-blocking", "yes"}},
        {{"invert-endianess", "yes"}},
    });
    for (const auto& way : ways)
        for (const bool white : {true, false}) {
            auto settings = way;
            settings["test-picture"] = white ? "Solid white" : "Solid black";
            std::string name;
            for (const auto& [key, value] : settings)
                name.append(key).append("=").append(value).append(" ");
            CAPTURE(name);
            const auto pages = scan_with(Sane::test(), settings);
            REQUIRE(pages);
            const auto& page = pages->front();
            CHECK(
                grey(page, page.picture->width / 2, page.picture->height / 2) == (white ? 255 : 0)
            );
        }
}

TEST_CASE("the feeder gives all its sheets, and a flatbed one") {
    const Sane sane;
    if (!sane.here())
        return;
    for (const auto* name : {"feeder", "Automatic Document Feeder"}) {
        const auto sheets = scan_with(Sane::test(), {{"source", name}});
        REQUIRE(sheets);
        CHECK(sheets->size() == 10);
        for (const auto& sheet : *sheets)
            CHECK(sheet.picture->width == sheets->front().picture->width);
    }
    const auto sheet = scan_with(Sane::test(), {{"source", "flatbed"}});
    REQUIRE(sheet);
    CHECK(sheet->size() == 1);
    auto scanner = Sane::test();
    scanner.settings["source"] = "feeder";
    const auto few = scan::acquire(scanner, {.pages = 3}, {});
    REQUIRE(few);
    CHECK(few->size() == 3);
}

TEST_CASE("a scanner is found by its maker's name, and an unknown one is not there") {
    const Sane sane;
    if (!sane.here())
        return;
    auto scanner = sane.pnm();
    scanner.device = "PNM file"; // in its model's name
    const auto named = scan::acquire(scanner, {}, {});
    CHECK_MESSAGE(named.has_value(), named.error().detail);
    auto any = Sane::test();
    any.device = "";
    const auto first = scan::acquire(any, {}, {});
    CHECK_MESSAGE(first.has_value(), first.error().detail);
    scanner.device = "Perfection 9000";
    CHECK(error_of(scan::acquire(scanner, {}, {})) == Kind::NoDevice);
}

TEST_CASE("settings a scanner does not have are passed over") {
    const Sane sane;
    if (!sane.here())
        return;
    CHECK(scan_with(
              sane.pnm(), {{"resolution", "9999"}, {"lamp", "blue"}, {"mode", "Kodachrome"}}
    ).has_value());
}

TEST_CASE("a slow scanner lets itself be cancelled in the middle") {
    const Sane sane;
    if (!sane.here())
        return;
    auto scanner = Sane::test();
    scanner.dpi = 300; // 17 MB of colour at 200 ms for each bit of it: minutes
    scanner.settings = {
        {"read-delay", "yes"},
        {"read-delay-duration", "200000"},
        {"read-limit", "yes"},
        {"read-limit-size", "1000"}};
    std::atomic<bool> stop{false};
    auto scanned = std::async(std::launch::async, [&] {
        return scan::acquire(scanner, {}, [&] { return stop.load(); });
    });
    CHECK(scanned.wait_for(std::chrono::milliseconds(500)) == std::future_status::timeout);
    stop = true;
    REQUIRE(scanned.wait_for(std::chrono::seconds(10)) == std::future_status::ready);
    CHECK(error_of(scanned.get()) == Kind::Cancelled);
    CHECK(scan::acquire(sane.pnm(), {}, {}).has_value());
}

TEST_CASE("a person who gives up at once scans nothing") {
    const Sane sane;
    if (!sane.here())
        return;
    auto scanner = Sane::test();
    scanner.dpi = 300;
    CHECK(error_of(scan::acquire(scanner, {}, [] { return true; })) == Kind::Cancelled);
}

TEST_CASE("a sheet of too many pixels is refused before it is read") {
    const Sane sane;
    if (!sane.here())
        return;
    CHECK(error_of(scan::acquire(sane.pnm(), {.pixels = 59'999}, {})) == Kind::TooLarge);
    auto endless = Sane::test();
    endless.dpi = 300;
    endless.settings = {{"hand-scanner", "yes"}, {"mode", "Gray"}};
    CHECK(error_of(scan::acquire(endless, {.pixels = 900'000}, {})) == Kind::TooLarge);
}
