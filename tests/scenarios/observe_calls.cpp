// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenarios/observe_calls.hpp"

#include "scenarios/names.hpp"

namespace guichet::scenarios {

void expect(const std::string& seen, const std::string& told) {
    if (seen != told)
        throw Mismatch("told \"" + told + "\", seen \"" + seen + "\"");
}

std::string all_sounds(const Stage& stage) {
    std::string all;
    for (const auto& effect : stage.effects())
        if (const auto* play = std::get_if<visit::please::Play>(&effect))
            all += (all.empty() ? "" : " ") + name_of(play->chime);
    return all;
}

namespace {

void see_sound(Stage& stage, Words& words) {
    expect(all_sounds(stage), words.rest());
}

/// "see counted social_sante 3 min finished alone good".
void see_counted(Stage& stage, Words& words) {
    std::string seen;
    for (const auto& effect : stage.effects()) {
        const auto* count = std::get_if<visit::please::Count>(&effect);
        if (count == nullptr)
            continue;
        const auto& activity = count->activity;
        seen += activity.theme + " " + std::to_string(activity.lasted.count()) + " min";
        seen += activity.finished ? " finished" : " unfinished";
        if (activity.doer)
            seen += " " + std::string{call::to_name(*activity.doer)};
        if (activity.mood)
            seen += " " + std::string{call::to_name(*activity.mood)};
    }
    expect(seen, words.rest());
}

/// The screen the consoles of the room were told of last: "complementaire-sante-solidaire 1/9",
/// "free".
void see_shown(Stage& stage, Words& words) {
    const auto& shown = stage.visit().shown_progress;
    auto seen = shown.in_use ? shown.procedure : "free";
    if (shown.steps > 0)
        seen += " " + std::to_string(shown.step) + "/" + std::to_string(shown.steps);
    expect(seen, words.rest());
}

void see_call(Stage& stage, Words& words) {
    const auto& call = stage.visit().call;
    expect(name_of(call.state) + (call.mediator.empty() ? "" : " " + call.mediator), words.rest());
}

/// What was said of the call: "Document", "TwoMinutes"… in the words of the hub.
void see_reason(Stage& stage, Words& words) {
    const auto& request = stage.visit().call.request;
    expect(
        std::string{call::to_name(request.reason)} + (request.urgent ? " urgent" : ""), words.rest()
    );
}

void see_reply(Stage& stage, Words& words) {
    const auto& reply = stage.visit().call.reply;
    expect(reply ? std::string{call::to_name(*reply)} : "none", words.rest());
}

void see_ways(Stage& stage, Words& words) {
    const auto& visit = stage.visit();
    const bool failed = visit.ways == visit::Delivery::State::Failed;
    expect(name_of(visit.ways) + (failed ? " " + name_of(visit.ways_why) : ""), words.rest());
}

/// How long the call button must be kept pressed, in seconds.
void see_hold(Stage& stage, Words& words) {
    const auto hold = stage.visit().habit.hold(stage.now());
    expect(std::to_string(hold.count() / 1000), words.rest());
}

void see_offer(Stage& stage, Words&) {
    if (!stage.visit().struggle.offered)
        throw Mismatch("no help is offered");
}

void see_other_ways(Stage& stage, Words&) {
    if (!stage.visit().call.other_ways)
        throw Mismatch("no other ways are shown");
}

} // namespace

const std::map<std::string, Look>& call_looks() {
    static const std::map<std::string, Look> all{
        {"call", see_call},
        {"reason", see_reason},
        {"reply", see_reply},
        {"ways", see_ways},
        {"hold", see_hold},
        {"sound", see_sound},
        {"counted", see_counted},
        {"shown", see_shown},
        {"offer", see_offer},
        {"other_ways", see_other_ways},
    };
    return all;
}

} // namespace guichet::scenarios
