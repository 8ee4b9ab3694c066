// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how long the reader takes on our own sample papers and how that compares with Tesseract
// alone. Usage: scan_bench SAMPLES_FOLDER (as make_samples fills it)
#include "base/files.hpp"
#include "kinds.hpp"
#include "scan/read.hpp"
#include "word_recall.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <string>

#include <tesseract/publictypes.h>

namespace {

using Kinds = std::vector<guichet::scan::Kind>;

/// Of our two threads or of Tesseract's one, in seconds: what a person waits, and what the machine
/// does.
struct Spent {
    double waited{};
    double processor{};
};

Spent now() {
    const std::chrono::duration<double> at = std::chrono::steady_clock::now().time_since_epoch();
    return {at.count(), static_cast<double>(std::clock()) / CLOCKS_PER_SEC};
}

Spent since(const Spent& start) {
    const auto end = now();
    return {end.waited - start.waited, end.processor - start.processor};
}

/// The best of three, reading from the file on; negative when the file cannot be read.
double
time_reading(const std::filesystem::path& file, const std::vector<guichet::scan::Kind>& kinds) {
    double best = -1;
    for (int i = 0; i < 3; ++i) {
        const auto start = now();
        const auto seen = guichet::scan::load_pages(file, {}).and_then([&](const auto& pages) {
            return guichet::scan::examine(pages, kinds, {});
        });
        if (!seen)
            return -1;
        const double taken = since(start).waited;
        best = best < 0 ? taken : std::min(best, taken);
    }
    return best;
}

struct Score {
    double recall{};
    Spent spent{};
};

Score operator+(const Score& one, const Score& other) {
    return {
        one.recall + other.recall,
        {one.spent.waited + other.spent.waited, one.spent.processor + other.spent.processor}};
}

Score ours(const std::filesystem::path& file, const std::string& truth, const Kinds& kinds) {
    guichet::scan::Options options;
    options.text = true;
    options.patience = std::chrono::minutes(2); // a busy machine is not a wrong reading
    const auto start = now();
    const auto seen = guichet::scan::load_pages(file, {}).and_then([&](const auto& pages) {
        return guichet::scan::examine(pages, kinds, options);
    });
    return {seen ? samples::recall(truth, seen->text) : 0, since(start)};
}

struct Plain {
    Spent spent{-1, -1};
    std::string text;
};

Plain read_plainly(const std::filesystem::path& file, const char* language, int mode) {
    const auto command = std::string(GUICHET_PLAIN_TESSERACT) + " " + language + " " +
                         std::to_string(mode) + " '" + file.string() + "' 2>/dev/null";
    Plain plain;
    std::FILE* output = popen(command.c_str(), "r");
    if (output == nullptr)
        return plain;
    if (std::fscanf(output, "%lf %lf", &plain.spent.waited, &plain.spent.processor) != 2)
        plain.spent = {-1, -1};
    std::array<char, 4096> bytes{};
    while (const auto size = std::fread(bytes.data(), 1, bytes.size(), output))
        plain.text.append(bytes.data(), size);
    pclose(output);
    return plain;
}

/// The best recall of French, English and both, upright found by itself or not: Tesseract's best
/// mode; and the time of the plain one.
Score plain(const std::filesystem::path& file, const std::string& truth) {
    Score best{.spent = read_plainly(file, "fra", tesseract::PSM_AUTO).spent};
    for (const char* language : {"fra", "eng", "fra+eng"})
        for (const auto mode : {tesseract::PSM_AUTO, tesseract::PSM_AUTO_OSD})
            best.recall = std::max(
                best.recall, samples::recall(truth, read_plainly(file, language, mode).text)
            );
    return best;
}

/// Every picture of a folder that has its text beside it.
void compare_texts(const char* set, const Kinds& kinds) {
    const auto folder = std::filesystem::path(GUICHET_SHARED) / "data/scan" / set;
    std::error_code none;
    int pages = 0;
    Score us;
    Score them;
    for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
        auto text = entry.path();
        text.replace_extension(".txt");
        const auto truth = guichet::read_file(text, std::size_t{1} << 20);
        if (entry.path().extension() == ".txt" || !truth)
            continue;
        const auto we = ours(entry.path(), *truth, kinds);
        const auto they = plain(entry.path(), *truth);
        std::printf(
            "scan: %-28s words %.3f in %.2f s, tesseract's best mode %.3f, plain %.2f s\n",
            entry.path().filename().c_str(),
            we.recall,
            we.spent.waited,
            they.recall,
            they.spent.waited
        );
        us = us + we;
        them = them + they;
        ++pages;
    }
    if (pages == 0) {
        std::printf("scan: no set %s here: skipped\n", set);
        return;
    }
    std::printf(
        "scan: %s: mean words %.3f, tesseract %.3f; time ratio %.2f (reach 1.00), of processor "
        "time %.2f\n",
        set,
        us.recall / pages,
        them.recall / pages,
        us.spent.waited / them.spent.waited,
        us.spent.processor / them.spent.processor
    );
}

} // namespace

int main(int count, char** arguments) {
    const auto kinds = our_kinds();
    compare_texts("pages", kinds);
    compare_texts("photos", kinds);
    if (count < 2) {
        std::printf("scan: our own samples are skipped without a SAMPLES_FOLDER\n");
        return 0;
    }
    const std::filesystem::path folder = arguments[1];
    const double card = time_reading(folder / "identity-card.jpg", kinds);
    std::printf("scan: identity card in a photo  %.2f s (reach 1.50 s)\n", card);
    const double page = time_reading(folder / "tax-notice.png", kinds);
    const double alone =
        read_plainly(folder / "tax-notice.png", "fra", tesseract::PSM_AUTO).spent.waited;
    std::printf(
        "scan: A4 page at 300 dpi  %.2f s, tesseract alone %.2f s, ratio %.2f (reach 1.00)\n",
        page,
        alone,
        page / alone
    );
}
