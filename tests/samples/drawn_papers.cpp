// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_papers.hpp"

#include "make/camera.hpp"
#include "scan/source/pdf_picture.hpp"

#include <algorithm>
#include <fstream>
#include <memory>
#include <random>
#include <utility>

#include <nlohmann/json.hpp>
#include <poppler-document.h>
#include <poppler-page.h>

namespace samples {

namespace {

using guichet::Image;
using guichet::scan::Page;

constexpr double scan_dpi = 300;
constexpr Photo by_hand{
    .width = 2400, .height = 3200, .size = 0.85, .turn = 2, .perspective = 0.04};

std::vector<guichet::Picture> drawn_at(const std::filesystem::path& file, double dpi) {
    const std::unique_ptr<poppler::document> document(poppler::document::load_from_file(file.string(
    )));
    std::vector<guichet::Picture> pictures;
    for (int i = 0; document && i < document->pages(); ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        if (page)
            pictures.push_back(guichet::scan::to_picture(guichet::scan::draw_page(*page, dpi)));
    }
    return pictures;
}

} // namespace

std::vector<DrawnPaper>
drawn_papers(const std::filesystem::path& folder, const std::vector<guichet::scan::Kind>& kinds) {
    std::vector<DrawnPaper> papers;
    std::error_code none;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, none)) {
        if (entry.path().extension() != ".pdf")
            continue;
        auto said = entry.path();
        std::ifstream in(said.replace_extension(".json"));
        const auto truth = nlohmann::json::parse(in, nullptr, false);
        if (truth.is_discarded())
            continue;
        DrawnPaper paper{.file = entry.path()};
        paper.truth.kind = truth.value("kind", "");
        const auto* kind = guichet::scan::find_kind(kinds, paper.truth.kind);
        if (kind == nullptr)
            continue;
        for (const auto& [field, value] : truth.at("fields").items())
            paper.truth.fields[kind->field_id(field)] = value.get<std::string>();
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
    for (auto& picture : drawn_at(paper.file, scan_dpi)) {
        const bool scanned = showing == Showing::Scan;
        if (!scanned)
            picture = std::make_shared<const Image>(photograph(*picture, by_hand, random));
        pages.push_back({.picture = std::move(picture), .dpi = scanned ? scan_dpi : 0, .words = {}}
        );
    }
    return pages;
}

} // namespace samples
