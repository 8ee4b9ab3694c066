// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.hpp"
#include "deliver/printer.hpp"

#include <array>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace guichet;
using namespace guichet::deliver;

namespace {

/// A real cupsd of our own (tests/fakes/print_server.sh) for as long as the object lives.
class PrintServer {
public:
    PrintServer()
        : m_folder(
              std::filesystem::temp_directory_path() / ("cups-" + std::to_string(::getpid()))
          ) {
        const std::string script = GUICHET_SOURCE "/tests/fakes/print_server.sh";
        const auto folder = m_folder.string();
        m_pid = ::fork();
        if (m_pid == 0) {
            ::execl(script.c_str(), script.c_str(), folder.c_str(), nullptr);
            ::_exit(1);
        }
        for (int i = 0; i < 100 && !std::filesystem::exists(socket()); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    ~PrintServer() {
        ::kill(m_pid, SIGTERM);
        ::waitpid(m_pid, nullptr, 0);
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    PrintServer(const PrintServer&) = delete;
    PrintServer& operator=(const PrintServer&) = delete;

    bool runs() const { return std::filesystem::exists(socket()); }
    std::string socket() const { return (m_folder / "run/sock").string(); }
    std::filesystem::path printed() const { return m_folder / "out/printed"; }

private:
    std::filesystem::path m_folder;
    pid_t m_pid;
};

bool go_on() {
    return false;
}

} // namespace

TEST_CASE("a printer says what really happened to the paper") {
    if (::getuid() != 0 || !std::filesystem::exists("/usr/sbin/cupsd")) {
        MESSAGE("skipped: cupsd and root are needed");
        return;
    }
    const PrintServer server;
    REQUIRE(server.runs());
    const std::string pdf = "%PDF-1.4\n%%EOF\n";

    SUBCASE("printed: done, and the paper has every byte") {
        CHECK(print_pdf({"good", server.socket()}, pdf, go_on).has_value());
        CHECK(read_file(server.printed(), 1000) == pdf);
    }
    SUBCASE("an empty second tray keeps nothing from being printed") {
        CHECK(print_pdf({"tray_two", server.socket()}, pdf, go_on).has_value());
        CHECK(read_file(server.printed(), 1000) == pdf);
    }
    SUBCASE("what goes wrong has its own name") {
        struct Case {
            const char* queue;
            Error::Kind kind;
        };
        const auto cases = std::to_array<Case>({
            {"no_paper", Error::Kind::OutOfPaper},
            {"jammed", Error::Kind::Jammed},
            {"refusing", Error::Kind::Refused},
            {"stopping", Error::Kind::Refused},
            {"absent", Error::Kind::NoDevice},
        });
        for (const auto& row : cases) {
            CAPTURE(row.queue);
            const auto printed = print_pdf({row.queue, server.socket()}, pdf, go_on);
            REQUIRE_FALSE(printed.has_value());
            CHECK(printed.error().kind == row.kind);
        }
    }
    SUBCASE("a person who gives up takes the job back") {
        const auto printed = print_pdf({"no_paper", server.socket()}, pdf, [] { return true; });
        REQUIRE_FALSE(printed.has_value());
        CHECK(printed.error().kind == Error::Kind::Cancelled);
    }
}

TEST_CASE("no print server is no printer") {
    const auto printed = print_pdf({"", "/nowhere/sock"}, "%PDF-1.4", go_on);
    REQUIRE_FALSE(printed.has_value());
    CHECK(printed.error().kind == Error::Kind::NoDevice);
}
