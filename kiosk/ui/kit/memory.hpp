// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/focus.hpp"
#include "ui/kit/pointer.hpp"
#include "ui/kit/word_cache.hpp"

#include <chrono>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace guichet::ui {

/// What lasts from frame to frame: caches, finger, focus, caret, scroll, keyboard. Nothing of it is
/// an answer, but some of it was a person's words: `forget()` at the end of a visit.
class Memory {
public:
    explicit Memory(Textures& textures) : m_words(textures) {}

    /// What the last finished frame showed (a frame finishes when its Frame goes).
    const Tree& tree() const { return m_tree; }
    /// Before a frame.
    void press(FocusKey key);
    /// One more frame is needed soon: something measured now changes the next one.
    bool restless() const { return m_restless; }
    /// What was just asked may be refused: the words that say why are to be seen, if any come.
    void look_for_alert() { m_alert_wanted = true; }
    bool alert_wanted() const { return m_alert_wanted; }
    void alert_shown() { m_alert_wanted = false; }
    void ask_another_frame() { m_restless = true; }
    /// Call at the start of each frame with what screen it is ("question:nom", "panel:language").
    /// When it differs from the last frame's: the finger still down activates nothing, a second
    /// tap within a quarter of a second is not taken for a press, scroll, caret and focus go back
    /// to their start. But a finger or the focus on `steady`, which has the same place and meaning
    /// on every screen, goes on.
    void scene(std::string_view scene, Instant now, std::string_view steady = {});
    /// When the screen on show came.
    Instant scene_began() const { return m_scene_began; }
    /// The screen has been measured: its first two frames are over.
    bool settled() const { return m_scene_frames > 1; }
    void forget();

    /// The caret of the text boxes.
    struct Caret {
        std::string box;  ///< id of the box that has it; empty: none
        std::size_t at{}; ///< byte in the text
        std::string text; ///< the text it stands in, to notice when it was replaced
    };
    struct Scroll {
        float position{};
        float height{}; ///< of the content, as last measured
        float room{};   ///< that there was for it
    };
    struct KeyboardMode {
        bool alphabetical{false}; ///< A B C D instead of AZERTY
        bool shift{false};        ///< for the next letter only
        bool signs{false};        ///< the page of digits and signs
        bool latin{false};        ///< Latin letters where there are those of one's own language too
    };

    /// A press that must last, as far as it came (kit/hold.hpp).
    struct Hold {
        std::string id;
        Instant seen{}; ///< last moment it was pressed
        std::chrono::milliseconds lasted{};
        bool down{false};
    };

    /// The key that presses is kept down.
    void keep_pressed(bool down) { m_key_down = down; }
    bool key_down() const { return m_key_down; }

    Hold& hold() { return m_hold; }
    Caret& caret() { return m_caret; }
    Scroll& scroll(const std::string& id) { return m_scrolls[id]; }
    KeyboardMode& keyboard() { return m_keyboard; }
    Pointer& pointer() { return m_pointer; }
    Focus& focus() { return m_focus; }
    WordCache& words() { return m_words; }

    /// For Frame only.
    void begin_frame(Instant now);
    void end_frame(Tree tree);

private:
    WordCache m_words;
    Pointer m_pointer;
    Focus m_focus;
    Caret m_caret;
    KeyboardMode m_keyboard;
    Hold m_hold;
    bool m_key_down{false};
    bool m_alert_wanted{false};
    std::map<std::string, Scroll> m_scrolls;
    std::string m_scene;
    Instant m_scene_began{};
    int m_scene_frames{0}; ///< drawn of this scene
    Tree m_tree;
    bool m_restless{false};
};

} // namespace guichet::ui
