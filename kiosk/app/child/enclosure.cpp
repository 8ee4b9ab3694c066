// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/child/enclosure.hpp"

#include "app/child/confine.hpp"
#include "base/files.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace guichet::app {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t reading =
    LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_EXECUTE;
constexpr std::uint64_t writing = LANDLOCK_ACCESS_FS_WRITE_FILE;
/// All that the first version of Landlock knows.
constexpr std::uint64_t everything = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;

/// Of a file, only what files have.
constexpr std::uint64_t of_files =
    LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_EXECUTE;

void allow(int rules, const fs::path& path, std::uint64_t access) {
    const int place = ::open(path.c_str(), O_PATH | O_CLOEXEC);
    if (place < 0)
        return; // what is not there need not be allowed
    std::error_code error;
    const bool folder = fs::is_directory(path, error);
    landlock_path_beneath_attr rule{};
    rule.allowed_access = folder ? access : access & of_files;
    rule.parent_fd = place;
    ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    ::close(place);
}

/// SANE names network devices by these back ends.
bool is_on_network(const scan::Scanner& scanner) {
    return scanner.kind == scan::Scanner::Kind::Sane &&
           std::ranges::any_of(
               std::initializer_list<std::string_view>{"net:", "airscan:", "escl:", "epsonds:net"},
               [&](auto prefix) { return scanner.device.starts_with(prefix); }
           );
}

/// The folder a scanner will drop its files in may still have to be made.
fs::path nearest_existing(fs::path path) {
    std::error_code error;
    while (path.has_relative_path() && !fs::exists(path, error))
        path = path.parent_path();
    return path;
}

/// A colon-separated list as SANE and Tesseract take it.
void add_named_by(std::vector<fs::path>& paths, const char* variable) {
    const char* value = std::getenv(variable);
    std::string_view rest = value != nullptr ? value : "";
    while (!rest.empty()) {
        const auto end = std::min(rest.find(':'), rest.size());
        if (end > 0)
            paths.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

} // namespace

bool enclose_files(const std::vector<fs::path>& read, const std::vector<fs::path>& write) {
    landlock_ruleset_attr all{};
    all.handled_access_fs = everything;
    const auto rules =
        static_cast<int>(::syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0));
    if (rules < 0)
        return false;
    for (const auto& path : read)
        allow(rules, path, reading);
    for (const auto& path : write)
        allow(rules, path, reading | writing);
    const bool done = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
                      ::syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    ::close(rules);
    return done;
}

void enclose(const scan::Scanner& scanner) {
    // Libraries are loaded late (SANE's back ends), and poppler looks for fonts.
    std::vector<fs::path> read{
        "/usr", "/lib", "/lib64", "/etc", "/sys", "/run/udev", "/var/cache/fontconfig"};
    // Each by its own name: a rule holds for what a link leads to, not for the links inside it.
    read.push_back(data_folder());
    for (const auto* room : {"assets", "forms", "locales"})
        read.push_back(data_folder() / room);
    for (const auto* room : {"codes", "documents"})
        read.push_back(data_folder() / "forms" / room);
    if (!scanner.path.empty())
        read.push_back(nearest_existing(scanner.path));
    if (const auto input = scanner.settings.find("filename"); input != scanner.settings.end())
        read.emplace_back(input->second); // SANE's pnm device
    add_named_by(read, "SANE_CONFIG_DIR");
    add_named_by(read, "TESSDATA_PREFIX");
    if (!enclose_files(read, {"/dev"}))
        std::fprintf(stderr, "guichet: the system refuses to enclose the reader (Landlock)\n");
    confine(is_on_network(scanner) ? Network::Allowed : Network::Forbidden, 2);
}

void limit_work(unsigned seconds) {
    rusage used{};
    if (::getrusage(RUSAGE_SELF, &used) != 0)
        return;
    const auto so_far = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
    rlimit limit{};
    if (::getrlimit(RLIMIT_CPU, &limit) != 0)
        return;
    limit.rlim_cur = std::min<rlim_t>(so_far + 1 + seconds, limit.rlim_max);
    if (::setrlimit(RLIMIT_CPU, &limit) != 0)
        std::fprintf(stderr, "guichet: the system refuses to limit the reader's work\n");
}

} // namespace guichet::app
