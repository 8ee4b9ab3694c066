// SPDX-License-Identifier: GPL-3.0-or-later
// A system without our fonts, in a process of its own: fontconfig reads its files once.
#include "text/paragraph.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace guichet::text;
namespace i18n = guichet::i18n;
namespace fs = std::filesystem;

namespace {

constexpr const char* other_fonts = "/usr/share/fonts/truetype/dejavu";
constexpr const char* mark = "GUICHET_TEST_WITHOUT_OUR_FONTS";

/// fontconfig's file of a system that has only those fonts, and a data folder that names ours where
/// they are not.
void make_poor_system(const fs::path& folder) {
    fs::create_directories(folder / "assets");
    const auto dir = [](const std::string& path) {
        return "<?xml version=\"1.0\"?><fontconfig><dir>" + path + "</dir></fontconfig>\n";
    };
    std::ofstream(folder / "fonts.conf") << dir(other_fonts);
    std::ofstream(folder / "assets" / "fonts.conf") << dir("/nowhere");
}

/// Runs the test case of that name again, in that system; its exit status.
int run_in_poor_system(const fs::path& folder, const char* name) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::setenv("GUICHET_DATA", folder.c_str(), 1);
        ::setenv("FONTCONFIG_FILE", (folder / "fonts.conf").c_str(), 1);
        ::setenv(mark, "1", 1);
        const auto filter = std::string("--test-case=") + name;
        ::execl("/proc/self/exe", "text_test", filter.c_str(), nullptr);
        ::_exit(127);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 255;
}

} // namespace

TEST_CASE("without our fonts the missing ones are named and words can still be read") {
    if (std::getenv(mark) != nullptr) {
        const auto missing = missing_fonts();
        for (const auto* family : {"Andika", "Material Icons", "Noto Sans Arabic"})
            CHECK(std::ranges::count(missing, family) == 1);
        const Paragraph words{
            "Où est l’accueil ? « Ça va », dit Noël.", {.cap_height = 20}, i18n::french(), 0};
        CHECK(words.unknown_glyphs() == 0);
        CHECK(words.size().width > 200);
        return;
    }
    if (!fs::exists(other_fonts)) {
        MESSAGE("skipped: fonts-dejavu-core is not installed");
        return;
    }
    std::string name = (fs::temp_directory_path() / "guichet-fonts-XXXXXX").string();
    const fs::path folder = ::mkdtemp(name.data());
    make_poor_system(folder);
    const int status = run_in_poor_system(folder, "without our fonts the missing ones are named*");
    fs::remove_all(folder);
    CHECK(status == 0);
}
