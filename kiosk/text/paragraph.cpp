// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/paragraph.hpp"

#include "text/fonts.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace guichet::text {
namespace {

constexpr int largest_side = 16384; // of a texture

float to_pixels(int units) {
    return static_cast<float>(units) / PANGO_SCALE;
}

int to_units(float pixels) {
    return static_cast<int>(std::lround(static_cast<double>(pixels) * PANGO_SCALE));
}

PangoAlignment alignment(Align align, bool leftwards) {
    if (align == Align::Centre)
        return PANGO_ALIGN_CENTER;
    return (align == Align::End) != leftwards ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

/// What Pango accepts: valid UTF-8 without zero bytes.
std::string valid_text(std::string_view words) {
    const auto length = static_cast<gssize>(words.size());
    if (g_utf8_validate(words.data(), length, nullptr) == TRUE)
        return std::string{words};
    char* made = g_utf8_make_valid(words.data(), length);
    std::string text{made};
    g_free(made);
    return text;
}

} // namespace

struct Paragraph::Layout {
    Object<PangoContext> context;
    Object<PangoLayout> layout;
    PangoRectangle box{};
    float width{};

    bool breaks_a_word() const;
};

Paragraph::Paragraph(
    std::string_view words, const Style& style, const i18n::Language& language, float width
)
    : m_layout{std::make_unique<Layout>()} {
    m_layout->context = make_context(language);
    m_layout->layout.reset(pango_layout_new(m_layout->context.get()));
    m_layout->width = width;
    PangoLayout* layout = m_layout->layout.get();
    PangoFontDescription* font = make_font(style);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    const bool leftwards = language.direction == i18n::Direction::RightToLeft;
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_alignment(layout, alignment(style.align, leftwards));
    pango_layout_set_width(layout, width > 0 ? to_units(width) : -1);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    if (style.line_spacing != 1.0f)
        pango_layout_set_line_spacing(layout, style.line_spacing);
    const std::string text = valid_text(words);
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    pango_layout_get_extents(layout, nullptr, &m_layout->box);
}

Paragraph::~Paragraph() = default;
Paragraph::Paragraph(Paragraph&&) noexcept = default;
Paragraph& Paragraph::operator=(Paragraph&&) noexcept = default;

Size Paragraph::size() const {
    return {to_pixels(m_layout->box.width), to_pixels(m_layout->box.height)};
}

float Paragraph::left() const {
    return to_pixels(m_layout->box.x);
}

int Paragraph::lines() const {
    return pango_layout_get_line_count(m_layout->layout.get());
}

float Paragraph::baseline() const {
    return to_pixels(pango_layout_get_baseline(m_layout->layout.get()));
}

int Paragraph::unknown_glyphs() const {
    return pango_layout_get_unknown_glyphs_count(m_layout->layout.get());
}

bool Paragraph::Layout::breaks_a_word() const {
    int count = 0;
    const PangoLogAttr* marks = pango_layout_get_log_attrs_readonly(layout.get(), &count);
    const char* text = pango_layout_get_text(layout.get());
    for (int i = 1; i < pango_layout_get_line_count(layout.get()); ++i) {
        const PangoLayoutLine* line = pango_layout_get_line_readonly(layout.get(), i);
        const auto at = g_utf8_pointer_to_offset(text, text + line->start_index);
        if (at < count && marks[at].is_line_break == 0)
            return true;
    }
    return false;
}

bool Paragraph::overflows() const {
    if (m_layout->width <= 0)
        return false;
    return size().width > m_layout->width + 0.5f || m_layout->breaks_a_word();
}

Caret Paragraph::caret(std::size_t index) const {
    const char* text = pango_layout_get_text(m_layout->layout.get());
    auto at = std::min(index, std::strlen(text));
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
        --at;
    PangoRectangle strong;
    pango_layout_get_cursor_pos(m_layout->layout.get(), static_cast<int>(at), &strong, nullptr);
    return {to_pixels(strong.x), to_pixels(strong.y), to_pixels(strong.height)};
}

std::size_t Paragraph::index_at(float x, float y) const {
    int index = 0;
    int trailing = 0;
    PangoLayout* layout = m_layout->layout.get();
    pango_layout_xy_to_index(layout, to_units(x), to_units(y), &index, &trailing);
    const char* text = pango_layout_get_text(layout);
    return static_cast<std::size_t>(g_utf8_offset_to_pointer(text + index, trailing) - text);
}

Coverage Paragraph::pixels() const {
    const auto side = [](float length) {
        return std::clamp(static_cast<int>(std::ceil(length)), 1, largest_side) + 2 * margin();
    };
    const Size drawn = size();
    Coverage ink{side(drawn.width), side(drawn.height), 0, {}};
    ink.stride = cairo_format_stride_for_width(CAIRO_FORMAT_A8, ink.width);
    ink.rows.resize(static_cast<std::size_t>(ink.stride) * static_cast<std::size_t>(ink.height));
    cairo_surface_t* surface = cairo_image_surface_create_for_data(
        ink.rows.data(), CAIRO_FORMAT_A8, ink.width, ink.height, ink.stride
    );
    cairo_t* page = cairo_create(surface);
    draw(page, static_cast<float>(margin()) - left(), static_cast<float>(margin()));
    cairo_destroy(page);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    return ink;
}

void Paragraph::draw(_cairo* page, float x, float y) const {
    cairo_save(page);
    cairo_move_to(page, static_cast<double>(x), static_cast<double>(y));
    pango_cairo_show_layout(page, m_layout->layout.get());
    cairo_restore(page);
}

std::vector<std::string> missing_fonts() {
    std::vector<std::string> missing;
    for (const char* family : needed_families)
        if (!has_family(family))
            missing.emplace_back(family);
    return missing;
}

void forget_all() {
    forget_fonts();
}

} // namespace guichet::text
