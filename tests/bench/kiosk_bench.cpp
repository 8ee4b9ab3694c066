// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program under Xvfb with software GL: first frame, our share of a frame, what a waiting
// visit costs, memory.
#include "e2e/driver.hpp"
#include "e2e/stage.hpp"

#include <chrono>
#include <fstream>
#include <iostream>
#include <thread>

#include <unistd.h>

namespace {

using namespace e2e; // NOLINT(google-build-using-namespace)

/// Clock ticks of processor time used so far (proc(5): utime and stime).
long ticks_of(int pid) {
    std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
    std::string word;
    for (int i = 0; i < 13; ++i)
        stat >> word;
    long user = 0;
    long kernel = 0;
    stat >> user >> kernel;
    return user + kernel;
}

/// Some screens of a visit, so that more than the first one is measured.
void look_around(Driver& visit) {
    for (const auto* id : {"language:fr", "look", "back", "call", "back"}) {
        visit.alive({{"do", "tap"}, {"id", id}});
        std::this_thread::sleep_for(std::chrono::milliseconds{400});
    }
}

void measure() {
    const TemporaryFolder folder;
    const auto socket = (folder.path() / "drive").string();
    const auto site = (folder.path() / "site.yaml").string();
    std::ofstream(site) << "name: Mesure\nscanner: {kind: folder, path: .}\n";
    const VirtualScreen screen("1920x1080");
    const Process kiosk({GUICHET, "visit", "--site", site, "--drive", socket});
    Driver visit(socket);
    visit.ask({{"do", "wait"}, {"for", {{"screen", "welcome"}}}});
    const auto first = visit.ask({{"do", "figures"}});
    std::cout << "first frame: " << first["first_frame_ms"] << " ms (reach: 1500)\n";
    look_around(visit);
    const auto figures = visit.ask({{"do", "figures"}});
    std::cout << "our share of a frame, ms: " << figures["ours_ms"] << " (reach: 4 p99)\n"
              << "a frame with software GL, ms: " << figures["frame_ms"] << "\n";
    std::this_thread::sleep_for(std::chrono::seconds{2});
    const auto frames = visit.ask({{"do", "figures"}})["frames"].get<long>();
    const long before = ticks_of(kiosk.pid());
    std::this_thread::sleep_for(std::chrono::seconds{10});
    const double used = 100.0 * static_cast<double>(ticks_of(kiosk.pid()) - before) /
                        (10.0 * static_cast<double>(::sysconf(_SC_CLK_TCK)));
    const auto after = visit.ask({{"do", "figures"}});
    const double megabytes = after["resident_kb"].get<double>() / 1024;
    std::cout << "idle: " << used << " % of a core (reach: 0.5), "
              << after["frames"].get<long>() - frames << " frames in 10 s (reach: 0)\n"
              << "memory: " << megabytes << " MB resident (reach: 180), " << megabytes / 378
              << " of a Chromium kiosk with one such page\n";
}

} // namespace

int main() {
    try {
        measure();
        return 0;
    } catch (const Failure& failure) {
        std::cerr << "kiosk_bench: " << failure.what << std::endl;
    } catch (const std::exception& error) {
        std::cerr << "kiosk_bench: " << error.what() << std::endl;
    }
    return 1;
}
