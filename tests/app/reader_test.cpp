// SPDX-License-Identifier: GPL-3.0-or-later
// The true reader in a process of its own, as a visit starts it.
#include "app/child/process.hpp"
#include "app/child/reader.hpp"
#include "app/protocol/protocol.hpp"
#include "temporary_folder.hpp"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <utility>

#include <doctest/doctest.h>
#include <leptonica/allheaders.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace guichet;
using namespace std::chrono_literals;
namespace fs = std::filesystem;
using visit::happened::CameraShows;
using visit::happened::ScanFailed;
using visit::happened::ScanRead;
using visit::happened::ScanShows;

namespace {

/// A sheet with rows of marks, or an empty table.
void write_frame(const fs::path& file, bool sheet, int blur = 0, int side = 1000) {
    Pix* pix = pixCreate(side, side * 3 / 4, 8);
    pixSetAllArbitrary(pix, 90);
    if (sheet)
        pixRasterop(pix, side / 5, 100, side * 3 / 5, side / 2, PIX_SET, nullptr, 0, 0);
    for (int row = 0; sheet && row < 12; ++row)
        for (int letter = 0; letter < 40; ++letter)
            if ((row * 7 + letter * 5) % 11 < 8)
                pixRasterop(
                    pix, side / 5 + 20 + letter * 14, 130 + row * 30, 6, 14, PIX_CLR, nullptr, 0, 0
                );
    if (blur > 0) {
        Pix* soft = pixBlockconv(pix, blur, blur);
        pixDestroy(&pix);
        pix = soft;
    }
    pixWriteJpeg(file.c_str(), pix, 85, 0);
    pixDestroy(&pix);
}

/// A reader of its own, killed with this object.
class Reader {
public:
    Reader() : m_channel(start()) {}
    ~Reader() { end(); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    void
    ask(const scan::Scanner& scanner,
        const std::optional<visit::Corners>& corners = std::nullopt,
        int picture = 1) {
        REQUIRE(m_channel.send(app::to_packet(
            1, app::ReadJob{.scanner = scanner, .kinds = {}, .picture = picture, .corners = corners}
        )));
    }
    void shoot() { REQUIRE(m_channel.send(app::to_shot_packet(1))); }

    /// What it says next that is one of `Kind`; null when it says no such thing.
    template <typename Kind>
    std::optional<Kind> next() {
        while (true) {
            const auto packet = m_channel.receive(60s);
            if (!packet)
                return std::nullopt;
            auto news = app::to_reader_says(*packet);
            REQUIRE(news);
            if (auto* found = std::get_if<Kind>(&*news))
                return std::move(*found);
            if (std::holds_alternative<ScanFailed>(*news))
                return std::nullopt;
        }
    }

    /// The most memory it ever held, in megabytes. It is over then.
    long end() {
        if (m_pid == 0)
            return 0;
        ::kill(m_pid, SIGKILL);
        rusage used{};
        ::wait4(std::exchange(m_pid, 0), nullptr, 0, &used);
        return used.ru_maxrss / 1024;
    }
    pid_t pid() const { return m_pid; }

private:
    Channel start() {
        auto ends = Channel::create();
        REQUIRE(ends);
        m_pid = ::fork();
        if (m_pid == 0) {
            ::dup2(ends->second.descriptor(), app::channel_descriptor);
            ::_exit(app::run_reader());
        }
        return std::move(ends->first);
    }

    pid_t m_pid{};
    Channel m_channel;
};

} // namespace

TEST_CASE("a camera shows its pictures until something lies still, then that is read") {
    const TemporaryFolder folder;
    write_frame(folder.path() / "1.jpg", false);
    write_frame(folder.path() / "2.jpg", true);
    Reader reader;
    reader.ask({.kind = scan::Scanner::Kind::Camera, .path = folder.path()});
    const auto first = reader.next<CameraShows>();
    REQUIRE(first);
    CHECK(first->sight == procedure::CameraSight::Empty);
    REQUIRE(first->picture);
    CHECK(first->picture->width == 640);
    const auto second = reader.next<CameraShows>();
    REQUIRE(second);
    CHECK(second->sight == procedure::CameraSight::Moving);
    const auto shot = reader.next<ScanShows>();
    REQUIRE(shot);
    CHECK(shot->picture->width == 1000);
    CHECK(reader.next<ScanRead>().has_value());
}

TEST_CASE("a picture is taken by hand at any moment, also of a blurred sheet") {
    const TemporaryFolder folder;
    write_frame(folder.path() / "1.jpg", true, 8);
    Reader reader;
    reader.ask({.kind = scan::Scanner::Kind::Camera, .path = folder.path()});
    for (int i = 0; i < 12; ++i) { // longer than a sharp one would wait
        const auto seen = reader.next<CameraShows>();
        REQUIRE(seen);
        CHECK(seen->sight == procedure::CameraSight::Blurred);
    }
    reader.shoot();
    CHECK(reader.next<ScanShows>().has_value());
    CHECK(reader.next<ScanRead>().has_value());
}

TEST_CASE("a picture is read again with the corners the person gave, though its file is gone") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "1.jpg";
    write_frame(file, true);
    const scan::Scanner scanner{.kind = scan::Scanner::Kind::File, .path = file};
    Reader reader;
    reader.ask(scanner);
    const auto shown = reader.next<ScanShows>();
    REQUIRE(shown);
    CHECK(shown->photo);
    const auto first = reader.next<ScanRead>();
    REQUIRE(first);
    REQUIRE(first->corners); // the sheet lies between 0.2 and 0.8 across
    CHECK(first->corners->front().x == doctest::Approx(0.2).epsilon(0.05));
    write_frame(file, false); // another document is shown since
    reader.ask(scanner, std::nullopt, 2);
    REQUIRE(reader.next<ScanRead>());
    fs::remove(file);
    const visit::Corners upper{{{0.2, 0.2}, {0.8, 0.2}, {0.8, 0.5}, {0.2, 0.5}}};
    reader.ask(scanner, upper);
    const auto again = reader.next<ScanRead>();
    REQUIRE(again);
    REQUIRE(again->reading.pages.size() == 1);
    const auto& page = *again->reading.pages.front();
    CHECK(page.width > 2 * page.height); // 600 by 225 pixels of the picture
}

