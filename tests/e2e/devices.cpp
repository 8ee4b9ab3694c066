// SPDX-License-Identifier: GPL-3.0-or-later
// Whole visits with real devices that fail in the middle, under Xvfb: SANE's pnm scanner pulled out
// and put back, a disk that is full, a printer (a real cupsd) without paper. Each trouble is said
// in its own words and costs nothing.
#include "hand.hpp"
#include "program.hpp"
#include "short_kiosk.hpp"
#include "watch.hpp"

#include <csignal>
#include <fstream>
#include <iostream>

#include <leptonica/allheaders.h>
#include <sys/mount.h>
#include <unistd.h>

namespace {

using namespace e2e; // NOLINT(google-build-using-namespace)
namespace fs = std::filesystem;

void must_say(Hand& hand, const std::string& id, const std::string& words) {
    const bool said = comes_true([&] { return hand.words(id).find(words) != std::string::npos; });
    must(said, "“" + id + "” says “" + hand.words(id) + "”, not “" + words + "”");
}

/// The answers are still there: nothing has to be said twice.
void must_know_name(Hand& hand) {
    const auto words = hand.all_words();
    const bool known =
        words.find("value:nom_naissance: Durel") != std::string::npos || // a doubtful one was typed
        words.find("value:nom_naissance: BENALI") != std::string::npos;
    must(known, "the name is lost:\n" + words);
}

ShortKiosk::Setting plain() {
    return {.guichet = GUICHET, .source = GUICHET_SOURCE};
}

void go_to_done(Hand& hand) {
    for (const auto step : {Step::Name, Step::Check})
        hand.go_on_to(step);
    must_know_name(hand);
    hand.go_on_to(Step::Done);
    must_say(hand, "sheet", "est prête");
}

void write_ppm(const fs::path& picture, const fs::path& file) {
    auto* pixels = pixRead(picture.c_str());
    must(pixels != nullptr, "no picture " + picture.string());
    auto* colours = pixConvertTo32(pixels);
    pixWrite(file.c_str(), colours, IFF_PNM);
    pixDestroy(&colours);
    pixDestroy(&pixels);
}

/// SANE's own device without a scanner reads the file that its option names. The folder is the
/// cable: without it there is no device at all, without the file it fails in the middle.
void scanner_is_pulled_out(const fs::path& samples) {
    const TemporaryFolder sane;
    const auto page = sane.path() / "page.ppm";
    std::ofstream(sane.path() / "dll.conf") << "pnm\n";
    ::setenv("SANE_CONFIG_DIR", sane.path().c_str(), 1);
    auto setting = plain();
    setting.scanner =
        R"({kind: sane, device: "pnm:0", settings: {filename: ")" + page.string() + R"("}})";
    const ShortKiosk kiosk(setting);
    Hand hand(kiosk.socket());
    hand.go_to(Step::Scanning);
    hand.tap("take-picture"); // the file is not there: the device does not answer
    hand.wait_for("trouble", 30);
    std::cout << "a scanner pulled out: " << hand.words("trouble") << std::endl;
    must(hand.sees("type-instead") && hand.sees("ask-human"), "there is no other way on");
    write_ppm(samples / "identity-card-scan.png", page);
    hand.go_on_to(Step::Confirming);
    go_to_done(hand);
    std::cout << "a scanner put back: the visit went on to its end" << std::endl;
}

/// The device fails while its page comes in (SANE_STATUS_IO_ERROR of sane_read).
void scanner_breaks_off(const fs::path& samples) {
    const TemporaryFolder sane;
    const auto page = sane.path() / "page.ppm";
    std::ofstream(sane.path() / "dll.conf") << "pnm\n";
    ::setenv("SANE_CONFIG_DIR", sane.path().c_str(), 1);
    write_ppm(samples / "identity-card-scan.png", page);
    auto setting = plain();
    setting.scanner = R"({kind: sane, device: "pnm:0", settings: {filename: ")" + page.string() +
                      R"(", status-ioerror: "yes"}})";
    const ShortKiosk kiosk(setting);
    Hand hand(kiosk.socket());
    hand.go_to(Step::Scanning);
    for (int again = 0; again < 2; ++again) { // the reader lives on, and says the same again
        hand.tap("take-picture");
        must_say(hand, "trouble", "L’appareil qui lit les documents n’est plus relié.");
        must_say(hand, "remedy", "Vous pouvez recommencer");
        must(hand.sees("type-instead") && hand.sees("ask-human"), "there is no other way on");
    }
    hand.tap("type-instead");
    hand.wait_for_screen("question");
    must(hand.sees("scan"), "the question does not offer the scanner again");
    std::cout << "a scanner that breaks off: said, and the visit goes on" << std::endl;
}

