// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/feedback.hpp"

#include <array>
#include <ctime>
#include <utility>

#include <nlohmann/json.hpp>

namespace guichet::hub {

Json feedback_json(const std::vector<Activity>& activities, const std::string& since) {
    Json how{{"alone", 0}, {"helped", 0}, {"in-my-place", 0}};
    Json mood{{"good", 0}, {"middling", 0}, {"bad", 0}};
    Json outcome{{"finished", 0}, {"unfinished", 0}};
    int visits = 0;
    const auto add = [](Json& counts, const std::string& word, int times) {
        if (counts.contains(word))
            counts[word] = counts[word].get<int>() + times;
    };
    for (const auto& each : activities) {
        if (each.teller != Teller::Kiosk || each.day < since)
            continue;
        visits += each.count;
        add(how, each.how, each.count);
        add(mood, each.mood, each.count);
        add(outcome, each.outcome, each.count);
    }
    const bool alarm = how["in-my-place"].get<int>() > 0;
    return {
        {"since", since},
        {"visits", visits},
        {"how", std::move(how)},
        {"mood", std::move(mood)},
        {"outcome", std::move(outcome)},
        {"alarm", alarm}};
}

std::string day_ago(int days) {
    const auto now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    local.tm_mday -= days;
    local.tm_hour = 12; // no change of the clocks moves noon to another day
    local.tm_isdst = -1;
    (void)std::mktime(&local);
    std::array<char, 16> day{};
    (void)std::strftime(day.data(), day.size(), "%Y-%m-%d", &local);
    return day.data();
}

} // namespace guichet::hub
