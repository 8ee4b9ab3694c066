// SPDX-License-Identifier: GPL-3.0-or-later
// A whole visit on the true program, without a screen: real mouse events, a sample identity card
// and tax notice, and at the end the sheet. Leaves numbered pictures and the PDF.
#include "program.hpp"
#include "stage.hpp"
#include "walk.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>

namespace {

using namespace e2e; // NOLINT(google-build-using-namespace)
namespace fs = std::filesystem;

struct Arguments {
    fs::path out{"out"};
    std::string size{"1920x1080"};
    fs::path samples{}; ///< already drawn; empty: drawn now
};

Arguments parse(int argc, char** argv) {
    Arguments arguments;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        if (name == "--out")
            arguments.out = argv[i + 1];
        else if (name == "--size")
            arguments.size = argv[i + 1];
        else if (name == "--samples")
            arguments.samples = argv[i + 1];
        else
            throw Failure{
                "usage: sample_visit [--out FOLDER] [--size 1920x1080] [--samples FOLDER]"};
    }
    return arguments;
}

void write_site(const fs::path& file, const fs::path& scanner, const fs::path& out) {
    std::ofstream site(file);
    site << "name: Médiathèque des Lilas\n"
            "place: Poste 2\n"
            "contacts:\n"
            "  - name: Accueil de la médiathèque\n"
            "    where: Au comptoir, près de l’entrée\n"
            "    phone: \"01 99 00 12 34\"\n"
            "scanner: {kind: folder, path: "
         << scanner << "}\nsave: {folder: " << out << "}\nhub: none\n";
}

fs::path saved_sheet(const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".pdf")
            return entry.path();
    throw Failure{"no PDF was saved"};
}

/// Upper case without the marks and spaces that a paper and a sheet may set differently.
std::string bare(const std::string& text) {
    std::string letters;
    for (const char c : text)
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            letters += static_cast<char>(std::toupper(c));
    return letters;
}

/// Each line of the samples' own list must be in the sheet.
void check_sheet(const fs::path& pdf, const fs::path& expected) {
    const auto words = bare(output_of("pdftotext -layout '" + pdf.string() + "' -"));
    std::ifstream lines(expected);
    int count = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.front() == '#')
            continue;
        ++count;
        if (words.find(bare(line)) == std::string::npos)
            throw Failure{"the sheet does not say “" + line + "”"};
    }
    if (count == 0)
        throw Failure{"nothing is expected of the sheet: " + expected.string()};
    std::cout << pdf.filename().string() << ": " << count << " values as on the papers\n";
}

void clear(const fs::path& out) {
    fs::create_directories(out);
    for (const auto& entry : fs::directory_iterator(out))
        if (entry.path().extension() == ".png" || entry.path().extension() == ".pdf")
            fs::remove(entry.path());
}

void play(const Arguments& arguments) {
    const TemporaryFolder folder;
    const auto samples =
        arguments.samples.empty() ? folder.path() / "samples" : fs::absolute(arguments.samples);
    const auto scanner = folder.path() / "scanner";
    const auto socket = folder.path() / "drive";
    const auto site = folder.path() / "site.yaml";
    const auto out = fs::absolute(arguments.out);
    fs::create_directories(scanner);
    clear(out);
    if (!fs::exists(samples / "truth.tsv"))
        output_of(std::string(MAKE_SAMPLES) + " '" + samples.string() + "'");
    write_site(site, scanner, out);

    const VirtualScreen screen(arguments.size);
    const Process kiosk({GUICHET, "run", "--site", site.string(), "--drive", socket.string()});
    Walk walk(
        {.socket = socket.string(),
         .samples = samples,
         .scanner = scanner,
         .pictures = out,
         .procedure = "complementaire-sante-solidaire"},
        load_answers(fs::path(E2E) / "sample_answers.txt")
    );
    walk.to_done();
    check_sheet(saved_sheet(out), fs::path(E2E) / "sample_sheet.txt");
    walk.leave();
}

} // namespace

int main(int argc, char** argv) {
    return run("sample_visit", [&] {
        const auto arguments = parse(argc, argv);
        play(arguments);
        std::cout << "the visit is over and gone; see " << arguments.out.string() << std::endl;
    });
}
