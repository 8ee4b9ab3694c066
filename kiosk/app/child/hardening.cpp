// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/child/hardening.hpp"

#include <cstdio>

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace guichet::app {

namespace {

void refused(const char* what) {
    std::fprintf(stderr, "guichet: the system refuses %s\n", what);
}

} // namespace

bool may_lock_all() {
    const rlimit endless{RLIM_INFINITY, RLIM_INFINITY};
    if (::setrlimit(RLIMIT_MEMLOCK, &endless) == 0)
        return true;
    rlimit limit{};
    if (::getrlimit(RLIMIT_MEMLOCK, &limit) != 0)
        return false;
    // Above every limit (CAP_IPC_LOCK) is who may lock one page where none is allowed.
    const rlimit none{0, limit.rlim_max};
    if (::setrlimit(RLIMIT_MEMLOCK, &none) != 0)
        return false;
    const char on_this_page{};
    const bool allowed = ::mlock(&on_this_page, sizeof on_this_page) == 0;
    if (allowed)
        ::munlock(&on_this_page, sizeof on_this_page);
    ::setrlimit(RLIMIT_MEMLOCK, &limit);
    return allowed;
}

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
    if (!may_lock_all() || ::mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT) != 0)
        refused("to lock memory (RLIMIT_MEMLOCK)");
}

} // namespace guichet::app
