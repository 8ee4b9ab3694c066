// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screen/gl_textures.hpp"

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

std::uint64_t GlTextures::upload(const Image& image) {
    unsigned texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    const bool shrunk = image.width >= shrunk_from && image.height >= shrunk_from;
    glTexParameteri(
        GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, shrunk ? GL_LINEAR_MIPMAP_LINEAR : GL_LINEAR
    );
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
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
    m_textures.insert(texture);
    return texture;
}

void GlTextures::drop(std::uint64_t texture) {
    const auto name = static_cast<unsigned>(texture);
    if (m_textures.erase(name) > 0)
        glDeleteTextures(1, &name);
}

} // namespace guichet::app
