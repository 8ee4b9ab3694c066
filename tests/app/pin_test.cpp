// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/site/pin.hpp"
#include "base/files.hpp"

#include <filesystem>
#include <string>

#include <doctest/doctest.h>
#include <unistd.h>

namespace guichet::app {
namespace {

namespace fs = std::filesystem;

/// A PIN in a file of its own, gone at the end.
struct PinFile {
    explicit PinFile(const std::string& text, fs::perms allowed = fs::perms::owner_read) {
        REQUIRE(write_file(path, text));
        fs::permissions(path, allowed);
    }
    ~PinFile() {
        std::error_code error;
        fs::remove(path, error);
    }
    PinFile(const PinFile&) = delete;
    PinFile& operator=(const PinFile&) = delete;

    fs::path path = fs::temp_directory_path() / ("guichet-pin-" + std::to_string(::getpid()));
};

} // namespace

TEST_CASE("the site's PIN is what its file says, with or without a last line end") {
    for (const auto* text : {"482915", "482915\n", "482915\r\n"}) {
        const PinFile file{text};
        CHECK(is_pin(file.path, "482915"));
        CHECK_FALSE(is_pin(file.path, "482916"));
        CHECK_FALSE(is_pin(file.path, "4829"));
        CHECK_FALSE(is_pin(file.path, ""));
    }
}

TEST_CASE("a PIN that is short, long or no number is none") {
    for (const auto* text : {"\n", "48291", "1234567890123", "48291a", "482 915"}) {
        CAPTURE(text);
        const PinFile file{text};
        const auto pin = read_pin(file.path);
        REQUIRE_FALSE(pin);
        CHECK(pin.error().kind == Error::Kind::Invalid);
        CHECK_FALSE(is_pin(file.path, text));
    }
}

TEST_CASE("a PIN that everybody could read or change is refused") {
    for (const auto open : {fs::perms::others_read, fs::perms::others_write}) {
        const PinFile file{"482915", fs::perms::owner_read | open};
        const auto pin = read_pin(file.path);
        REQUIRE_FALSE(pin);
        CHECK(pin.error().kind == Error::Kind::Refused);
        CHECK_FALSE(is_pin(file.path, "482915"));
    }
}

TEST_CASE("no file, no PIN") {
    CHECK_FALSE(is_pin("/does/not/exist", "482915"));
}

} // namespace guichet::app
