// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/screen/input.hpp"
#include "base/image.hpp"
#include "base/result.hpp"
#include "ui/display.hpp"

#include <chrono>
#include <memory>
#include <optional>

struct GLFWwindow;

namespace guichet::app {

/// The one window, with its OpenGL and ImGui contexts. Created hidden. One in a process; every
/// function but wake() is for the main thread.
class Window {
public:
    struct Wish {
        bool fullscreen{true};
        int width{0}; ///< 0: the monitor's
        int height{0};
        std::optional<double> pixels_per_mm{};
        std::optional<double> diagonal_inches{};
    };

    /// NoDevice without a display or OpenGL 3.3.
    static Result<std::unique_ptr<Window>> create(const Wish& wish);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    void show();
    Input& input() { return m_input; }
    ui::Display display() const;
    Box place() const; ///< on the screen of the window system

    /// Sleeps until something happens; at most `patience` (nullopt: for ever; zero: only looks).
    void wait(std::optional<std::chrono::milliseconds> patience);
    /// Ends a wait(), from any thread.
    static void wake();

    /// Closed by its frame's button; never happens in fullscreen.
    bool closed() const;
    /// It was uncovered or resized since the last frame.
    bool stale() const { return m_stale; }

    void begin_frame();    ///< before ImGui::NewFrame()
    void end_frame();      ///< after ImGui::Render(): draws and shows
    Image picture() const; ///< what end_frame() last drew

private:
    Window(GLFWwindow* window, const Wish& wish);

    void listen();
    void paint() const;

    GLFWwindow* m_window;
    Wish m_wish;
    float m_pixels_per_mm;
    Input m_input{};
    bool m_stale{true};
    bool m_repeating{false}; ///< the character that follows comes from a held key
    double m_drawn{0};       ///< when, in GLFW's seconds
};

} // namespace guichet::app
