#include "app/hardening.hpp"

#include <fstream>
#include <functional>
#include <memory>
#include <string>

#include <doctest/doctest.h>
#include <sys/prctl.h>
#include <sys/resource.h>
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
    const auto memory = std::make_unique<char[]>(size);
    for (std::size_t i = 0; i < size; i += 4096)
        memory[i] = 1;
    rlimit lock{};
    ::getrlimit(RLIMIT_MEMLOCK, &lock);
    const bool may_lock = lock.rlim_max == RLIM_INFINITY;
    return (locked_kilobytes() >= 64 * 1024) == may_lock ? 0 : 3;
}

} // namespace

TEST_CASE("a hardened process leaves no core, is nobody's to look into and locks what it may") {
    CHECK(in_a_child(after_hardening) == 0);
}

TEST_CASE("a process that may lock only a little locks nothing and still gets its memory") {
    CHECK(in_a_child([] {
              const rlimit little{64 * 1024, 64 * 1024};
              if (::setrlimit(RLIMIT_MEMLOCK, &little) != 0)
                  return 9;
              return after_hardening();
          }) == 0);
}
