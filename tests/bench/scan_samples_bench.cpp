// SPDX-License-Identifier: GPL-3.0-or-later
// How the reading of our own papers holds against what scanners, cameras and pockets do to them,
// and how many of the values plain Tesseract has somewhere in its text. Usage:
// scan_samples_bench [KIND]
#include "forms_score.hpp"
#include "kinds.hpp"
#include "make/camera.hpp"
#include "scan/pix.hpp"
#include "scan/text/fold.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <utility>

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>

namespace {

using guichet::Image;
using samples::Form;
using samples::Photo;

/// Something that happens to a paper, or to its picture.
struct Harm {
    const char* name;
    std::function<Image(const Form&, std::mt19937&)> picture;
};

double usual_dpi(const Form& form) {
    return form.card ? 300 : 200;
}

/// Through a JPEG file of that quality.
Image compressed(const Image& image, int quality) {
    const auto pix = guichet::scan::to_pix(std::make_shared<const Image>(image));
    l_uint8* bytes = nullptr;
    std::size_t size = 0;
    if (pixWriteMemJpeg(&bytes, &size, pix.get(), quality, 0) != 0)
        return image;
    const guichet::scan::PixPtr back(pixReadMemJpeg(bytes, size, 0, 1, nullptr, 0));
    std::free(bytes); // NOLINT(cppcoreguidelines-no-malloc): Leptonica allocates so
    return *guichet::scan::to_picture(back);
}

/// A crease across the middle: one half lies darker, the crease is lighter.
Image folded(Image image) {
    const int middle = image.height / 2;
    for (int y = 0; y < image.height; ++y) {
        const double crease = std::abs(y - middle) < image.height / 300 ? 1.25 : 1;
        const double light = crease * (y > middle ? 0.78 : 1);
        for (int x = 0; x < image.width * 4; ++x) {
            auto& value = image.rgba[static_cast<std::size_t>(y) * image.width * 4 + x];
            if (x % 4 != 3)
                value = static_cast<std::uint8_t>(std::min(255.0, value * light));
        }
    }
    return image;
}

Image turned(const Image& image, int quarters) {
    const auto pix = guichet::scan::to_pix(std::make_shared<const Image>(image));
    return *guichet::scan::to_picture(guichet::scan::turned(pix, quarters));
}

/// On a table, the picture a little larger than the paper.
Harm photo(const char* name, Photo how) {
    return {name, [how](const Form& form, std::mt19937& random) {
                auto shot = how;
                const auto paper = draw(form, usual_dpi(form));
                const double room = 1 / shot.size;
                shot.width = static_cast<int>(paper.width * room);
                shot.height = static_cast<int>(paper.height * room);
                return samples::photograph(paper, shot, random);
            }};
}

Harm at(const char* name, double dpi) {
    return {name, [dpi](const Form& form, std::mt19937&) { return draw(form, dpi); }};
}

std::vector<Harm> harms() {
    constexpr Photo still{.size = 0.85, .perspective = 0, .blur = 0.3, .noise = 1, .shadow = 0};
    const auto with = [&still](auto change) {
        auto photo = still;
        change(photo);
        return photo;
    };
    return {
        {"flat", [](const Form& form, std::mt19937&) { return draw(form, usual_dpi(form)); }},
        photo("noise", with([](Photo& p) { p.noise = 14; })),
        photo("blur", with([](Photo& p) { p.blur = 1.4; })),
        {"JPEG 30",
         [](const Form& form, std::mt19937&) {
             return compressed(draw(form, usual_dpi(form)), 30);
         }},
        photo("shadow", with([](Photo& p) { p.shadow = 0.6; })),
        {"fold",
         [](const Form& form, std::mt19937&) { return folded(draw(form, usual_dpi(form))); }},
        photo("tilt 15", with([](Photo& p) { p.turn = 15, p.size = 0.7; })),
        photo("tilt -15", with([](Photo& p) { p.turn = -15, p.size = 0.7; })),
        photo("perspective", with([](Photo& p) { p.perspective = 0.1, p.size = 0.75; })),
        {"on its side",
         [](const Form& form, std::mt19937&) { return turned(draw(form, usual_dpi(form)), 1); }},
        {"upside down",
         [](const Form& form, std::mt19937&) { return turned(draw(form, usual_dpi(form)), 2); }},
        at("150 dpi", 150),
        at("300 dpi", 300),
        at("600 dpi", 600)};
}

std::string digits_in(const std::string& text) {
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9')
            digits += c;
    return digits;
}

/// Whether a value of ours is in that text in any way of writing it.
bool holds(const std::string& text, const std::string& value) {
    const auto digits = digits_in(value);
    const bool is_date = value.size() == 10 && value[4] == '-' && value[7] == '-';
    if (is_date)
        return digits_in(text).find(digits.substr(6) + digits.substr(4, 2) + digits.substr(0, 4)) !=
               std::string::npos;
    if (digits.size() * 2 > value.size())
        return digits_in(text).find(digits) != std::string::npos;
    return guichet::scan::fold(text).find(guichet::scan::fold(value)) != std::string::npos;
}

/// How many of the values `tesseract FILE - -l fra` finds, wherever it puts them.
int found_by_tesseract(tesseract::TessBaseAPI& api, const Image& image, const Form& form) {
    const auto pix = guichet::scan::to_pix(std::make_shared<const Image>(image));
    api.SetImage(pix.get());
    char* text = api.GetUTF8Text();
    const std::string read = text != nullptr ? text : "";
    delete[] text; // NOLINT(cppcoreguidelines-owning-memory): Tesseract allocates so
    return static_cast<int>(std::ranges::count_if(form.fields, [&](const auto& field) {
        return holds(read, field.second);
    }));
}

double processor_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

} // namespace

int main(int count, char** arguments) {
    const std::string wanted = count > 1 ? arguments[1] : "";
    const auto kinds = our_kinds();
    guichet::scan::Options options;
    options.patience = std::chrono::minutes(2);
    const auto forms = samples::all_forms();
    tesseract::TessBaseAPI api;
    if (api.Init(nullptr, "fra") != 0)
        return 1;
    std::printf(
        "%-12s %7s %9s %7s %14s %12s %18s\n",
        "",
        "wanted",
        "proposed",
        "right",
        "wrong but sure",
        "seconds each",
        "in tesseract's"
    );
    for (const auto& harm : harms()) {
        samples::Score all;
        std::mt19937 random(7);
        double seconds = 0;
        int papers = 0;
        int others = 0;
        for (const auto& form : forms) {
            if (!wanted.empty() && form.kind != wanted)
                continue;
            const auto picture = std::make_shared<const Image>(harm.picture(form, random));
            const double start = processor_seconds();
            const auto seen =
                guichet::scan::examine({{.picture = picture, .dpi = 0}}, kinds, options);
            seconds += processor_seconds() - start;
            others += found_by_tesseract(api, *picture, form);
            ++papers;
            if (seen)
                all += samples::score(form, *seen);
        }
        std::printf(
            "%-12s %7d %9d %6.1f%% %14d %12.2f %17.1f%%\n",
            harm.name,
            all.wanted,
            all.proposed,
            100.0 * all.right / std::max(all.wanted, 1),
            all.wrong_sure,
            seconds / std::max(papers, 1),
            100.0 * others / std::max(all.wanted, 1)
        );
        if (all.wrong_sure > 0)
            std::printf("%s\n", all.mistakes.c_str());
        std::fflush(stdout);
    }
    return 0;
}
