// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the papers of people who do not exist and photographs or scans them.
// Usage: make_samples OUT_DIR [FILE…], all of them or only those named
#include "camera.hpp"
#include "paper.hpp"
#include "person.hpp"
#include "scan/pix.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <string>

#include <leptonica/allheaders.h>

namespace {

using guichet::Image;
using samples::Person;

struct Sample {
    std::string file;
    std::string kind; ///< empty when it is no document
    std::string zone; ///< lines joined by '|'
    std::string fields;
    std::function<Image(std::mt19937&)> draw;
};

std::string joined(const std::vector<std::string>& lines) {
    std::string all;
    for (const auto& line : lines)
        all += (all.empty() ? "" : "|") + line;
    return all;
}

std::string identity_fields(const Person& person, const std::string& number, bool expires) {
    std::string family = person.family_name;
    for (char& c : family)
        c = c == '-' ? ' ' : c;
    std::string fields = "identite.nom=" + family + ";identite.prenoms=" + person.given_names +
                         ";identite.date_naissance=" + person.birth +
                         ";identite.sexe=" + person.sex + ";identite.numero=" + number;
    if (expires)
        fields += ";identite.expiration=" + person.expiry;
    return fields;
}

std::string notice_fields(const Person& person) {
    const std::string kind = "avis-imposition.";
    return kind + "numero_fiscal=" + samples::tax_number(person) + ";" + kind +
           "reference_avis=" + person.notice_reference + ";" + kind +
           "revenu_fiscal_reference=" + std::to_string(person.income) + ";" + kind +
           "nombre_parts=" + person.parts + ";" + kind + "annee=2024;" + kind +
           "nom=" + person.family_name + ";" + kind + "prenoms=" + person.given_names;
}

void add_identity(std::vector<Sample>& all, const Person& person, const std::string& suffix) {
    const auto card = [&person](auto take) {
        return [&person, take](std::mt19937& random) {
            return take(samples::draw_card(person), random);
        };
    };
    const auto flat = [](const Image& paper, std::mt19937& random) {
        return samples::scan_flat(paper, 1.3, random);
    };
    const auto photo = [](double turn) {
        return [turn](const Image& paper, std::mt19937& random) {
            return samples::photograph(paper, {.turn = turn}, random);
        };
    };
    const auto card_fields = identity_fields(person, person.card_number, true);
    const auto card_zone = joined(samples::card_zone(person));
    all.push_back(
        {"identity-card" + suffix + ".jpg", "identite", card_zone, card_fields, card(photo(3))}
    );
    all.push_back(
        {"identity-card" + suffix + "-turned.jpg",
         "identite",
         card_zone,
         card_fields,
         card(photo(184))}
    );
    all.push_back(
        {"identity-card" + suffix + "-scan.png", "identite", card_zone, card_fields, card(flat)}
    );
    const auto old_fields = identity_fields(person, person.old_card_number, false);
    const auto old_zone = joined(samples::old_card_zone(person));
    all.push_back(
        {"old-card" + suffix + ".jpg",
         "identite",
         old_zone,
         old_fields,
         [&person, photo](std::mt19937& random) {
             return photo(-4)(samples::draw_old_card(person), random);
         }}
    );
    const auto passport_fields = identity_fields(person, person.passport_number, true);
    const auto passport_zone = joined(samples::passport_zone(person));
    all.push_back(
        {"passport" + suffix + ".jpg",
         "identite",
         passport_zone,
         passport_fields,
         [&person, photo](std::mt19937& random) {
             return photo(91)(samples::draw_passport(person), random);
         }}
    );
}

std::vector<Sample> all_samples() {
    std::vector<Sample> all;
    const auto& people = samples::people();
    for (std::size_t i = 0; i < people.size(); ++i) {
        const auto& person = people[i];
        const std::string suffix = i == 0 ? "" : "-" + std::to_string(i + 1);
        add_identity(all, person, suffix);
        all.push_back(
            {"tax-notice" + suffix + ".png",
             "avis-imposition",
             "",
             notice_fields(person),
             [&person, i](std::mt19937& random) {
                 return samples::scan_flat(
                     samples::draw_tax_notice(person), 0.7 - static_cast<double>(i), random
                 );
             }}
        );
    }
    all.push_back(
        {"tax-notice-photo.jpg",
         "avis-imposition",
         "",
         notice_fields(people[0]),
         [&people](std::mt19937& random) {
             return samples::photograph(
                 samples::draw_tax_notice(people[0]),
                 {.width = 2300, .height = 3000, .size = 0.88, .turn = 2, .perspective = 0.04},
                 random
             );
         }}
    );
    all.push_back({"cat.jpg", "", "", "", [](std::mt19937& random) {
                       return samples::photograph(
                           samples::draw_cat(), {.size = 1.5, .turn = 8, .blur = 1.2}, random
                       );
                   }});
    return all;
}

/// Photos in colour as JPEG; scans in grey, as our scanner is set, as PNG.
bool write(const std::filesystem::path& file, Image image) {
    const auto picture = std::make_shared<const Image>(std::move(image));
    auto pix = guichet::scan::to_pix(picture);
    const bool photo = file.extension() == ".jpg";
    if (!photo)
        pix = guichet::scan::to_grey(pix);
    pixSetResolution(pix.get(), 300, 300);
    pixSetZlibCompression(pix.get(), 1); // noise does not get smaller with more work
    return photo ? pixWriteJpeg(file.c_str(), pix.get(), 88, 0) == 0
                 : pixWrite(file.c_str(), pix.get(), IFF_PNG) == 0;
}

} // namespace

int main(int count, char** arguments) {
    if (count < 2 || *arguments[1] == '-') {
        std::fprintf(stderr, "usage: make_samples OUT_DIR [FILE…]\n");
        return 2;
    }
    const std::filesystem::path folder = arguments[1];
    const std::vector<std::string> wanted(arguments + 2, arguments + count);
    std::filesystem::create_directories(folder);
    std::ofstream truth(folder / "truth.tsv");
    truth << "file\tkind\tzone\tfields\n";
    unsigned seed = 0;
    for (const auto& sample : all_samples()) {
        std::mt19937 random(++seed);
        if (!wanted.empty() && std::ranges::find(wanted, sample.file) == wanted.end())
            continue;
        if (!write(folder / sample.file, sample.draw(random))) {
            std::fprintf(stderr, "cannot write %s\n", sample.file.c_str());
            return 1;
        }
        truth << sample.file << '\t' << sample.kind << '\t' << sample.zone << '\t' << sample.fields
              << '\n';
    }
    return truth.flush() ? 0 : 1;
}
