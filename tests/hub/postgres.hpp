// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "temporary_folder.hpp"

#include <cstdlib>
#include <filesystem>
#include <string>

#include <doctest/doctest.h>
#include <unistd.h>

namespace guichet::hub {

/// A PostgreSQL of one test on a socket in a folder of its own; `url` is empty where Debian's
/// package is not installed.
class Postgres {
public:
    Postgres() {
        if (!std::filesystem::exists(programs + "/initdb"))
            return;
        std::filesystem::permissions(m_folder.path(), std::filesystem::perms::all);
        const auto data = m_folder.file("data");
        if (run("initdb -A trust -E UTF8 -U guichet -D " + data))
            start();
        if (m_running)
            m_url = "postgresql://guichet@/postgres?host=" + m_folder.path().string();
    }
    ~Postgres() {
        if (m_frozen)
            thaw();
        if (m_running)
            run("pg_ctl -m immediate -D " + m_folder.file("data") + " stop");
    }
    Postgres(const Postgres&) = delete;
    Postgres& operator=(const Postgres&) = delete;

    const std::string& url() const { return m_url; }
    void start() {
        m_running =
            run("pg_ctl -w -D " + m_folder.file("data") + " -l " + m_folder.file("log") +
                " -o \"-k " + m_folder.path().string() + " -c listen_addresses=''\" start");
    }
    /// It acknowledges and answers nothing, as on a machine that is out of breath.
    void freeze() {
        m_frozen = true;
        signal_all("STOP");
    }
    void thaw() {
        m_frozen = false;
        signal_all("CONT");
    }
    /// As it stops for an upgrade.
    void stop() { m_running = !run("pg_ctl -m fast -w -D " + m_folder.file("data") + " stop"); }

private:
    inline static const std::string programs = "/usr/lib/postgresql/15/bin";
    TemporaryFolder m_folder{};
    std::string m_url{};
    bool m_running{};
    bool m_frozen{};

    /// The server and its children, and nobody else's.
    void signal_all(const std::string& signal) const {
        const std::string pid = "$(head -1 " + m_folder.file("data") + "/postmaster.pid)";
        const auto command = "pkill -" + signal + " -P " + pid + "; kill -" + signal + " " + pid;
        CHECK(std::system(command.c_str()) == 0);
    }
    /// It refuses to run as root.
    static bool run(const std::string& command) {
        const std::string as = ::getuid() == 0 ? "runuser -u postgres -- " : "";
        return std::system((as + programs + "/" + command + " >/dev/null 2>&1").c_str()) == 0;
    }
};

} // namespace guichet::hub
