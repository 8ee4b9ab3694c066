// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace e2e {

/// A port of this computer that nobody listens on.
std::uint16_t free_port();

/// A real `guichet hub` with a mediator "nadia" (password in `mediator_password`) and one kiosk.
class OwnHub {
public:
    OwnHub(std::string guichet, const std::filesystem::path& folder);

    /// Returns when it answers.
    void start();
    /// kill -9
    void kill();

    std::uint16_t port() const { return m_port; }
    const std::string& key() const { return m_key; } ///< of the kiosk
    std::filesystem::path store() const { return m_folder / "hub.db"; }
    std::filesystem::path log() const { return m_folder / "hub.log"; }
    std::filesystem::path site() const { return m_folder / "hub.yaml"; }
    /// Runs `guichet hub <words>`, and gives what it says.
    std::string run(const std::string& words) const;

private:
    std::string m_guichet;
    std::filesystem::path m_folder;
    std::uint16_t m_port;
    std::string m_key{};
    std::unique_ptr<Process> m_process{};
};

inline constexpr const char* mediator_password = "cerise-et-mirabelle";

/// Whether somebody answers /healthz there.
bool answers(std::uint16_t port);

} // namespace e2e
