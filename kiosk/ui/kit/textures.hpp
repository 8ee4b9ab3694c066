// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"
#include "text/paragraph.hpp"

#include <cstdint>

namespace guichet::ui {

/// Where pictures become something ImGui can draw. The window does it with OpenGL; tests do it with
/// nothing.
class Textures {
public:
    virtual ~Textures() = default;
    /// Never 0. RGBA, not premultiplied.
    virtual std::uint64_t upload(const Image& image) = 0;
    /// Never 0. White, with this much ink.
    virtual std::uint64_t upload(const text::Coverage& ink) = 0;
    virtual void drop(std::uint64_t texture) = 0;
};

/// Counts, draws nothing: for tests, and for what nobody sees.
class NoTextures : public Textures {
public:
    std::uint64_t upload(const Image&) override { return ++m_last; }
    std::uint64_t upload(const text::Coverage&) override { return ++m_last; }
    void drop(std::uint64_t) override {}

private:
    std::uint64_t m_last{0};
};

} // namespace guichet::ui
