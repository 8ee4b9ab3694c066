// Prints how long the reader takes on our own sample papers and how that compares with Tesseract
// alone. Usage: scan_bench SAMPLES_FOLDER (as make_samples fills it)
#include "base/files.hpp"
#include "scan/read.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// The best of three, reading from the file on; negative when the file cannot be read.
double
time_reading(const std::filesystem::path& file, const std::vector<guichet::scan::Kind>& kinds) {
    double best = -1;
    for (int i = 0; i < 3; ++i) {
        const auto start = Clock::now();
        const auto seen = guichet::scan::load_pages(file, {}).and_then([&](const auto& pages) {
            return guichet::scan::examine(pages, kinds, {});
        });
        if (!seen)
            return -1;
        const double taken = seconds_since(start);
        best = best < 0 ? taken : std::min(best, taken);
    }
    return best;
}

/// What the command `tesseract FILE - -l fra` does, without starting a process; the best of three.
double time_tesseract(const std::filesystem::path& file) {
    double best = -1;
    for (int i = 0; i < 3; ++i) {
        const auto start = Clock::now();
        tesseract::TessBaseAPI api;
        Pix* pix = pixRead(file.c_str());
        if (pix == nullptr || api.Init(nullptr, "fra") != 0)
            return -1;
        api.SetImage(pix);
        api.Recognize(nullptr);
        pixDestroy(&pix);
        const double taken = seconds_since(start);
        best = best < 0 ? taken : std::min(best, taken);
    }
    return best;
}

} // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        std::printf("scan: usage: scan_bench SAMPLES_FOLDER\n");
        return 0;
    }
    const std::filesystem::path folder = arguments[1];
    const auto kinds = guichet::scan::load_kinds(guichet::data_folder() / "forms/documents");
    if (!kinds) {
        std::printf("scan: %s\n", kinds.error().detail.c_str());
        return 1;
    }
    const double card = time_reading(folder / "identity-card.jpg", *kinds);
    std::printf("scan: identity card in a photo  %.2f s (reach 1.50 s)\n", card);
    const double page = time_reading(folder / "tax-notice.png", *kinds);
    const double alone = time_tesseract(folder / "tax-notice.png");
    std::printf(
        "scan: A4 page at 300 dpi  %.2f s, tesseract alone %.2f s, ratio %.2f (reach 1.00)\n",
        page,
        alone,
        page / alone
    );
}
