// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screen/gl_textures.hpp"

#include <array>

#define GL_GLEXT_PROTOTYPES // glGenerateMipmap
#include <GL/gl.h>
#include <GL/glext.h>

namespace guichet::app {

namespace {

/// Words are drawn pixel for pixel; scanned pages are shown much smaller than they are.
constexpr int shrunk_from = 1024;

} // namespace

GlTextures::~GlTextures() {
    for (const unsigned texture : m_textures)
        glDeleteTextures(1, &texture);
}

std::uint64_t GlTextures::begin(int shrunk_filter) {
    unsigned texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    m_textures.insert(texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, shrunk_filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    return texture;
}

std::uint64_t GlTextures::upload(const text::Coverage& ink) {
    const auto texture = begin(GL_LINEAR);
    constexpr std::array white{GL_ONE, GL_ONE, GL_ONE, GL_RED};
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, white.data());
    glPixelStorei(GL_UNPACK_ROW_LENGTH, ink.stride);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(
        GL_TEXTURE_2D, 0, GL_R8, ink.width, ink.height, 0, GL_RED, GL_UNSIGNED_BYTE, ink.rows.data()
    );
    return texture;
}

std::uint64_t GlTextures::upload(const Image& image) {
    const bool shrunk = image.width >= shrunk_from && image.height >= shrunk_from;
    const auto texture = begin(shrunk ? GL_LINEAR_MIPMAP_LINEAR : GL_LINEAR);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glTexImage2D(
        GL_TEXTURE_2D,
        0,
        GL_RGBA8,
        image.width,
        image.height,
        0,
        GL_RGBA,
        GL_UNSIGNED_BYTE,
        image.rgba.data()
    );
    if (shrunk)
        glGenerateMipmap(GL_TEXTURE_2D);
    return texture;
}

void GlTextures::drop(std::uint64_t texture) {
    const auto name = static_cast<unsigned>(texture);
    if (m_textures.erase(name) > 0)
        glDeleteTextures(1, &name);
}

} // namespace guichet::app
