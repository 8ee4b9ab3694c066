#include "base/files.hpp"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
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
    fs::path operator/(const char* name) const { return m_path / name; }
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

TEST_CASE("a full disk is told, and no half file stays") {
    if (!fs::exists("/dev/full")) {
        MESSAGE("skipped: no /dev/full");
        return;
    }
    const Folder folder;
    fs::create_symlink("/dev/full", folder / "sheet.pdf.part");
    const auto written = write_file(folder / "sheet.pdf", "bytes");
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().kind == Error::Kind::Full);
    CHECK_FALSE(fs::exists(folder / "sheet.pdf"));
    CHECK_FALSE(fs::exists(fs::symlink_status(folder / "sheet.pdf.part")));
}

TEST_CASE("a folder that is not there is told") {
    CHECK_FALSE(write_file("/nowhere/sheet.pdf", "bytes").has_value());
}
