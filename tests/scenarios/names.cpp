// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenarios/names.hpp"

#include "scenarios/script.hpp"

#include <array>
#include <string_view>

namespace guichet::scenarios {
namespace {

using namespace std::string_view_literals;

constexpr std::array screens{
    "Welcome"sv,
    "Catalogue"sv,
    "Need"sv,
    "Question"sv,
    "Scan"sv,
    "Confirm"sv,
    "Check"sv,
    "Exit"sv,
    "Done"sv};
constexpr std::array panels{
    "None"sv,
    "Language"sv,
    "Look"sv,
    "Leave"sv,
    "RemoveItem"sv,
    "Call"sv,
    "Ways"sv,
    "Code"sv,
    "Point"sv};
constexpr std::array scanning{
    "Ready"sv, "Working"sv, "Failed"sv, "NotAsked"sv, "Unclear"sv, "Framing"sv, "Looking"sv};
constexpr std::array lines{"Sure"sv, "Doubtful"sv, "Corrected"sv};
constexpr std::array deliveries{"No"sv, "Working"sv, "Done"sv, "Failed"sv};
constexpr std::array calls{"Quiet"sv, "Sending"sv, "Received"sv, "Claimed"sv, "Here"sv, "Beacon"sv};
constexpr std::array codes{"Typing"sv, "Checking"sv, "Wrong"sv, "Unsure"sv, "Resting"sv};
constexpr std::array effects{
    "StartScan"sv,
    "TakeShot"sv,
    "StopScan"sv,
    "MakeSheet"sv,
    "Print"sv,
    "Save"sv,
    "TellHub"sv,
    "TellPointer"sv,
    "ShowProgress"sv,
    "Count"sv,
    "Play"sv,
    "PrintWays"sv,
    "CheckPin"sv,
    "End"sv};
constexpr std::array chimes{"Sent"sv, "Received"sv, "Claimed"sv, "Here"sv, "Beacon"sv, "Asked"sv};
constexpr std::array errors{
    "NotFound"sv,
    "Unreadable"sv,
    "Invalid"sv,
    "Empty"sv,
    "Protected"sv,
    "TooLarge"sv,
    "NoDevice"sv,
    "Jammed"sv,
    "OutOfPaper"sv,
    "Full"sv,
    "Unreachable"sv,
    "Refused"sv,
    "TimedOut"sv,
    "Crashed"sv,
    "Cancelled"sv};

template <typename Enum, std::size_t n>
std::string name_in(const std::array<std::string_view, n>& names, Enum value) {
    return std::string(names.at(static_cast<std::size_t>(value)));
}

template <typename Enum, std::size_t n>
Enum find_in(const std::array<std::string_view, n>& names, const std::string& name) {
    for (std::size_t i = 0; i < n; i++) {
        if (names[i] == name)
            return static_cast<Enum>(i);
    }
    throw Mismatch("there is no \"" + name + "\"");
}

} // namespace

std::string name_of(visit::Screen screen) {
    return name_in(screens, screen);
}

std::string name_of(visit::Panel panel) {
    return name_in(panels, panel);
}

std::string name_of(visit::Scanning::State state) {
    return name_in(scanning, state);
}

std::string name_of(visit::ReadLine::State state) {
    return name_in(lines, state);
}

std::string name_of(visit::Delivery::State state) {
    return name_in(deliveries, state);
}

std::string name_of(call::State state) {
    return name_in(calls, state);
}

std::string name_of(visit::Code::State state) {
    return name_in(codes, state);
}

std::string name_of(const visit::Effect& effect) {
    return name_in(effects, effect.index());
}

std::string name_of(visit::please::Chime chime) {
    return name_in(chimes, chime);
}

std::string name_of(Error::Kind kind) {
    return name_in(errors, kind);
}

Error::Kind error_named(const std::string& name) {
    return find_in<Error::Kind>(errors, name);
}

visit::Panel panel_named(const std::string& name) {
    return find_in<visit::Panel>(panels, name);
}

} // namespace guichet::scenarios
