// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/store_inside.hpp"

namespace guichet::hub {
namespace {

using soci::into;
using soci::use;

constexpr const char* by_kiosk = "kiosk";
constexpr const char* by_mediator = "mediator";

} // namespace

Result<void> Store::count(const Activity& what) {
    return m_inside->run([&] {
        const std::string told_by = what.teller == Teller::Kiosk ? by_kiosk : by_mediator;
        const long long minutes = what.minutes;
        m_inside->sql
            << "INSERT INTO activity (told_by, day, half, site, kind, theme, minutes, autonomy, "
               "redirected, outcome, how, mood, times) VALUES (:told, :day, :half, :site, :kind, "
               ":theme, :minutes, :auto, :redir, :outcome, :how, :mood, 1) "
               "ON CONFLICT (told_by, day, half, site, kind, theme, minutes, autonomy, redirected, "
               "outcome, how, mood) DO UPDATE SET times = activity.times + 1",
            use(told_by), use(what.day), use(what.half), use(what.site), use(what.kind),
            use(what.theme), use(minutes), use(what.autonomy), use(what.redirected),
            use(what.outcome), use(what.how), use(what.mood);
    });
}

Result<std::vector<Activity>> Store::activities(const std::string& site) {
    return m_inside->run([&] {
        Activity row{.site = site};
        std::string told_by;
        long long minutes = 0;
        long long times = 0;
        soci::statement statement =
            (m_inside->sql.prepare
                 << "SELECT told_by, day, half, kind, theme, minutes, autonomy, redirected, "
                    "outcome, how, mood, times "
                    "FROM activity WHERE site = :site ORDER BY day, half, kind, theme, minutes",
             use(site),
             into(told_by),
             into(row.day),
             into(row.half),
             into(row.kind),
             into(row.theme),
             into(minutes),
             into(row.autonomy),
             into(row.redirected),
             into(row.outcome),
             into(row.how),
             into(row.mood),
             into(times));
        statement.execute();
        std::vector<Activity> activities;
        while (statement.fetch()) {
            row.teller = told_by == by_kiosk ? Teller::Kiosk : Teller::Mediator;
            row.minutes = static_cast<int>(minutes);
            row.count = static_cast<int>(times);
            activities.push_back(row);
        }
        return activities;
    });
}

} // namespace guichet::hub
