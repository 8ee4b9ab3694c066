// SPDX-License-Identifier: GPL-3.0-or-later
#include "deliver/flow.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::deliver;

namespace {

Block block(const std::string& words, float height_lines = 1) {
    std::string text = words;
    for (int i = 1; i < static_cast<int>(height_lines); ++i)
        text += "\n" + words;
    Block made;
    made.columns.push_back(
        {.tag = "P", .words = text::Paragraph(text, {}, i18n::french(), text_width)}
    );
    return made;
}

/// How many pages the feet count, as the flow says them.
struct Feet {
    std::vector<int> numbers;
    int pages{0};
};

Feet write(const Flow& flow) {
    Feet feet;
    const auto pdf = flow.write(
        {.title = "Essai",
         .foot = "Guichet",
         .language = i18n::french(),
         .numbering =
             [&feet](int page, int pages) {
                 if (feet.numbers.empty() || feet.numbers.back() != page)
                     feet.numbers.push_back(page);
                 feet.pages = pages;
                 return std::to_string(page);
             }}
    );
    REQUIRE(pdf);
    CHECK(pdf->starts_with("%PDF"));
    return feet;
}

} // namespace

TEST_CASE("a sheet with nothing on it is one page with a foot") {
    const auto feet = write(Flow{});
    CHECK(feet.numbers == std::vector<int>{1});
    CHECK(feet.pages == 1);
}

TEST_CASE("every page is counted once, in order, and tags may span them") {
    Flow flow;
    flow.open("Document");
    flow.open("Table");
    const float room = page_height - 2 * page_margin;
    const auto one = block("Réponse");
    const int many = static_cast<int>(2.5f * room / (one.height() + one.space_after));
    for (int i = 0; i < many; ++i)
        flow.add(block("Réponse"));
    flow.close();
    flow.close();
    const auto feet = write(flow);
    CHECK(feet.pages >= 3);
    REQUIRE(feet.numbers.size() == static_cast<std::size_t>(feet.pages));
    for (int i = 0; i < feet.pages; ++i)
        CHECK(feet.numbers[static_cast<std::size_t>(i)] == i + 1);
}

TEST_CASE("a title goes to the next page with what it is the title of") {
    const auto one = block("Réponse");
    const float step = one.height() + one.space_after;
    const float room = page_height - 2 * page_margin - 30.0f;
    const auto fill = [&](bool kept) {
        Flow flow;
        const int lines = static_cast<int>(room / step); // room for these, no more
        for (int i = 0; i + 1 < lines; ++i)
            flow.add(block("Réponse"));
        auto title = block("Titre");
        title.keep_with_next = kept;
        flow.add(std::move(title));
        return flow;
    };
    CHECK(write(fill(false)).pages == 1);
    auto flow = fill(true);
    flow.add(block("Réponse", 4));
    CHECK(write(flow).pages == 2);
}

TEST_CASE("a ruled block is higher than the same without a rule") {
    auto ruled = block("Réponse");
    const float plain = ruled.height();
    ruled.ruled = true;
    CHECK(ruled.height() > plain);
    CHECK(Block{}.height() == 0);
}
