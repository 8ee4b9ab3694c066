// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/kept_for.hpp"
#include "hub/store_inside.hpp"

#include <algorithm>

namespace guichet::hub {

using soci::into;
using soci::use;

Result<void> Store::put(const PlaceNote& note) {
    return m_inside->run([&] {
        auto& sql = m_inside->sql;
        soci::transaction change(sql);
        sql << "DELETE FROM notes WHERE site = :site", use(note.site);
        const long long written = m_inside->clock.to_wall(note.written);
        const auto things = join_lines(note.things);
        if (!note.things.empty() || !note.text.empty())
            sql << "INSERT INTO notes (site, by_whom, written, things, words) "
                   "VALUES (:site, :by, :written, :things, :words)",
                use(note.site), use(note.by), use(written), use(things), use(note.text);
        change.commit();
    });
}

Result<std::optional<PlaceNote>> Store::place_note(const std::string& site, Instant now) {
    return m_inside->run([&]() -> std::optional<PlaceNote> {
        PlaceNote note{.site = site};
        long long written = 0;
        std::string things;
        m_inside->sql << "SELECT by_whom, written, things, words FROM notes WHERE site = :site",
            use(site), into(note.by), into(written), into(things), into(note.text);
        if (!m_inside->sql.got_data())
            return std::nullopt;
        note.written = std::min(m_inside->clock.to_instant(written), now);
        note.things = split_lines(things);
        if (now - note.written >= kept_for::note)
            return std::nullopt;
        return note;
    });
}

Result<void> Store::forget_notes(Instant now) {
    return m_inside->run([&] {
        const long long before = m_inside->clock.to_wall(now - kept_for::note);
        m_inside->sql << "DELETE FROM notes WHERE written <= :before", use(before);
    });
}

} // namespace guichet::hub
