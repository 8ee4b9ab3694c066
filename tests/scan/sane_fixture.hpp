// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/source_fixture.hpp"

#include <cstdlib>
#include <filesystem>

namespace guichet::source_fixture {

/// SANE with its two devices without hardware, in its own folder; skips where they are not.
struct Sane {
    Sane() {
        static const TemporaryFolder settings; // libsane asks for its place once in a process
        settings.write("dll.conf", "pnm\ntest\n");
        setenv("SANE_CONFIG_DIR", settings.path().c_str(), 1);
        page = folder.write("page.pgm", pgm(300, 200));
    }

    scan::Scanner pnm() const {
        scan::Scanner scanner{.kind = scan::Scanner::Kind::Sane, .device = "pnm:0"};
        scanner.settings["filename"] = page.string();
        return scanner;
    }
    static scan::Scanner test() {
        // Small, so that ten sheets take no time.
        return {.kind = scan::Scanner::Kind::Sane, .device = "test:0", .dpi = 20};
    }
    bool here() const {
        const auto pages = scan::acquire(pnm(), {}, {});
        if (!pages)
            MESSAGE("SANE's pnm device is not here: " << pages.error().detail);
        return pages.has_value();
    }

    TemporaryFolder folder;
    std::filesystem::path page;
};

} // namespace guichet::source_fixture
