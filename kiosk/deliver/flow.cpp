// SPDX-License-Identifier: GPL-3.0-or-later
#include "deliver/flow.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include <cairo/cairo-pdf.h>
#include <cairo/cairo.h>

namespace guichet::deliver {

namespace {

constexpr float foot_height = 30.0f;
constexpr float rule_gap = 4.0f;
constexpr float last_line = page_height - page_margin - foot_height;

cairo_status_t append(void* into, const unsigned char* bytes, unsigned int size) {
    static_cast<std::string*>(into)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

void set_grey(cairo_t* page, float grey) {
    cairo_set_source_rgb(page, grey, grey, grey);
}

void draw_block(cairo_t* page, const Block& block, float top) {
    if (!block.tag.empty())
        cairo_tag_begin(page, block.tag.c_str(), nullptr);
    for (const auto& column : block.columns) {
        cairo_tag_begin(page, column.tag.c_str(), nullptr);
        set_grey(page, column.grey);
        column.words.draw(page, page_margin + column.x, top);
        cairo_tag_end(page, column.tag.c_str());
    }
    if (!block.tag.empty())
        cairo_tag_end(page, block.tag.c_str());
    if (!block.ruled)
        return;
    const float y = top + block.height() - 0.5f;
    set_grey(page, 0.8f);
    cairo_set_line_width(page, 0.5);
    cairo_move_to(page, page_margin, y);
    cairo_line_to(page, page_width - page_margin, y);
    cairo_stroke(page);
}

void draw_foot(cairo_t* page, const About& about, int number, int pages) {
    const text::Style style{.cap_height = 5.6f};
    const float top = page_height - page_margin - foot_height + 12.0f;
    set_grey(page, 0.35f);
    const float room = text_width * 0.75f;
    const text::Paragraph foot(about.foot, style, about.language, room);
    const text::Paragraph counted(
        about.numbering(number, pages), style, about.language, text_width
    );
    const bool mirrored = about.language.direction == i18n::Direction::RightToLeft;
    const float far_side = page_width - page_margin - counted.size().width;
    foot.draw(page, mirrored ? page_width - page_margin - room : page_margin, top);
    const text::Paragraph exact(
        about.numbering(number, pages), style, about.language, counted.size().width + 1.0f
    );
    exact.draw(page, mirrored ? page_margin : far_side, top);
}

} // namespace

float Block::height() const {
    float height = 0;
    for (const auto& column : columns)
        height = std::max(height, column.words.size().height);
    return ruled ? height + rule_gap : height;
}

void Flow::open(std::string tag) {
    m_pieces.emplace_back(Open{std::move(tag)});
}

void Flow::close() {
    m_pieces.emplace_back(Close{});
}

void Flow::add(Block block) {
    m_pieces.emplace_back(std::move(block));
}

/// The page of each piece, from 0.
std::vector<int> Flow::paginate() const {
    std::vector<const Block*> blocks;
    for (const auto& piece : m_pieces)
        if (const auto* block = std::get_if<Block>(&piece))
            blocks.push_back(block);
    std::vector<int> pages;
    float y = page_margin;
    int number = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        float needed = blocks[i]->height();
        for (auto next = i; blocks[next]->keep_with_next && next + 1 < blocks.size(); ++next)
            needed += blocks[next]->space_after + blocks[next + 1]->height();
        if (y + needed > last_line && y > page_margin) {
            ++number;
            y = page_margin;
        }
        pages.push_back(number);
        y += blocks[i]->height() + blocks[i]->space_after;
    }
    return pages;
}

/// Draws the pieces one after the other, turning pages where `paginate` says.
class Flow::Drawing {
public:
    Drawing(cairo_t* page, const About& about, std::vector<int> pages)
        : m_page(page), m_about(about), m_pages(std::move(pages)) {}

    void operator()(const Open& piece) {
        cairo_tag_begin(m_page, piece.tag.c_str(), nullptr);
        m_tags.push_back(piece.tag);
    }

    void operator()(const Close&) {
        cairo_tag_end(m_page, m_tags.back().c_str());
        m_tags.pop_back();
    }

    void operator()(const Block& block) {
        const int page = m_pages[m_drawn++];
        if (page != m_number) {
            end_page();
            cairo_show_page(m_page);
            m_number = page;
            m_y = page_margin;
        }
        draw_block(m_page, block, m_y);
        m_y += block.height() + block.space_after;
    }

    void end_page() {
        const int count = m_pages.empty() ? 1 : m_pages.back() + 1;
        draw_foot(m_page, m_about, m_number + 1, count);
    }

private:
    cairo_t* m_page;
    const About& m_about;
    std::vector<int> m_pages;        ///< of each block
    std::size_t m_drawn{0};          ///< blocks
    int m_number{0};                 ///< of the page being drawn
    float m_y{page_margin};          ///< where the next block goes
    std::vector<std::string> m_tags; ///< open ones
};

void Flow::draw(_cairo* page, const About& about) const {
    Drawing drawing(page, about, paginate());
    for (const auto& piece : m_pieces)
        std::visit(drawing, piece);
    drawing.end_page();
}

Result<std::string> Flow::write(const About& about) const {
    std::string pdf;
    const Surface surface(
        cairo_pdf_surface_create_for_stream(append, &pdf, page_width, page_height),
        &cairo_surface_destroy
    );
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, about.title.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "Guichet");
    {
        const Context page(cairo_create(surface.get()), &cairo_destroy);
        draw(page.get(), about);
    }
    cairo_surface_finish(surface.get());
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
        return fail(
            Error::Kind::Unreadable, cairo_status_to_string(cairo_surface_status(surface.get()))
        );
    return finish_pdf(std::move(pdf), about.language);
}

} // namespace guichet::deliver
