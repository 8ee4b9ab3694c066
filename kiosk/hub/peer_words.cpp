// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/peer_words.hpp"

namespace guichet::hub {

Json peer_json(const call::Console& console) {
    return {
        {"id", console.id},
        {"account", console.account},
        {"session", console.session},
        {"name", console.name},
        {"site", console.site},
        {"rooms", console.rooms},
        {"backup", console.backup},
        {"declared", console.declared ? call::to_name(*console.declared) : ""},
        {"noticed", console.noticed}};
}

call::Console to_console(const Json& json) {
    call::Console console;
    json.at("id").get_to(console.id);
    json.at("account").get_to(console.account);
    json.at("session").get_to(console.session);
    json.at("name").get_to(console.name);
    json.at("site").get_to(console.site);
    json.at("rooms").get_to(console.rooms);
    json.at("backup").get_to(console.backup);
    console.declared = call::to_declared(json.at("declared").get<std::string>());
    console.noticed = json.value("noticed", true); // an older hub does not say
    return console;
}

Json peer_json(const call::Kiosk& kiosk, const std::string& instance) {
    const auto& progress = kiosk.progress;
    return {
        {"id", kiosk.id},
        {"site", kiosk.site},
        {"room", kiosk.room},
        {"place", kiosk.place},
        {"in_use", progress.in_use},
        {"procedure", progress.procedure},
        {"step", progress.step},
        {"steps", progress.steps},
        {"same_screen_s", progress.same_screen.count()},
        {"exercise", progress.exercise},
        {"instance", instance}};
}

std::pair<call::Kiosk, std::string> to_kiosk(const Json& json) {
    call::Kiosk kiosk;
    json.at("id").get_to(kiosk.id);
    json.at("site").get_to(kiosk.site);
    json.at("room").get_to(kiosk.room);
    json.at("place").get_to(kiosk.place);
    json.at("in_use").get_to(kiosk.progress.in_use);
    json.at("procedure").get_to(kiosk.progress.procedure);
    json.at("step").get_to(kiosk.progress.step);
    json.at("steps").get_to(kiosk.progress.steps);
    kiosk.progress.same_screen = std::chrono::seconds(json.at("same_screen_s").get<long>());
    json.at("exercise").get_to(kiosk.progress.exercise);
    return {std::move(kiosk), json.at("instance").get<std::string>()};
}

} // namespace guichet::hub
