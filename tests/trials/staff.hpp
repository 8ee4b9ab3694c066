// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/store.hpp"
#include "program.hpp"
#include "temporary_folder.hpp"

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace guichet::trials {

/// Kiosks and signed-in mediators of one site, in a store made for one trial.
class Staff {
public:
    struct Mediator {
        std::string account;
        std::vector<std::string> headers; ///< cookie and X-Guichet-Csrf
    };

    /// `store_url`: empty, a SQLite file in a folder of its own.
    Staff(int kiosks, int mediators, std::string store_url = {});

    const std::string& store() const { return m_store; }
    std::string folder() const { return m_folder.path().string(); }
    const std::vector<std::string>& keys() const { return m_keys; }
    const std::vector<Mediator>& mediators() const { return m_mediators; }

private:
    TemporaryFolder m_folder{};
    std::string m_store;
    std::vector<std::string> m_keys{};
    std::vector<Mediator> m_mediators{};
};

/// A hub in a process of its own.
class HubProcess {
public:
    /// Waits until it listens. `port` 0: any.
    explicit HubProcess(const Staff& staff, std::uint16_t port = 0);

    void kill() { m_program->kill(); }
    std::uint16_t port() const { return m_port; }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }

private:
    std::unique_ptr<Program> m_program{};
    std::uint16_t m_port{};
};

/// In the store: each of these calls ended with help, and no other is open.
void check_all_helped(const std::string& store_url, const std::set<std::string>& calls);

/// How many: short by itself, or what the environment says.
int count_from(const char* variable, int otherwise);

} // namespace guichet::trials
