// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/textures.hpp"

#include <set>

namespace guichet::app {

/// Textures in the OpenGL context that is current where it is used. Frees what is left when it
/// goes.
class GlTextures : public ui::Textures {
public:
    GlTextures() = default;
    ~GlTextures() override;
    GlTextures(const GlTextures&) = delete;
    GlTextures& operator=(const GlTextures&) = delete;

    std::uint64_t upload(const Image& image) override;
    std::uint64_t upload(const text::Coverage& ink) override;
    void drop(std::uint64_t texture) override;

private:
    std::uint64_t begin(int shrunk_filter);

    std::set<unsigned> m_textures;
};

} // namespace guichet::app
