// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/migrations.hpp"

namespace guichet::hub {

// NOLINTNEXTLINE(readability-function-size): a table, one entry for each version
const std::vector<std::vector<std::string>>& migrations() {
    // Times are milliseconds since 1970, 0: not yet. Texts are never null.
    static const std::vector<std::vector<std::string>> steps{
        {
            R"(CREATE TABLE calls (
                id TEXT PRIMARY KEY, kiosk TEXT NOT NULL, site TEXT NOT NULL, room TEXT NOT NULL,
                place TEXT NOT NULL, procedure_id TEXT NOT NULL, step TEXT NOT NULL,
                language TEXT NOT NULL, needs TEXT NOT NULL, reason TEXT NOT NULL,
                urgent BIGINT NOT NULL, rank BIGINT NOT NULL, opened BIGINT NOT NULL,
                acknowledged BIGINT NOT NULL, claimed_by TEXT NOT NULL, claimed_name TEXT NOT NULL,
                claimed_at BIGINT NOT NULL, passed_to TEXT NOT NULL, passed_name TEXT NOT NULL,
                reply TEXT NOT NULL, here BIGINT NOT NULL, outcome TEXT NOT NULL,
                ended_at BIGINT NOT NULL, version BIGINT NOT NULL))",
            "CREATE INDEX calls_outcome ON calls (outcome)",
            R"(CREATE TABLE accounts (
                name TEXT PRIMARY KEY, shown TEXT NOT NULL, role TEXT NOT NULL, site TEXT NOT NULL,
                rooms TEXT NOT NULL, backup BIGINT NOT NULL, password TEXT NOT NULL))",
            R"(CREATE TABLE kiosks (
                id TEXT PRIMARY KEY, place TEXT NOT NULL, room TEXT NOT NULL, site TEXT NOT NULL,
                key_print TEXT NOT NULL))",
            R"(CREATE TABLE sessions (
                token_print TEXT PRIMARY KEY, account TEXT NOT NULL, started BIGINT NOT NULL,
                used BIGINT NOT NULL))",
            R"(CREATE TABLE links (
                link_print TEXT PRIMARY KEY, account TEXT NOT NULL, until BIGINT NOT NULL))",
            R"(CREATE TABLE acts (
                at BIGINT NOT NULL, site TEXT NOT NULL, account TEXT NOT NULL, what TEXT NOT NULL))",
            "CREATE INDEX acts_at ON acts (site, at)",
            R"(CREATE TABLE activity (
                day TEXT NOT NULL, half TEXT NOT NULL, site TEXT NOT NULL, kind TEXT NOT NULL,
                theme TEXT NOT NULL, minutes BIGINT NOT NULL, autonomy TEXT NOT NULL,
                redirected TEXT NOT NULL, outcome TEXT NOT NULL, how TEXT NOT NULL,
                times BIGINT NOT NULL,
                PRIMARY KEY (day, half, site, kind, theme, minutes, autonomy, redirected, outcome,
                             how)))",
        },
        {
            "ALTER TABLE calls ADD COLUMN test BIGINT NOT NULL DEFAULT 0",
            R"(CREATE TABLE proofs (
                kiosk TEXT PRIMARY KEY, tried BIGINT NOT NULL, proven BIGINT NOT NULL,
                failures BIGINT NOT NULL))",
        },
        {
            "ALTER TABLE activity RENAME TO activity_before",
            R"(CREATE TABLE activity (
                told_by TEXT NOT NULL, day TEXT NOT NULL, half TEXT NOT NULL, site TEXT NOT NULL,
                kind TEXT NOT NULL, theme TEXT NOT NULL, minutes BIGINT NOT NULL,
                autonomy TEXT NOT NULL, redirected TEXT NOT NULL, outcome TEXT NOT NULL,
                how TEXT NOT NULL, mood TEXT NOT NULL, times BIGINT NOT NULL,
                PRIMARY KEY (told_by, day, half, site, kind, theme, minutes, autonomy, redirected,
                             outcome, how, mood)))",
            // Only mediators said "helped" and nothing of how it ended.
            R"(INSERT INTO activity (told_by, day, half, site, kind, theme, minutes, autonomy,
                    redirected, outcome, how, mood, times)
                SELECT CASE WHEN outcome = '' AND how = 'helped' THEN 'mediator' ELSE 'kiosk' END,
                    day, half, site, kind, theme, minutes, autonomy, redirected, outcome, how, '',
                    times
                FROM activity_before)",
            "DROP TABLE activity_before",
        },
        {
            "ALTER TABLE calls ADD COLUMN alarm BIGINT NOT NULL DEFAULT 0",
        },
        {
            "ALTER TABLE calls ADD COLUMN secret TEXT NOT NULL DEFAULT ''",
        },
        {
            // Counts the changes of who is let in.
            "CREATE TABLE people_version (version BIGINT NOT NULL)",
            "INSERT INTO people_version (version) VALUES (0)",
        },
        {
            R"(CREATE TABLE notes (
                site TEXT PRIMARY KEY, by_whom TEXT NOT NULL, written BIGINT NOT NULL,
                things TEXT NOT NULL, words TEXT NOT NULL))",
        },
    };
    return steps;
}

} // namespace guichet::hub
