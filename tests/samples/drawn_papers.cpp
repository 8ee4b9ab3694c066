// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_papers.hpp"

#include "make/camera.hpp"

#include <algorithm>
#include <fstream>
#include <memory>
#include <random>

#include <nlohmann/json.hpp>
#include <poppler-document.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

namespace samples {

namespace {

using guichet::Image;
using guichet::scan::Page;

constexpr double scan_dpi = 300;
constexpr Photo by_hand{
    .width = 2400, .height = 3200, .size = 0.85, .turn = 2, .perspective = 0.04};

/// Red, green, blue of `drawn`, opaque.
Image to_image(const poppler::image& drawn) {
    Image image{.width = drawn.width(), .height = drawn.height(), .rgba = {}};
    image.rgba.reserve(static_cast<std::size_t>(image.width) * image.height * 4);
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const auto* pixel = drawn.const_data() + std::ptrdiff_t{y} * drawn.bytes_per_row() +
                                std::ptrdiff_t{4} * x;
            for (const int channel : {2, 1, 0})
                image.rgba.push_back(static_cast<std::uint8_t>(pixel[channel]));
            image.rgba.push_back(255);
        }
    return image;
}

/// "facture-eau" answers what a "facture" is asked for.
std::string family_of(const std::string& kind) {
    return kind.starts_with("facture-") ? "facture" : kind;
}

std::vector<Image> drawn_at(const std::filesystem::path& file, double dpi) {
    const std::unique_ptr<poppler::document> document(poppler::document::load_from_file(file.string(
    )));
    std::vector<Image> images;
    poppler::page_renderer renderer;
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    renderer.set_image_format(poppler::image::format_argb32);
    for (int i = 0; document && i < document->pages(); ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        if (page)
            images.push_back(to_image(renderer.render_page(page.get(), dpi, dpi)));
    }
    return images;
}

} // namespace

std::vector<DrawnPaper> drawn_papers(const std::filesystem::path& folder) {
    std::vector<DrawnPaper> papers;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
        if (entry.path().extension() != ".pdf")
            continue;
        auto said = entry.path();
        std::ifstream in(said.replace_extension(".json"));
        const auto truth = nlohmann::json::parse(in, nullptr, false);
        if (truth.is_discarded())
            continue;
        DrawnPaper paper{.file = entry.path()};
        paper.truth.kind = truth.value("kind", "");
        for (const auto& [field, value] : truth.at("fields").items())
            paper.truth.fields[family_of(paper.truth.kind) + "." + field] =
                value.get<std::string>();
        papers.push_back(std::move(paper));
    }
    std::ranges::sort(papers, {}, &DrawnPaper::file);
    return papers;
}

std::vector<Page> show(const DrawnPaper& paper, Showing showing) {
    if (showing == Showing::File)
        return guichet::scan::load_pages(paper.file, {}).value_or(std::vector<Page>{});
    std::mt19937 random(7);
    std::vector<Page> pages;
    for (auto& image : drawn_at(paper.file, scan_dpi)) {
        const bool scanned = showing == Showing::Scan;
        if (!scanned)
            image = photograph(image, by_hand, random);
        pages.push_back(
            {.picture = std::make_shared<const Image>(std::move(image)),
             .dpi = scanned ? scan_dpi : 0,
             .words = {}}
        );
    }
    return pages;
}

} // namespace samples
