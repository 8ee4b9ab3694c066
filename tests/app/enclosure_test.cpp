// SPDX-License-Identifier: GPL-3.0-or-later
// What a reader may open and how long it may work, tried in processes of their own.
#include "app/child/enclosure.hpp"
#include "app/child/hardening.hpp"
#include "app/child/reader.hpp"
#include "app/elsewhere.hpp"
#include "temporary_folder.hpp"

#include <cerrno>
#include <csignal>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

using namespace guichet;
namespace fs = std::filesystem;

namespace {

int failure_of_opening(const fs::path& file, int how) {
    const int descriptor = ::open(file.c_str(), how, 0600);
    return descriptor >= 0 ? 0 : errno;
}

} // namespace

TEST_CASE("a reader opens its input, and no other file") {
    const TemporaryFolder input;
    const TemporaryFolder other;
    std::ofstream(input.path() / "page") << "x";
    std::ofstream(other.path() / "secret") << "x";
    if (app::elsewhere([&] { return app::enclose_files({input.path()}, {}) ? 0 : 1; }) != 0) {
        MESSAGE("this kernel has no Landlock: the reader is not enclosed");
        return;
    }
    const auto failure = [&](const fs::path& file, int how) {
        return app::elsewhere([&] {
            app::enclose({.kind = scan::Scanner::Kind::Folder, .path = input.path()});
            return failure_of_opening(file, how);
        });
    };
    CHECK(failure(input.path() / "page", O_RDONLY) == 0);
    CHECK(failure("/dev/null", O_WRONLY) == 0);
    CHECK(failure(input.path() / "page", O_WRONLY) == EACCES);
    CHECK(failure(input.path() / "new", O_WRONLY | O_CREAT) == EACCES);
    CHECK(failure(other.path() / "secret", O_RDONLY) == EACCES);
    CHECK(failure("/proc/self/environ", O_RDONLY) == EACCES);
    CHECK(failure(fs::path("/root"), O_RDONLY) == EACCES);
}

TEST_CASE("a reader whose work never ends is ended by the system") {
    const int ended = app::elsewhere([] {
        app::limit_work(1);
        volatile unsigned long turns = 0;
        while (true)
            turns = turns + 1;
        return 0;
    });
    CHECK(ended == -SIGXCPU);
}
