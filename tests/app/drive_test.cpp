// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screen/drive.hpp"

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>
#include <thread>

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

using guichet::app::Drive;

std::filesystem::path socket_name() {
    return std::filesystem::temp_directory_path() / ("guichet-drive-" + std::to_string(::getpid()));
}

/// Sends the lines as a driver would and returns everything that comes back.
std::string talk(const std::filesystem::path& socket, const std::string& lines, int replies) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, socket.c_str(), sizeof address.sun_path - 1);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
    std::string received;
    if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
        ::send(fd, lines.data(), lines.size(), MSG_NOSIGNAL);
        char letter = 0;
        while (replies > 0 && ::recv(fd, &letter, 1, 0) == 1) {
            received += letter;
            replies -= letter == '\n' ? 1 : 0;
        }
    }
    ::close(fd);
    return received;
}

} // namespace

TEST_CASE("each line asked on the drive socket is answered in order, when the loop can") {
    std::atomic<int> wakes{0};
    auto drive = Drive::open(socket_name(), [&] { ++wakes; });
    REQUIRE(drive);
    std::string replies;
    std::thread driver([&] { replies = talk(socket_name(), "one\ntwo\n", 2); });
    int asked_again = 0;
    int answered = 0;
    while (answered < 2)
        (*drive)->serve([&](Drive::Request& request) -> std::optional<std::string> {
            if (!request.begun) {
                request.begun = true;
                ++asked_again;
                return std::nullopt; // only after the next frame
            }
            ++answered;
            return "re: " + request.line;
        });
    driver.join();
    CHECK(replies == "re: one\nre: two\n");
    CHECK(asked_again == 2);
    CHECK(wakes == 2);
}

TEST_CASE("a driver that is waiting does not keep a visit from ending") {
    auto drive = Drive::open(socket_name(), [] {});
    REQUIRE(drive);
    std::thread driver([&] { talk(socket_name(), "anybody?\n", 1); });
    while (!(*drive)->serve([](Drive::Request&) { return std::optional<std::string>{}; }))
        std::this_thread::yield();
    drive->reset();
    driver.join();
    CHECK_FALSE(std::filesystem::exists(socket_name()));
}

TEST_CASE("an installed kiosk cannot be driven") {
    ::setenv("GUICHET_DATA", "/usr/share/guichet", 1);
    const auto drive = Drive::open(socket_name(), [] {});
    ::unsetenv("GUICHET_DATA");
    REQUIRE_FALSE(drive);
    CHECK(drive.error().kind == guichet::Error::Kind::Refused);
}

TEST_CASE("a socket that cannot be made is said so") {
    const auto drive = Drive::open("/nowhere/at/all", [] {});
    REQUIRE_FALSE(drive);
    CHECK(drive.error().kind == guichet::Error::Kind::Unreachable);
}
