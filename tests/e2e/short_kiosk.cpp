// SPDX-License-Identifier: GPL-3.0-or-later
#include "short_kiosk.hpp"

#include <cstdlib>
#include <fstream>

namespace e2e {

namespace fs = std::filesystem;

void use_short_procedure(const fs::path& source, const fs::path& folder) {
    fs::create_directories(folder / "forms");
    for (const auto* part : {"codes", "documents", "geo"})
        fs::create_directory_symlink(source / "forms" / part, folder / "forms" / part);
    fs::create_directory_symlink(source / "tests/e2e/short", folder / "forms/procedures");
    for (const auto* part : {"locales", "assets"})
        fs::create_directory_symlink(source / part, folder / part);
    ::setenv("GUICHET_DATA", folder.c_str(), 1);
}

ShortKiosk::ShortKiosk(const Setting& setting)
    : m_socket((folder() / "drive").string()), m_screen(setting.size) {
    use_short_procedure(setting.source, folder() / "data");
    fs::create_directories(scanner());
    fs::create_directories(saved());
    const auto site = folder() / "site.yaml";
    std::ofstream(site
    ) << "name: Mairie\nscanner: "
      << (setting.scanner.empty() ? "{kind: folder, path: scanner}" : setting.scanner)
      << "\nsave: {folder: " << (setting.save.empty() ? saved() : setting.save) << "}\n"
      << (setting.hub.empty() ? "" : "hub: " + setting.hub + "\n") << setting.site;
    std::vector<std::string> command{
        setting.guichet, "run", "--site", site.string(), "--drive", m_socket};
    if (!setting.log.empty())
        command.insert(command.begin(), {"sh", "-c", R"(exec "$@" 2>>"$0")", setting.log.string()});
    m_keeper = std::make_unique<Process>(command);
}

void ShortKiosk::lay(const fs::path& paper) const {
    const auto laid = scanner() / paper.filename();
    fs::copy_file(paper, laid, fs::copy_options::overwrite_existing);
    fs::last_write_time(laid, fs::file_time_type::clock::now());
}

} // namespace e2e
