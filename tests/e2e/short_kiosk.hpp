// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace e2e {

/// A kiosk with one very short procedure (tests/e2e/short) and a folder of its own for everything.
class ShortKiosk {
public:
    /// How it differs from a plain one.
    struct Setting {
        std::string guichet;          ///< the program
        std::filesystem::path source; ///< the source tree, for forms and words
        std::string site{};           ///< more lines of the site file
        std::string hub{"none"};      ///< the site file's; empty: no word of it
        std::string size{"1280x800"}; ///< of the screen
        std::string scanner{};        ///< the site file's; empty: the folder `scanner()`
        std::filesystem::path save{}; ///< where sheets are saved; empty: `saved()`
        std::filesystem::path log{};  ///< what the kiosk says; empty: with the test's own
    };

    explicit ShortKiosk(const Setting& setting);

    const std::string& socket() const { return m_socket; }
    const std::filesystem::path& folder() const { return m_folder.path(); }
    std::filesystem::path scanner() const { return folder() / "scanner"; }
    std::filesystem::path saved() const { return folder() / "saved"; }
    pid_t keeper() const { return m_keeper->pid(); }

    /// Lays a paper where the scanner finds it.
    void lay(const std::filesystem::path& paper) const;

private:
    TemporaryFolder m_folder{};
    std::string m_socket;
    VirtualScreen m_screen;
    std::unique_ptr<Process> m_keeper{};
};

/// A data folder that has the short procedure instead of the real ones. Sets GUICHET_DATA for this
/// process and its children.
void use_short_procedure(const std::filesystem::path& source, const std::filesystem::path& folder);

} // namespace e2e
