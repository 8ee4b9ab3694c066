// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/frame.hpp"

#include "ui/kit/imgui_types.hpp"
#include "ui/kit/typing.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include <imgui.h>

namespace guichet::ui {
namespace {

std::uint8_t blended(std::uint8_t over, std::uint8_t below, std::uint8_t alpha) {
    return static_cast<std::uint8_t>((over * alpha + below * (255 - alpha)) / 255);
}

} // namespace

Frame::Frame(Memory& memory, const Setting& setting)
    : m_memory{&memory}, m_setting{setting}, m_metrics{setting.display, setting.size},
      m_colours{&ui::colours(setting.theme)}, m_list{ImGui::GetBackgroundDrawList()} {
    memory.begin_frame(setting.now);
}

Frame::~Frame() {
    while (!m_clips.empty())
        end_clip();
    mark_clipped();
    draw_ring();
    draw_focus();
    m_memory->end_frame(std::move(m_tree));
}

Rect Frame::screen() const {
    const Display& display = m_setting.display;
    return {0, 0, static_cast<float>(display.width), static_cast<float>(display.height)};
}

bool Frame::mirrored() const {
    return words().language().direction == i18n::Direction::RightToLeft;
}

Rect Frame::mirror(const Rect& rect) const {
    if (!mirrored())
        return rect;
    const float edges = m_side ? m_side->area.x + m_side->area.right() : screen().width;
    return {edges - rect.right(), rect.y, rect.width, rect.height};
}

WordCache::Words
Frame::cached(std::string_view words, TextRole role, float width, text::Align align) const {
    static const i18n::Language leftwards{"ar", "", i18n::Direction::RightToLeft};
    auto style = m_metrics.style(role);
    // The name of another language, or words not translated yet: they run their own way, and stand
    // where the screen's own words would.
    const auto direction = runs(words);
    const bool other = direction == (mirrored() ? Runs::Rightwards : Runs::Leftwards);
    if (other && align != text::Align::Centre)
        align = align == text::Align::Start ? text::Align::End : text::Align::Start;
    style.align = align;
    const auto* language = &this->words().language();
    if (other)
        language = mirrored() ? &i18n::french() : &leftwards;
    return {words, style, language, width};
}

text::Size Frame::measure(std::string_view words, TextRole role, float width) const {
    const auto size =
        m_memory->words().lay_out(cached(words, role, width, text::Align::Start)).size();
    return {std::ceil(size.width), std::ceil(size.height)};
}

void Frame::fill(const Rect& rect, text::Colour colour, float radius) {
    const Rect drawn = whole_pixels(mirror(rect));
    m_fills.push_back({m_clips.empty() ? drawn : common(drawn, m_clips.back()), colour});
    m_list->AddRectFilled(
        {drawn.x, drawn.y}, {drawn.right(), drawn.bottom()}, packed(colour), radius
    );
}

void Frame::outline(const Rect& rect, text::Colour colour, float thickness, float radius) {
    // ImGui centres the line half a pixel inside the edge: keep all of it inside, on whole pixels.
    const Rect drawn = whole_pixels(mirror(rect)).inset((thickness - 1) / 2);
    const float inner = std::max(0.0f, radius - thickness / 2);
    m_list->AddRect(
        {drawn.x, drawn.y}, {drawn.right(), drawn.bottom()}, packed(colour), inner, 0, thickness
    );
}

void Frame::draw(const Rect& rect, const WordCache::Words& words, text::Colour colour) {
    if (words.words.empty())
        return;
    const auto laid = m_memory->words().lay_out(words);
    const auto margin = static_cast<float>(text::Paragraph::margin());
    const auto size = laid.size();
    const Rect place = mirror(rect);
    const Rect drawn{
        std::round(place.x + laid.left()) - margin,
        std::round(place.y) - margin,
        std::max(1.0f, std::ceil(size.width)) + 2 * margin,
        std::max(1.0f, std::ceil(size.height)) + 2 * margin};
    const Rect seen = common(drawn, m_clips.empty() ? screen() : m_clips.back());
    if (seen.width <= 0 || seen.height <= 0)
        return; // scrolled away: not worth a texture
    m_list->AddImage(
        imgui_texture(m_memory->words().texture(laid)),
        {drawn.x, drawn.y},
        {drawn.right(), drawn.bottom()},
        {0, 0},
        {1, 1},
        packed(colour)
    );
}

void Frame::check_fit(const Rect& rect, const text::Paragraph& paragraph, float height) {
    constexpr float rounding = 1.5f;
    const bool wide = paragraph.overflows() || paragraph.size().width > rect.width + rounding;
    if (wide || height > rect.height + rounding)
        m_too_small.push_back(mirror(rect));
}

void Frame::words_at(
    const Rect& rect, std::string_view words, TextRole role, text::Colour colour, text::Align align
) {
    if (words.empty())
        return;
    const auto key = cached(words, role, rect.width, align);
    const text::Paragraph& paragraph = m_memory->words().lay_out(key).paragraph();
    check_fit(rect, paragraph, paragraph.size().height);
    draw(rect, key, colour);
}

void Frame::words_centred(
    const Rect& rect, std::string_view words, TextRole role, text::Colour colour, text::Align align
) {
    if (words.empty())
        return;
    const auto key = cached(words, role, rect.width, align);
    const text::Paragraph& paragraph = m_memory->words().lay_out(key).paragraph();
    const text::Paragraph& one_line =
        m_memory->words().lay_out(cached("H", role, 0, align)).paragraph();
    const float cap = key.style.cap_height;
    const float line = one_line.size().height;
    // A line's box has much air above and below: only accents and tails must fit.
    constexpr float accents_and_tails = 1.75f;
    const float height = paragraph.size().height;
    const float own_line = paragraph.lines() == 1 ? height : line; // Arabic's has more air yet
    const float air = std::max(0.0f, own_line - accents_and_tails * cap);
    check_fit(rect, paragraph, height - air);
    const float down = line / 2 - (one_line.baseline() - cap / 2);
    Rect place = rect;
    place.y += (rect.height - height) / 2 + (height < line * 1.2f ? down : down / 2);
    if (key.style.family == text::Family::Symbols)
        place.y = rect.y + (rect.height - height) / 2;
    draw(place, key, colour);
}

void Frame::begin_clip(const Rect& rect) {
    Rect clip = whole_pixels(mirror(rect));
    if (!m_clips.empty())
        clip = common(clip, m_clips.back());
    m_clips.push_back(clip);
    m_list->PushClipRect({clip.x, clip.y}, {clip.right(), clip.bottom()}, false);
}

void Frame::end_clip() {
    if (m_clips.empty())
        return;
    m_clips.pop_back();
    m_list->PopClipRect();
}

Rect Frame::in_sight(const Rect& rect) const {
    return m_clips.empty() ? rect : common(rect, m_clips.back());
}

text::Colour Frame::under(const Rect& rect) const {
    const float x = rect.x + rect.width / 2;
    const float y = rect.y + rect.height / 2;
    text::Colour found = m_colours->paper;
    for (const Fill& fill : m_fills) {
        if (!fill.rect.contains(x, y))
            continue;
        const text::Colour over = fill.colour;
        found = {
            blended(over.red, found.red, over.alpha),
            blended(over.green, found.green, over.alpha),
            blended(over.blue, found.blue, over.alpha)};
    }
    return found;
}

Node& Frame::add(Node node) {
    node.rect = mirror(node.rect);
    node.seen = in_sight(node.rect);
    node.order = node.order != 0 ? node.order : static_cast<int>(m_tree.size()) + 1;
    if (node.language.empty())
        node.language = words().language().code;
    if (!node.background)
        node.background = under(node.rect);
    node.covered = m_covered;
    node.enabled = node.enabled && !m_idle;
    node.scrolled = m_scrolled;
    node.focused = !m_covered && m_memory->focus().is_on(node.id);
    m_tree.push_back(std::move(node));
    return m_tree.back();
}

bool Frame::pressed(const Node& node) {
    if (!node.touchable())
        return false;
    if (m_memory->focus().take_press(node.id))
        return true;
    return m_memory->pointer().pressed(node.id, node.seen);
}

std::optional<Rect> Frame::dragged(const Node& node) {
    if (!node.touchable())
        return std::nullopt;
    const auto place = m_memory->pointer().dragged(node.id, node.seen);
    return place ? std::optional{mirror(*place)} : std::nullopt;
}

bool Frame::held(const Rect& rect) const {
    return !m_covered && m_memory->pointer().held(in_sight(mirror(rect)));
}

} // namespace guichet::ui
