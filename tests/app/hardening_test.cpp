// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/child/hardening.hpp"

#include <array>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

/// In a process of its own: hardening cannot be taken back. Its exit status.
int in_a_child(const std::function<int()>& work) {
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(work());
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 255;
}

long locked_kilobytes() {
    std::ifstream file("/proc/self/status");
    for (std::string word; file >> word;)
        if (word == "VmLck:") {
            long number = 0;
            file >> number;
            return number;
        }
    return -1;
}

/// 0: as it must be.
int after_hardening() {
    guichet::app::harden();
    rlimit core{1, 1};
    ::getrlimit(RLIMIT_CORE, &core);
    if (core.rlim_cur != 0 || core.rlim_max != 0)
        return 1;
    if (::prctl(PR_GET_DUMPABLE) != 0 || ::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1)
        return 2;
    // More than any finite limit allows to lock: it must be had either way.
    constexpr std::size_t size = std::size_t{64} << 20;
    std::vector<char> memory(size);
    volatile char* used = memory.data(); // or the compiler asks for no memory at all
    for (std::size_t i = 0; i < size; i += 4096)
        used[i] = 1;
    return (locked_kilobytes() >= 64L * 1024) == guichet::app::may_lock_all() ? 0 : 3;
}

/// This process is not above the limits any more (capabilities(7)).
bool gives_up_locking() {
    __user_cap_header_struct head{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, 2> all{};
    if (::syscall(SYS_capget, &head, all.data()) != 0)
        return false;
    all[0].effective &= ~(1U << CAP_IPC_LOCK | 1U << CAP_SYS_RESOURCE);
    return ::syscall(SYS_capset, &head, all.data()) == 0;
}

} // namespace

TEST_CASE("a hardened process leaves no core, is nobody's to look into and locks what it may") {
    CHECK(in_a_child(after_hardening) == 0);
}

TEST_CASE("a process that may lock only a little locks nothing and still gets its memory") {
    CHECK(in_a_child([] {
              constexpr rlim_t kilobytes = 64;
              const rlimit little{kilobytes * 1024, kilobytes * 1024};
              if (::setrlimit(RLIMIT_MEMLOCK, &little) != 0 || !gives_up_locking())
                  return 9;
              if (guichet::app::may_lock_all())
                  return 8;
              return after_hardening();
          }) == 0);
}

TEST_CASE("where no limit holds, every page that is used is really locked") {
    const int status = in_a_child([] { return guichet::app::may_lock_all() ? 0 : 1; });
    if (status != 0) {
        MESSAGE("skipped: this system lets nobody lock more than RLIMIT_MEMLOCK");
        return;
    }
    CHECK(in_a_child([] {
              guichet::app::harden();
              const long before = locked_kilobytes();
              // More than malloc ever takes from memory it already has. Reading /proc lets a few
              // pages of buffers go meanwhile (8 kB measured).
              constexpr std::size_t size = std::size_t{64} << 20;
              std::vector<char> memory(size);
              volatile char* used = memory.data(); // or the compiler asks for no memory at all
              for (std::size_t i = 0; i < size; i += 4096)
                  used[i] = 1;
              return locked_kilobytes() - before >= 63L * 1024 ? 0 : 1;
          }) == 0);
}
