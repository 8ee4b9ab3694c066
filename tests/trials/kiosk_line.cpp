// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calls/hub_line.hpp"

#include <cstdio>
#include <iostream>
#include <mutex>
#include <optional>
#include <string>
#include <variant>

namespace {

using namespace guichet;

std::mutex guard;

void say(const std::string& what, const std::string& id) {
    const std::lock_guard lock(guard);
    std::printf("%s %s\n", what.c_str(), id.c_str());
    std::fflush(stdout);
}

std::string name_of(const call::Report& report) {
    if (std::holds_alternative<call::Acknowledged>(report))
        return "received";
    if (std::holds_alternative<call::Claimed>(report))
        return "claimed";
    return std::holds_alternative<call::Unreachable>(report) ? "lost" : "other";
}

} // namespace

/// kiosk_line URL KEY AUTHORITIES: a kiosk's line without its kiosk. Reads "open ID" and "end ID",
/// prints what the hub says: "received ID". Ends with its input.
int main(int count, char** words) {
    if (count != 4)
        return 2;
    app::HubLine line(
        {.url = words[1], .key = words[2], .authorities = words[3]},
        "programme",
        {.report = [](const std::string& id, const call::Report& what) { say(name_of(what), id); },
         .staff = [](std::optional<call::Staff>) {},
         .refused = [](const call::Errand& errand, int) { say("refused", errand.id); },
         .kept = [](const call::Errand&) {},
         .point = [](const call::PointNews&) {}}
    );
    std::string what;
    std::string id;
    while (std::cin >> what >> id) {
        if (what == "open")
            line.add({id, call::Errand::Open{{.id = id, .place = "Poste"}, now()}});
        else
            line.add({id, call::Errand::End{call::Outcome::Helped}});
    }
    return 0;
}