TEST_CASE("without a picture taken before, none is read again") {
    const TemporaryFolder folder;
    Reader reader;
    reader.ask({.kind = scan::Scanner::Kind::Folder, .path = folder.path()}, visit::whole_picture);
    const auto failed = reader.next<ScanFailed>();
    REQUIRE(failed);
    CHECK(failed->why == Error::Kind::NotFound);
}

TEST_CASE("a camera that is not there is said, and the reader lives on") {
    const TemporaryFolder folder;
    Reader reader;
    for (int i = 0; i < 2; ++i) {
        reader.ask({.kind = scan::Scanner::Kind::Camera, .path = folder.path()});
        const auto failed = reader.next<ScanFailed>();
        REQUIRE(failed);
        CHECK(failed->why == Error::Kind::Empty);
    }
}

TEST_CASE("a reader asked to end while its camera runs ends at once") {
    const TemporaryFolder folder;
    write_frame(folder.path() / "1.jpg", false);
    Reader reader;
    reader.ask({.kind = scan::Scanner::Kind::Camera, .path = folder.path()});
    REQUIRE(reader.next<CameraShows>());
    ::kill(reader.pid(), SIGTERM);
    CHECK_FALSE(reader.next<ScanRead>().has_value()); // its end of the channel closes
}

TEST_CASE("the largest picture fits a reader's memory") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "page.jpg";
    write_frame(file, true, 0, 11'500); // 99 megapixels
    Reader reader;
    reader.ask({.kind = scan::Scanner::Kind::File, .path = file});
    CHECK(reader.next<ScanRead>().has_value());
    const long most = reader.end();
    MESSAGE("resident at most: " << most << " MB");
#if !defined(__SANITIZE_ADDRESS__)
    CHECK(most <= 250);
#endif
}

TEST_CASE("a document of twenty pages fits a reader's memory") {
    const TemporaryFolder folder;
    std::string kids;
    std::string pages;
    for (int i = 3; i < 23; ++i) {
        kids += std::to_string(i) + " 0 R ";
        pages +=
            std::to_string(i) + " 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n";
    }
    const auto file = folder.path() / "pages.pdf";
    std::ofstream(file) << "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                        << "2 0 obj<</Type/Pages/Count 20/Kids[" << kids << "]>>endobj\n"
                        << pages << "trailer<</Root 1 0 R>>\n%%EOF\n";
    Reader reader;
    reader.ask({.kind = scan::Scanner::Kind::File, .path = file});
    const auto read = reader.next<ScanRead>();
    REQUIRE(read);
    CHECK(read->reading.pages.size() == 20);
    const long most = reader.end();
    MESSAGE("resident at most: " << most << " MB");
#if !defined(__SANITIZE_ADDRESS__)
    CHECK(most <= 250);
#endif
}
