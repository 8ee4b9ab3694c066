// SPDX-License-Identifier: GPL-3.0-or-later
// Real windows of unusual sizes under Xvfb: every screen of a short visit is drawn whole. And a
// system without our fonts, which says so and can be read. Leaves pictures in its output folder.
#include "hand.hpp"
#include "program.hpp"
#include "short_kiosk.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include <unistd.h>

namespace {

using namespace e2e; // NOLINT(google-build-using-namespace)
namespace fs = std::filesystem;

void must_fit_in(double width, const nlohmann::json& node, const std::string& where) {
    const auto id = node["id"].get<std::string>();
    must(!node.value("clipped", false), where + ": the words of " + id + " are cut");
    const auto rect = node["rect"].get<std::array<double, 4>>();
    const bool across = rect[0] >= -1 && rect[0] + rect[2] <= width + 1;
    must(across, where + ": " + id + " is outside the window");
}

/// Everything that can be touched lies in the window, and no words are cut.
void must_fit(Hand& hand, const std::string& where) {
    const auto width = hand.window()["width"].get<double>();
    for (const auto& node : hand.tree())
        must_fit_in(width, node, where);
}

void look_at(const std::string& size, const std::string& site, const fs::path& out) {
    const ShortKiosk kiosk(
        {.guichet = GUICHET, .source = GUICHET_SOURCE, .site = site, .size = size}
    );
    Hand hand(kiosk.socket());
    int number = 0;
    for (const auto step :
         {Step::Welcome, Step::Catalogue, Step::Need, Step::Question, Step::Scanning}) {
        hand.go_on_to(step);
        const auto name = size + "-" + std::to_string(++number) + "-" + name_of(step) + ".png";
        hand.shot((out / name).string());
        must_fit(hand, name);
    }
    std::cout << "a screen of " << size << ": " << number << " screens are whole" << std::endl;
}

/// fontconfig's file of a system with other fonts only; ours names fonts that are not there.
void without_our_fonts(const fs::path& out) {
    const fs::path others = "/usr/share/fonts/truetype/dejavu";
    if (!fs::exists(others)) {
        std::cout << "missing fonts: skipped, fonts-dejavu-core is not installed" << std::endl;
        return;
    }
    const TemporaryFolder folder;
    const auto data = folder.path() / "data";
    fs::create_directories(data / "assets");
    for (const auto* part : {"forms", "locales"})
        fs::create_directory_symlink(fs::path(GUICHET_SOURCE) / part, data / part);
    const auto names = [](const std::string& dir) {
        return "<?xml version=\"1.0\"?><fontconfig><dir>" + dir + "</dir></fontconfig>\n";
    };
    std::ofstream(data / "assets/fonts.conf") << names("/nowhere");
    std::ofstream(folder.path() / "fonts.conf") << names(others.string());
    const auto said = folder.path() / "said";
    const auto command = "GUICHET_DATA=" + data.string() +
                         " FONTCONFIG_FILE=" + (folder.path() / "fonts.conf").string() + " " +
                         GUICHET + " gallery --out " + out.string() +
                         " --lang fr --only catalogue 2>" + said.string();
    output_of(command);
    const auto words = content_of(said);
    for (const auto* package :
         {"install fonts-sil-andika",
          "install fonts-material-design-icons-iconfont",
          "install fonts-noto-core"})
        must(words.find(package) != std::string::npos, "nobody is told to " + std::string(package));
    std::cout << "missing fonts: named with their packages, and the screen is drawn" << std::endl;
}

} // namespace

int main(int argc, char** argv) {
    return run("displays", [&] {
        must(argc == 2, "usage: displays OUT");
        const auto out = fs::absolute(argv[1]);
        fs::create_directories(out);
        look_at("1024x768", "screen: {diagonal: 15}\n", out);
        look_at("3840x2160", "screen: {diagonal: 27}\n", out);
        look_at("1080x1920", "screen: {diagonal: 21.5}\n", out);
        without_our_fonts(out / "without-our-fonts");
    });
}
