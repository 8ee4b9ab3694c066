// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/gallery_document.hpp"

#include "text/paragraph.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string_view>

namespace guichet::app {

namespace {

struct Pen {
    std::uint8_t red;
    std::uint8_t green;
    std::uint8_t blue;
};

constexpr Pen ink{27, 36, 48};

void fill(Image& image, const Box& box, Pen pen) {
    for (int y = box.y; y < box.y + box.height; ++y)
        for (int x = box.x; x < box.x + box.width; ++x) {
            const auto at =
                4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                     static_cast<std::size_t>(x));
            image.rgba[at] = pen.red;
            image.rgba[at + 1] = pen.green;
            image.rgba[at + 2] = pen.blue;
            image.rgba[at + 3] = 255;
        }
}

std::uint8_t blended(std::uint8_t under, std::uint8_t over, int alpha) {
    return static_cast<std::uint8_t>((under * (255 - alpha) + over * alpha) / 255);
}

/// The words with their top left at (x, y), dark. Returns the box around them.
Box write(Image& image, std::string_view words, int x, int y) {
    const text::Paragraph paragraph{words, {.cap_height = 22}, i18n::french(), 0};
    const auto drawn = paragraph.pixels();
    for (int row = 0; row < drawn.height && y + row < image.height; ++row)
        for (int column = 0; column < drawn.width && x + column < image.width; ++column) {
            const auto to =
                4 * (static_cast<std::size_t>(y + row) * static_cast<std::size_t>(image.width) +
                     static_cast<std::size_t>(x + column));
            const int alpha = drawn.at(column, row);
            image.rgba[to] = blended(image.rgba[to], ink.red, alpha);
            image.rgba[to + 1] = blended(image.rgba[to + 1], ink.green, alpha);
            image.rgba[to + 2] = blended(image.rgba[to + 2], ink.blue, alpha);
        }
    return {x, y + drawn.height / 8, drawn.width, drawn.height * 3 / 4};
}

} // namespace

DrawnDocument draw_document() {
    Image image{860, 540, std::vector<std::uint8_t>(std::size_t{860} * 540 * 4)};
    fill(image, {0, 0, image.width, image.height}, {221, 228, 233});
    fill(image, {40, 110, 210, 270}, {183, 196, 204});
    write(image, "CARTE NATIONALE D’IDENTITÉ — SPÉCIMEN", 40, 30);
    DrawnDocument document;
    const std::array<std::string_view, 3> names{"NOM :", "PRÉNOMS :", "NÉE LE :"};
    const std::array<std::string_view, 3> values{"BENALI", "SAMIRA, LOUISE", "14.03.1968"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const int y = 110 + 80 * static_cast<int>(i);
        const auto name = write(image, names.at(i), 280, y);
        document.boxes.push_back(write(image, values.at(i), name.x + name.width + 14, y));
    }
    write(image, "IDFRABENALI<<<<<<<<<<<<<<<<<<<<", 40, 420);
    write(image, "050369200147SAMIRA<<LOUISE<6803145F2", 40, 475);
    document.picture = std::make_shared<const Image>(std::move(image));
    return document;
}

Picture draw_on_table() {
    constexpr double turn = 0.12; // radians
    constexpr double scale = 0.8;
    const auto document = draw_document();
    const auto& paper = *document.picture;
    auto photo = std::make_shared<Image>(Image{
        1000, 750, std::vector<std::uint8_t>(std::size_t{1000} * 750 * 4)});
    fill(*photo, {0, 0, photo->width, photo->height}, {112, 98, 84});
    for (int y = 0; y < photo->height; ++y)
        for (int x = 0; x < photo->width; ++x) {
            const double right = (x - photo->width / 2.0) / scale;
            const double down = (y - photo->height / 2.0) / scale;
            const int u =
                paper.width / 2 + static_cast<int>(right * std::cos(turn) + down * std::sin(turn));
            const int v =
                paper.height / 2 + static_cast<int>(down * std::cos(turn) - right * std::sin(turn));
            if (u < 0 || v < 0 || u >= paper.width || v >= paper.height)
                continue;
            const auto from = 4 * (static_cast<std::ptrdiff_t>(v) * paper.width + u);
            const auto to = 4 * (static_cast<std::ptrdiff_t>(y) * photo->width + x);
            std::copy_n(paper.rgba.begin() + from, 4, photo->rgba.begin() + to);
        }
    return photo;
}

procedure::Reading read_document() {
    const auto document = draw_document();
    procedure::Reading reading{
        .kind = "identite",
        .kind_name = i18n::Message{i18n::Domain::Forms, "Carte d’identité ou passeport"},
        .pages = {document.picture}};
    const std::array<std::pair<const char*, const char*>, 3> fields{
        {{"identite.nom", "BENALI"},
         {"identite.prenoms", "Samira, Louise"},
         {"identite.date_naissance", "1968-03-14"}}};
    for (std::size_t i = 0; i < fields.size(); ++i) {
        procedure::Proposal proposal{
            .field = fields.at(i).first,
            .value = fields.at(i).second,
            .confidence = 0.97,
            .reader = procedure::ReadBy::Mrz,
            .proven = true,
            .box = document.boxes[i]};
        proposal.crop = crop(document.picture, proposal.box);
        reading.proposals.push_back(std::move(proposal));
    }
    auto& date = reading.proposals.back();
    date.proven = false;
    date.confidence = 0.5;
    date.doubtful = {3};
    return reading;
}

} // namespace guichet::app
