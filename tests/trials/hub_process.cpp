// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/hub.hpp"
#include "hub/secrets.hpp"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>

/// hub_process STORE PORT CONSOLE: a hub on loopback until SIGTERM. Prints its port once it
/// listens.
int main(int count, char** words) {
    if (count != 4)
        return 2;
    sigset_t ends;
    ::sigemptyset(&ends);
    ::sigaddset(&ends, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &ends, nullptr); // inherited by every thread of the hub
    guichet::hub::HubSettings settings;
    settings.store = words[1];
    settings.server.port = static_cast<std::uint16_t>(std::atoi(words[2]));
    settings.console = words[3];
    settings.behind_proxy = true;
    const auto hub = guichet::hub::Hub::start(settings);
    if (!hub) {
        std::fprintf(stderr, "%s\n", hub.error().detail.c_str());
        return 1;
    }
    std::printf("%d\n", static_cast<int>((*hub)->port()));
    std::fflush(stdout);
    int which = 0;
    ::sigwait(&ends, &which);
    return 0;
}
