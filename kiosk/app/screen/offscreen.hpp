// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/screen/gl_textures.hpp"
#include "base/image.hpp"
#include "base/result.hpp"
#include "ui/display.hpp"

#include <functional>
#include <memory>

namespace guichet::app {

/// OpenGL and ImGui without any display (EGL surfaceless; Mesa draws in software when there is no
/// GPU). One at a time in a process: it owns the current ImGui and OpenGL contexts.
class Offscreen {
public:
    /// NoDevice when there is no EGL that can do it.
    static Result<std::unique_ptr<Offscreen>> create(const ui::Display& display);
    ~Offscreen();
    Offscreen(const Offscreen&) = delete;
    Offscreen& operator=(const Offscreen&) = delete;

    GlTextures& textures() { return *m_textures; }

    /// One ImGui frame around `draw`.
    void frame(const std::function<void()>& draw);
    /// The last frame, as a screen would show it.
    Image picture() const;

private:
    struct Egl;
    Offscreen(std::unique_ptr<Egl> egl, const ui::Display& display);

    std::unique_ptr<Egl> m_egl;
    std::unique_ptr<GlTextures> m_textures;
    ui::Display m_display;
};

} // namespace guichet::app
