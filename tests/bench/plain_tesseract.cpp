// SPDX-License-Identifier: GPL-3.0-or-later
// What the command `tesseract FILE - -l LANGUAGE --psm MODE` does, in a process of its own: in ours
// Tesseract is faster. Prints the seconds it took, those of processor time, then the text.
// Usage: plain_tesseract LANGUAGE MODE FILE
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>

int main(int count, char** arguments) {
    if (count != 4)
        return 2;
    const auto start = std::chrono::steady_clock::now();
    tesseract::TessBaseAPI api;
    Pix* pix = pixRead(arguments[3]);
    if (pix == nullptr || api.Init(nullptr, arguments[1]) != 0)
        return 1;
    api.SetPageSegMode(static_cast<tesseract::PageSegMode>(std::atoi(arguments[2])));
    api.SetImage(pix);
    char* text = api.GetUTF8Text();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    const auto processor = static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
    std::printf("%.3f %.3f\n%s", took.count(), processor, text);
    delete[] text;
    pixDestroy(&pix);
    return 0;
}
