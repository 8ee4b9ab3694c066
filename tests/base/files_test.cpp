// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.hpp"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace guichet;
namespace fs = std::filesystem;

namespace {

class Folder {
public:
    Folder() : m_path(fs::temp_directory_path() / ("files-" + std::to_string(::getpid()))) {
        fs::create_directories(m_path);
    }
    ~Folder() { fs::remove_all(m_path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    fs::path operator/(const std::string& name) const { return m_path / name; }
    fs::path path() const { return m_path; }

private:
    fs::path m_path;
};

} // namespace

TEST_CASE("what is written is read again, and nothing lies beside it") {
    const Folder folder;
    REQUIRE(write_file(folder / "sheet.pdf", "bytes").has_value());
    CHECK(read_file(folder / "sheet.pdf", 100) == "bytes");
    REQUIRE(write_file(folder / "sheet.pdf", "others").has_value());
    CHECK(read_file(folder / "sheet.pdf", 100) == "others");
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator{}) == 1);
}

TEST_CASE("files that cannot be read say why") {
    const Folder folder;
    std::ofstream(folder / "empty").close();
    REQUIRE(write_file(folder / "large", std::string(101, 'x')).has_value());
    CHECK(read_file(folder / "absent", 100).error().kind == Error::Kind::NotFound);
    CHECK(read_file(folder / "empty", 100).error().kind == Error::Kind::Empty);
    CHECK(read_file(folder / "large", 100).error().kind == Error::Kind::TooLarge);
    CHECK(read_file(folder.path(), 100).error().kind == Error::Kind::Unreadable);
}

TEST_CASE("a file that outgrows its room is told as a full disk, and no half file stays") {
    const Folder folder;
    rlimit before{};
    REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
    const rlimit small{.rlim_cur = 10, .rlim_max = before.rlim_max};
    auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
    REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
    const auto written = write_file(folder / "sheet.pdf", "more than ten bytes");
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().kind == Error::Kind::Full);
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("what a killed process left half written is removed by the next one, and only that") {
    using namespace std::chrono_literals;
    const Folder folder;
    const auto leave = [&folder](const std::string& name, std::chrono::seconds age) {
        std::ofstream(folder / name) << "half";
        fs::last_write_time(folder / name, fs::file_time_type::clock::now() - age);
    };
    leave(".old.pdf.guichet-part", 1h);
    leave(".being-written.pdf.guichet-part", 0s); // by somebody else, now
    leave("holidays.pdf.part", 1h);               // a browser's, on the person's own stick
    REQUIRE(write_file(folder / "sheet.pdf", "bytes").has_value());
    CHECK_FALSE(fs::exists(folder / ".old.pdf.guichet-part"));
    CHECK(fs::exists(folder / ".being-written.pdf.guichet-part"));
    CHECK(fs::exists(folder / "holidays.pdf.part"));
    CHECK(read_file(folder / "sheet.pdf", 100) == "bytes");
}

TEST_CASE("a folder that is not there is told") {
    CHECK_FALSE(write_file("/nowhere/sheet.pdf", "bytes").has_value());
}
