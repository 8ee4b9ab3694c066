#include "app/hardening.hpp"

#include <cstdio>

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace guichet::app {

namespace {

void refused(const char* what) {
    std::fprintf(stderr, "guichet: the system refuses %s\n", what);
}

/// Locking counts against RLIMIT_MEMLOCK by address space, not by use: with a finite limit every
/// later allocation over it would fail, so it is all or nothing.
bool may_lock() {
    const rlimit endless{RLIM_INFINITY, RLIM_INFINITY};
    if (::setrlimit(RLIMIT_MEMLOCK, &endless) == 0)
        return true;
    rlimit limit{};
    return ::getrlimit(RLIMIT_MEMLOCK, &limit) == 0 && limit.rlim_max == RLIM_INFINITY;
}

} // namespace

void harden() {
    const rlimit none{0, 0};
    if (::setrlimit(RLIMIT_CORE, &none) != 0)
        refused("to forbid core files");
    if (::prctl(PR_SET_DUMPABLE, 0) != 0)
        refused("to make this process not dumpable");
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        refused("to give up new privileges");
    // Pages are locked when first used: locking them all at once would make the process resident
    // several times over.
    if (!may_lock() || ::mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT) != 0)
        refused("to lock memory (RLIMIT_MEMLOCK)");
}

} // namespace guichet::app
