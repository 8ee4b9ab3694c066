// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk under Xvfb while its processes are killed one after the other: the visit goes on
// without a reader or a courier, a fresh visit follows one that crashed, and nothing outlives the
// keeper. Prints how long each took.
#include "driver.hpp"
#include "hand.hpp"
#include "program.hpp"
#include "stage.hpp"
#include "watch.hpp"

#include <chrono>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <thread>
#include <vector>

#include <sys/mman.h>
#include <sys/resource.h>

namespace {

using namespace e2e; // NOLINT(google-build-using-namespace)

void kill_child(const std::string& socket, const std::string& which) {
    Driver visit(socket);
    const auto pid_now = [&] { return visit.ask({{"do", "processes"}})[which].get<int>(); };
    // Long enough alive to be worth replacing before it has work.
    int before = 0;
    const auto settled = [&] {
        before = pid_now();
        std::this_thread::sleep_for(std::chrono::milliseconds{2500});
        return before > 0 && pid_now() == before;
    };
    for (int i = 0; i < 10 && !settled(); ++i)
        before = 0;
    if (before == 0)
        throw Failure{"there is no " + which};
    const auto start = Clock::now();
    ::kill(before, SIGKILL);
    if (!comes_true([&] { return pid_now() > 0 && pid_now() != before; }))
        throw Failure{"the " + which + " was not replaced"};
    report("kill -9 " + which + " → another one", start);
}

void crash_visit(const std::string& socket, int signal) {
    int before = 0;
    {
        Driver visit(socket);
        before = visit.ask({{"do", "processes"}})["visit"].get<int>();
        visit.ask({{"do", "tap"}, {"id", "language:en"}});
    }
    std::this_thread::sleep_for(std::chrono::seconds{3}); // until the next one waits
    const auto start = Clock::now();
    ::kill(before, signal);
    const auto next = fresh_visit_after(socket, before);
    report("kill -" + std::to_string(signal) + " visit → the next one is drawn", start);
}

void kill_keeper(const std::string& socket, int keeper) {
    std::vector<int> all;
    {
        Driver visit(socket);
        const auto processes = visit.ask({{"do", "processes"}});
        for (const auto* name : {"visit", "reader", "courier"})
            all.push_back(processes[name].get<int>());
    }
    const auto start = Clock::now();
    ::kill(keeper, SIGKILL);
    for (const int pid : all)
        if (!comes_true([&] { return !runs(pid); }))
            throw Failure{"a process outlives the keeper"};
    report("kill -9 keeper → nothing is left", start);
}

/// A line of /proc/PID/status: "VmLck:	  12345 kB".
long kilobytes(int pid, const std::string& key) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/status");
    std::string word;
    while (file >> word)
        if (long number = 0; word == key + ":" && file >> number)
            return number;
    throw Failure{"no " + key + " of " + std::to_string(pid)};
}

/// This process, and so the kiosk it starts, may lock all its memory.
bool may_lock() {
    const rlimit endless{RLIM_INFINITY, RLIM_INFINITY};
    if (::setrlimit(RLIMIT_MEMLOCK, &endless) == 0)
        return true;
    constexpr std::size_t size = std::size_t{64} << 20; // more than any usual limit
    const std::vector<char> much(size);
    return ::mlock(much.data(), size) == 0 && ::munlock(much.data(), size) == 0;
}

void memory_is_locked(const std::string& socket) {
    if (!may_lock()) {
        std::cout << "locked memory: skipped, the system refuses to lock it" << std::endl;
        return;
    }
    Driver visit(socket);
    const auto processes = visit.ask({{"do", "processes"}});
    for (const auto* name : {"visit", "reader"}) {
        const int pid = processes[name].get<int>();
        const long locked = kilobytes(pid, "VmLck");
        const long resident = kilobytes(pid, "VmRSS");
        std::cout << "locked memory of the " << name << ": " << locked / 1024 << " MB, resident "
                  << resident / 1024 << " MB" << std::endl;
        if (locked < resident / 2)
            throw Failure{"the memory is not locked"};
    }
}

void play() {
    const TemporaryFolder folder;
    const auto socket = (folder.path() / "drive").string();
    const auto site = (folder.path() / "site.yaml").string();
    std::ofstream(site) << "name: Mairie\nscanner: {kind: folder, path: .}\nhub: none\n";
    const VirtualScreen screen("1280x800");
    const auto start = Clock::now();
    const Process kiosk({GUICHET, "run", "--site", site, "--drive", socket});
    Driver(socket).ask({{"do", "wait"}, {"for", {{"screen", "welcome"}}}});
    report("guichet run → the first screen", start);
    memory_is_locked(socket);
    kill_child(socket, "reader");
    kill_child(socket, "courier");
    crash_visit(socket, SIGSEGV);
    crash_visit(socket, SIGKILL);
    kill_keeper(socket, kiosk.pid());
}

} // namespace

int main() {
    return run("survives", play);
}