/// A disk of our own of a few kilobytes.
class SmallDisk {
public:
    explicit SmallDisk(fs::path folder) : m_folder(std::move(folder)) {
        fs::create_directories(m_folder);
        m_mounted = ::mount("tmpfs", m_folder.c_str(), "tmpfs", 0, "size=16k") == 0;
    }
    ~SmallDisk() {
        if (m_mounted)
            ::umount2(m_folder.c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    bool mounted() const { return m_mounted; }
    void grow() const { ::mount("tmpfs", m_folder.c_str(), "tmpfs", MS_REMOUNT, "size=8m"); }

private:
    fs::path m_folder;
    bool m_mounted{false};
};

void disk_is_full(const fs::path& samples) {
    const TemporaryFolder folder;
    const auto stick = folder.path() / "stick";
    const SmallDisk disk(stick);
    if (!disk.mounted()) {
        std::cout << "a full disk: skipped, mount is refused here" << std::endl;
        return;
    }
    auto setting = plain();
    setting.save = stick;
    const ShortKiosk kiosk(setting);
    kiosk.lay(samples / "identity-card.jpg");
    Hand hand(kiosk.socket());
    hand.go_to(Step::Confirming);
    go_to_done(hand);
    hand.tap("save");
    must_say(hand, "save:state", "Il n’y a plus de place pour enregistrer.");
    must(fs::is_empty(stick), "half a file is left on the full disk");
    disk.grow();
    hand.tap("save");
    must_say(hand, "save:state", "C’est enregistré.");
    must(!fs::is_empty(stick), "there is no sheet");
    hand.tap("back");
    hand.wait_for_screen("check");
    must_know_name(hand);
    std::cout << "a full disk: said, and the sheet saved once there was room" << std::endl;
}

/// A real cupsd with a queue for each thing a printer does (tests/fakes/print_server.sh).
class PrintServer {
public:
    explicit PrintServer(const fs::path& folder)
        : m_socket((folder / "run/sock").string()),
          m_server({std::string(GUICHET_SOURCE) + "/tests/fakes/print_server.sh", folder.string()}
          ) {
        must(comes_true([&] { return fs::exists(m_socket); }), "cupsd did not start");
    }
    const std::string& socket() const { return m_socket; }

private:
    std::string m_socket;
    Process m_server;
};

void printer_has_no_paper(const fs::path& samples) {
    if (::geteuid() != 0 || !fs::exists("/usr/sbin/cupsd")) {
        std::cout << "a printer without paper: skipped, cupsd needs root" << std::endl;
        return;
    }
    const TemporaryFolder folder;
    fs::permissions(folder.path(), fs::perms::others_exec, fs::perm_options::add);
    const PrintServer server(folder.path());
    auto setting = plain();
    setting.site = "printer: {name: no_paper, server: \"" + server.socket() + "\"}\n";
    const ShortKiosk kiosk(setting);
    kiosk.lay(samples / "identity-card.jpg");
    Hand hand(kiosk.socket());
    hand.go_to(Step::Confirming);
    go_to_done(hand);
    hand.tap("print");
    must_say(hand, "print:state", "L’imprimante n’a plus de papier.");
    hand.tap("save"); // the other way out still works
    must_say(hand, "save:state", "C’est enregistré.");
    hand.tap("back");
    hand.wait_for_screen("check");
    must_know_name(hand);
    std::cout << "a printer without paper: said, and the sheet saved instead" << std::endl;
}

} // namespace

int main(int argc, char** argv) {
    return run("devices", [&] {
        must(argc == 2, "usage: devices SAMPLES");
        const auto samples = fs::absolute(argv[1]);
        scanner_is_pulled_out(samples);
        scanner_breaks_off(samples);
        disk_is_full(samples);
        printer_has_no_paper(samples);
    });
}
