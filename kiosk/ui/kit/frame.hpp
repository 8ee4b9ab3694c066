#pragma once

#include "base/clock.hpp"
#include "i18n/catalogue.hpp"
#include "text/paragraph.hpp"
#include "ui/kit/geometry.hpp"
#include "ui/kit/theme.hpp"
#include "ui/kit/tree.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace guichet::ui {

class Memory; // caches and cursor between frames, kit/memory.hpp

/// One frame being drawn: where it is drawn, in which words and colours, and the tree it leaves.
/// Widgets (kit/widgets.hpp) are functions over it. Lives between ImGui::NewFrame and
/// ImGui::Render.
class Frame {
public:
    struct Setting {
        const i18n::Catalogue& words;
        const Display& display;
        visit::TextSize size;
        visit::Theme theme;
        Instant now;
    };

    Frame(Memory& memory, const Setting& setting);

    const Metrics& metrics() const { return m_metrics; }
    const Colours& colours() const { return *m_colours; }
    const i18n::Catalogue& words() const { return m_setting.words; }
    Instant now() const { return m_setting.now; }
    Rect screen() const;
    bool mirrored() const;
    Memory& memory() { return *m_memory; }

    /// How large these words are at most `width` wide.
    text::Size measure(std::string_view words, TextRole role, float width) const;

    /// Draw lists in left-to-right coordinates; mirrored here.
    void fill(const Rect& rect, text::Colour colour, float radius = 0);
    void outline(const Rect& rect, text::Colour colour, float thickness, float radius = 0);
    /// Wrapped to the rect's width, from its top; no node.
    void words_at(
        const Rect& rect,
        std::string_view words,
        TextRole role,
        text::Colour colour,
        text::Align align = text::Align::Start
    );
    void picture_at(const Rect& rect, const Picture& picture);
    /// Everything drawn until the matching end is cut to `rect`.
    void begin_clip(const Rect& rect);
    void end_clip();

    /// Adds a node (rect given left to right; mirrored and offset here).
    Node& add(Node node);
    Tree& tree() { return m_tree; }

    /// The rule of every touch target: pressed and released inside, or focused and Enter. True in
    /// the frame it happens.
    bool pressed(const Node& node);
    /// The finger is down inside.
    bool held(const Rect& rect) const;

    /// While true, widgets draw but cannot be touched (something lies over them).
    void set_covered(bool covered) { m_covered = covered; }
    bool covered() const { return m_covered; }

private:
    Memory* m_memory;
    Setting m_setting;
    Metrics m_metrics;
    const Colours* m_colours;
    Tree m_tree;
    bool m_covered{false};
};

} // namespace guichet::ui
