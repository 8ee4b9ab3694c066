// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/interface.hpp"

#include <deque>
#include <optional>
#include <variant>
#include <vector>

struct ImGuiIO;

namespace guichet::app {

/// The finger, the keys and the wheel, between the window system and ImGui. ImGui 1.86 looks once a
/// frame: two changes of the button between two frames would be lost, so here each one gets a
/// frame of its own, and after the finger is lifted the pointer is parked (nothing stays
/// "hovered").
class Input {
public:
    struct Move {
        float x{};
        float y{};
    };
    struct Button {
        bool down{};
    };
    struct Character {
        unsigned code{};
    };
    struct Key {
        int key{}; ///< GLFW's number
        bool down{};
    };
    struct Wheel {
        float steps{};
    };
    using Event = std::variant<Move, Button, Character, Key, Wheel>;

    void push(const Event& event);
    bool empty() const { return m_waiting.empty(); }

    /// What the next frame sees.
    struct Frame {
        std::vector<ui::FocusKey> keys{};
        bool touched{false};  ///< the person did something that is no mere move
        bool pressing{false}; ///< the key that presses is kept down
    };
    /// `typing`: a text box has the caret, so Left, Right and Home move it and not the focus.
    Frame next(ImGuiIO& io, bool typing);

    /// Frames that must still be drawn for the input so far.
    int frames_needed() const;

    /// Which key moves the focus; nullopt for the others.
    struct Held {
        bool shift{false};
        bool typing{false};
    };
    static std::optional<ui::FocusKey> focus_key(int key, const Held& held);
    /// Tells ImGui the numbers of the editing keys.
    static void map_keys(ImGuiIO& io);

private:
    struct Taken {
        bool button{false};
        bool again{false}; ///< the next event belongs to the next frame
    };
    void apply(const Move& move, ImGuiIO& io, Frame& frame, Taken& taken);
    void apply(const Button& button, ImGuiIO& io, Frame& frame, Taken& taken);
    static void apply(const Character& character, ImGuiIO& io, Frame& frame, Taken& taken);
    void apply(const Key& key, ImGuiIO& io, Frame& frame, Taken& taken);
    static void apply(const Wheel& wheel, ImGuiIO& io, Frame& frame, Taken& taken);

    /// A touch storm may be longer than we can draw: what is older is forgotten.
    static constexpr std::size_t most_waiting = 64;

    std::deque<Event> m_waiting{};
    Held m_held{};
    bool m_pressing{false};
    int m_until_parked{0};
    int m_settling{0};
};

} // namespace guichet::app
