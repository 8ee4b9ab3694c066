// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "i18n/catalogue.hpp"
#include "text/paragraph.hpp"
#include "ui/kit/geometry.hpp"
#include "ui/kit/memory.hpp"
#include "ui/kit/theme.hpp"
#include "ui/kit/tree.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct ImDrawList;

namespace guichet::ui {

/// One frame being drawn: where it is drawn, in which words and colours, and the tree it leaves.
/// Widgets (kit/widgets.hpp) are functions over it. Lives between ImGui::NewFrame and
/// ImGui::Render; when it goes, Memory::tree() is its tree.
class Frame {
public:
    struct Setting {
        const i18n::Catalogue& words;
        const Display& display;
        visit::TextSize size;
        visit::Theme theme;
        Instant now;
        const i18n::Catalogue* beside{}; ///< the mediator's words; null: the person's
        std::string_view ring{};         ///< id of the thing a mediator points at
        float ring_left{};               ///< 1: just now, 0: faded
    };
    /// Words of the screen as they were put there, for whoever reads them in another language.
    struct Noted {
        Role role;
        i18n::Message words;
    };

    Frame(Memory& memory, const Setting& setting);
    ~Frame();
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;
    Frame(Frame&&) = delete;
    Frame& operator=(Frame&&) = delete;

    const Metrics& metrics() const { return m_metrics; }
    const Colours& colours() const { return *m_colours; }
    const i18n::Catalogue& words() const { return m_side ? *m_side->words : m_setting.words; }
    const i18n::Catalogue& beside_words() const {
        return m_setting.beside != nullptr ? *m_setting.beside : m_setting.words;
    }
    Instant now() const { return m_setting.now; }
    Rect screen() const;
    bool mirrored() const;
    Memory& memory() { return *m_memory; }

    /// How large these words are at most `width` wide (0: on one line), in whole pixels.
    text::Size measure(std::string_view words, TextRole role, float width) const;

    /// Draw lists in left-to-right coordinates; mirrored here.
    void fill(const Rect& rect, text::Colour colour, float radius = 0);
    void outline(const Rect& rect, text::Colour colour, float thickness, float radius = 0);
    /// Wrapped to the rect's width, from its top; no node. Words that do not fit the rect are drawn
    /// all the same, and the smallest node around them is marked `clipped`.
    void words_at(
        const Rect& rect,
        std::string_view words,
        TextRole role,
        text::Colour colour,
        text::Align align = text::Align::Start
    );
    /// The same with capitals centred between the rect's top and bottom.
    void words_centred(
        const Rect& rect,
        std::string_view words,
        TextRole role,
        text::Colour colour,
        text::Align align = text::Align::Centre
    );
    /// Words of any style and language, without a check that they fit.
    void draw(const Rect& rect, const WordCache::Words& words, text::Colour colour);
    void picture_at(const Rect& rect, const Picture& picture);
    /// Only that part of it, in its pixels; it may reach outside.
    void picture_part_at(const Rect& rect, const Picture& picture, const Rect& part);
    /// From the middle of one rect to that of another.
    void line(const Rect& from, const Rect& to, text::Colour colour, float thickness);
    /// Everything drawn until the matching end is cut to `rect`.
    void begin_clip(const Rect& rect);
    void end_clip();

    /// Adds a node (rect given left to right; mirrored here). Its order, language and background
    /// are filled in when not given. The reference lasts until the next one is added.
    Node& add(Node node);
    Tree& tree() { return m_tree; }

    /// The rule of every touch target: pressed and released inside, or focused and Enter. True in
    /// the frame it happens. `node` as returned by `add`.
    bool pressed(const Node& node);
    /// For a handle: where the finger has it now (left to right), while it is down. `node` as
    /// returned by `add`.
    std::optional<Rect> dragged(const Node& node);
    /// The finger is down inside.
    bool held(const Rect& rect) const;

    /// While true, widgets draw but cannot be touched (something lies over them).
    void set_covered(bool covered) { m_covered = covered; }
    bool covered() const { return m_covered; }
    /// While true, nodes lie in a scrolling area.
    void set_scrolled(bool scrolled) { m_scrolled = scrolled; }

    /// While true, what could be touched is drawn and does nothing: it waits for somebody else.
    void set_idle(bool idle) { m_idle = idle; }
    bool idle() const { return m_idle; }
    /// Only this much room across for what is drawn next; changes no size.
    void set_room(float width);
    /// Until the matching end, words are the mediator's and run their way inside `area`. Returns
    /// the area as what is drawn in it sees it.
    Rect begin_side(const Rect& area);
    void end_side() { m_side.reset(); }
    /// Between the two, widgets note their words.
    void start_noting() { m_noting = true; }
    std::vector<Noted> stop_noting();
    void note(Role role, const i18n::Message& words);

    /// Left to right ↔ screen.
    Rect mirror(const Rect& rect) const;
    /// What was filled last at the middle of this rect (screen pixels).
    text::Colour under(const Rect& rect) const;

private:
    struct Fill {
        Rect rect;
        text::Colour colour;
    };

    WordCache::Words
    cached(std::string_view words, TextRole role, float width, text::Align align) const;
    void check_fit(const Rect& rect, const text::Paragraph& paragraph, float height);
    Rect in_sight(const Rect& rect) const;
    void mark_clipped();
    void draw_focus();
    void draw_ring();

    Memory* m_memory;
    Setting m_setting;
    Metrics m_metrics;
    const Colours* m_colours;
    ImDrawList* m_list;
    Tree m_tree;
    std::vector<Rect> m_clips;
    std::vector<Fill> m_fills;
    std::vector<Rect> m_too_small; ///< where words did not fit
    struct Side {
        const i18n::Catalogue* words;
        Rect area; ///< screen pixels
    };
    std::optional<Side> m_side;
    std::vector<Noted> m_noted;
    bool m_noting{false};
    bool m_idle{false};
    bool m_covered{false};
    bool m_scrolled{false};
};

} // namespace guichet::ui
