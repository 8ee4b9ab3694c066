// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/child/confine.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdio>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>

namespace guichet::app {

namespace {

#if defined(__x86_64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_AARCH64;
#else
#error "name the audit architecture of this processor"
#endif

sock_filter statement(int code, std::size_t k) {
    return {static_cast<std::uint16_t>(code), 0, 0, static_cast<std::uint32_t>(k)};
}

sock_filter jump_if_equal(std::size_t k, std::uint8_t yes, std::uint8_t no) {
    return {BPF_JMP | BPF_JEQ | BPF_K, yes, no, static_cast<std::uint32_t>(k)};
}

/// socket(AF_INET…) and socket(AF_INET6…) give EACCES; a foreign architecture ends the process.
bool forbid_internet() {
    constexpr auto load = BPF_LD | BPF_W | BPF_ABS;
    constexpr auto give = BPF_RET | BPF_K;
    std::array filter{
        statement(load, offsetof(seccomp_data, arch)),
        jump_if_equal(architecture, 1, 0),
        statement(give, SECCOMP_RET_KILL_PROCESS),
        statement(load, offsetof(seccomp_data, nr)),
        jump_if_equal(__NR_socket, 0, 4),
        statement(load, offsetof(seccomp_data, args)),
        jump_if_equal(AF_INET, 1, 0),
        jump_if_equal(AF_INET6, 0, 1),
        statement(give, SECCOMP_RET_ERRNO | EACCES),
        statement(give, SECCOMP_RET_ALLOW),
    };
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

void limit(__rlimit_resource what, std::size_t most, const char* name) {
    const rlimit both{most, most};
    if (::setrlimit(what, &both) != 0)
        std::fprintf(stderr, "guichet: the system refuses to limit %s\n", name);
}

} // namespace

void confine(Network network, [[maybe_unused]] unsigned gigabytes) {
    std::signal(SIGXFSZ, SIG_IGN); // a write over the limit fails with EFBIG instead
    limit(RLIMIT_FSIZE, 0, "files");
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    limit(RLIMIT_AS, std::size_t{gigabytes} << 30, "memory");
#endif
    if (network == Network::Forbidden && !forbid_internet())
        std::fprintf(stderr, "guichet: the system refuses to forbid the network\n");
}

} // namespace guichet::app
