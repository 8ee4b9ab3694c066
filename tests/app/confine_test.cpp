// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/child/confine.hpp"
#include "app/child/hardening.hpp"
#include "app/elsewhere.hpp"

#include <array>
#include <cerrno>
#include <cstdlib>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using guichet::app::confine;
using guichet::app::elsewhere;
using guichet::app::Network;

int failure_of_socket(int family) {
    const int fd = ::socket(family, SOCK_STREAM, 0);
    return fd >= 0 ? 0 : errno;
}

} // namespace

TEST_CASE("a confined process opens no internet socket, and still talks to its parent") {
    const auto socket_after = [](Network network, int family) {
        return elsewhere([=] {
            confine(network, 4);
            return failure_of_socket(family);
        });
    };
    CHECK(socket_after(Network::Forbidden, AF_INET) == EACCES);
    CHECK(socket_after(Network::Forbidden, AF_INET6) == EACCES);
    CHECK(socket_after(Network::Forbidden, AF_UNIX) == 0);
    CHECK(socket_after(Network::Allowed, AF_INET) == 0);
}

TEST_CASE("a confined process leaves nothing in a file") {
    const int failure = elsewhere([] {
        confine(Network::Forbidden, 4);
        auto name = std::to_array("/tmp/guichet-confine-XXXXXX");
        const int fd = ::mkstemp(name.data());
        ::unlink(name.data());
        return ::write(fd, "x", 1) == 1 ? 0 : errno;
    });
    CHECK(failure == EFBIG);
}

TEST_CASE("a hardened process leaves no core and cannot be looked into") {
    CHECK(elsewhere([] {
              guichet::app::harden();
              rlimit core{};
              ::getrlimit(RLIMIT_CORE, &core);
              return core.rlim_max == 0 ? 0 : 1;
          }) == 0);
    CHECK(elsewhere([] {
              guichet::app::harden();
              return ::prctl(PR_GET_DUMPABLE);
          }) == 0);
    CHECK(elsewhere([] {
              guichet::app::harden();
              return ::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0);
          }) == 1);
}
