// SPDX-License-Identifier: GPL-3.0-or-later
#include "watch.hpp"

#include "hand.hpp"

#include <fstream>
#include <iostream>
#include <thread>

namespace e2e {

using namespace std::chrono_literals;

bool comes_true(const std::function<bool()>& condition) {
    const auto start = Clock::now();
    while (!condition()) {
        if (Clock::now() - start > 30s)
            return false;
        std::this_thread::sleep_for(5ms);
    }
    return true;
}

bool runs(int pid) {
    std::ifstream status("/proc/" + std::to_string(pid) + "/stat");
    std::string word;
    status >> word >> word >> word;
    return !word.empty() && word != "Z" && word != "X";
}

void report(const std::string& what, Clock::time_point start) {
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
    std::cout << what << ": " << took.count() << " ms" << std::endl;
}

std::unique_ptr<Hand> fresh_visit_after(const std::string& socket, int before) {
    for (int i = 0; i < 1000; ++i) {
        try {
            auto next = std::make_unique<Hand>(socket);
            if (next->process("visit") != before) {
                const auto screen = next->screen();
                if (screen["screen"] != "welcome" || screen["language"] != "fr")
                    throw Failure{"the next visit is not a fresh one: " + screen.dump()};
                return next;
            }
        } catch (const Gone&) {
        }
        std::this_thread::sleep_for(5ms);
    }
    throw Failure{"no visit follows"};
}

} // namespace e2e
