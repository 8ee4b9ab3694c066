// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/activity.hpp"

#include "base/themes.hpp"
#include "hub/coop_words.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <span>
#include <string_view>

namespace guichet::hub {
namespace {

constexpr std::int64_t longest_minutes = 23 * 60 + 59;
constexpr std::int64_t longest_rounded = 23 * 60 + 45;
constexpr std::array<std::string_view, 3> kinds{"individuel", "collectif", "exercice"};
constexpr std::array<std::string_view, 2> outcomes{"finished", "unfinished"};
constexpr std::array<std::string_view, 3> ways{"alone", "helped", "in-my-place"};
constexpr std::array<std::string_view, 3> moods{"good", "middling", "bad"};

/// Empty when not said; nullopt when it is none of them.
std::optional<std::string>
read_one(Body& body, const char* key, std::span<const std::string_view> known) {
    auto given = body.text(key, 64);
    if (given.empty() || std::ranges::find(known, given) != known.end())
        return given;
    return std::nullopt;
}

std::optional<std::string> read_word(Body& body, const char* key, std::span<const CoopWord> known) {
    auto given = body.text(key, 64);
    if (given.empty() || find_coop(known, given) != nullptr)
        return given;
    return std::nullopt;
}

void set_half_day(Activity& activity) {
    const auto now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    std::array<char, 16> day{};
    (void)std::strftime(day.data(), day.size(), "%Y-%m-%d", &local);
    activity.day = day.data();
    activity.half = local.tm_hour < 12 ? "am" : "pm";
}

} // namespace

std::optional<Activity> read_activity(Body& body, Teller teller) {
    Activity activity;
    const auto theme = read_one(body, "theme", themes());
    const auto minutes = body.number("minutes", longest_minutes);
    const bool is_kiosk = teller == Teller::Kiosk;
    const auto kind = is_kiosk ? read_one(body, "kind", kinds) : std::string("individuel");
    const auto outcome = is_kiosk ? read_one(body, "outcome", outcomes) : std::string{};
    const auto how = is_kiosk ? read_one(body, "how", ways) : std::string("helped");
    const auto mood = is_kiosk ? read_one(body, "mood", moods) : std::string{};
    const auto autonomy = is_kiosk ? std::string{} : read_word(body, "autonomy", coop_autonomies());
    const auto redirected =
        is_kiosk ? std::string{} : read_word(body, "redirected", coop_redirections());
    if (!body.is_right() || !theme || !kind || !outcome || !how || !mood || !autonomy ||
        !redirected)
        return std::nullopt;
    activity.teller = teller;
    activity.theme = *theme;
    activity.kind = kind->empty() ? "individuel" : *kind;
    activity.outcome = *outcome;
    activity.how = *how;
    activity.mood = *mood;
    activity.autonomy = *autonomy;
    activity.redirected = *redirected;
    activity.minutes = static_cast<int>(std::min((minutes + 14) / 15 * 15, longest_rounded));
    set_half_day(activity);
    return activity;
}

} // namespace guichet::hub
