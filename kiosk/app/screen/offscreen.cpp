// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screen/offscreen.hpp"

#include <algorithm>
#include <array>
#include <cfloat>

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GL/gl.h>
#include <imgui/backends/imgui_impl_opengl3.h>
#include <imgui/imgui.h>

namespace guichet::app {

struct Offscreen::Egl {
    EGLDisplay display{EGL_NO_DISPLAY};
    EGLContext context{EGL_NO_CONTEXT};
    EGLSurface surface{EGL_NO_SURFACE};

    Egl() = default;
    ~Egl();
    Egl(const Egl&) = delete;
    Egl& operator=(const Egl&) = delete;

    bool open();
    bool make_current(int width, int height);
};

Offscreen::Egl::~Egl() {
    if (display == EGL_NO_DISPLAY)
        return;
    eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (surface != EGL_NO_SURFACE)
        eglDestroySurface(display, surface);
    if (context != EGL_NO_CONTEXT)
        eglDestroyContext(display, context);
    eglTerminate(display);
}

bool Offscreen::Egl::open() {
    const auto platform = reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(
        eglGetProcAddress("eglGetPlatformDisplayEXT")
    );
    if (platform != nullptr)
        display = platform(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (display == EGL_NO_DISPLAY)
        display = eglGetDisplay(EGL_DEFAULT_DISPLAY);
    return display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr) == EGL_TRUE &&
           eglBindAPI(EGL_OPENGL_API) == EGL_TRUE;
}

bool Offscreen::Egl::make_current(int width, int height) {
    const std::array wanted{
        EGL_SURFACE_TYPE,
        EGL_PBUFFER_BIT,
        EGL_RENDERABLE_TYPE,
        EGL_OPENGL_BIT,
        EGL_RED_SIZE,
        8,
        EGL_GREEN_SIZE,
        8,
        EGL_BLUE_SIZE,
        8,
        EGL_NONE};
    EGLConfig config{};
    EGLint found = 0;
    if (eglChooseConfig(display, wanted.data(), &config, 1, &found) != EGL_TRUE || found == 0)
        return false;
    const std::array version{EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 3, EGL_NONE};
    context = eglCreateContext(display, config, EGL_NO_CONTEXT, version.data());
    const std::array size{EGL_WIDTH, width, EGL_HEIGHT, height, EGL_NONE};
    surface = eglCreatePbufferSurface(display, config, size.data());
    return context != EGL_NO_CONTEXT && surface != EGL_NO_SURFACE &&
           eglMakeCurrent(display, surface, surface, context) == EGL_TRUE;
}

Result<std::unique_ptr<Offscreen>> Offscreen::create(const ui::Display& display) {
    auto egl = std::make_unique<Egl>();
    if (!egl->open() || !egl->make_current(display.width, display.height))
        return fail(Error::Kind::NoDevice, "no OpenGL without a display (EGL)");
    return std::unique_ptr<Offscreen>(new Offscreen(std::move(egl), display));
}

Offscreen::Offscreen(std::unique_ptr<Egl> egl, const ui::Display& display)
    : m_egl(std::move(egl)), m_textures(std::make_unique<GlTextures>()), m_display(display) {
    ImGui::CreateContext();
    auto& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.DisplaySize = {static_cast<float>(display.width), static_cast<float>(display.height)};
    io.MousePos = {-FLT_MAX, -FLT_MAX};
    ImGui_ImplOpenGL3_Init("#version 330 core");
}

Offscreen::~Offscreen() {
    m_textures.reset();
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
}

// NOLINTNEXTLINE(readability-convert-member-functions-to-static): in the context made here
void Offscreen::frame(const std::function<void()>& draw) {
    ImGui::GetIO().DeltaTime = 1.0f / 60.0f;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    draw();
    ImGui::Render();
}

Image Offscreen::picture() const {
    const int width = m_display.width;
    const int height = m_display.height;
    glViewport(0, 0, width, height);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    const auto row = static_cast<std::size_t>(width) * 4;
    Image image{width, height, std::vector<std::uint8_t>(row * static_cast<std::size_t>(height))};
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
    auto* pixels = image.rgba.data();
    for (std::size_t top = 0, bottom = static_cast<std::size_t>(height) - 1; top < bottom;
         ++top, --bottom)
        std::swap_ranges(pixels + top * row, pixels + (top + 1) * row, pixels + bottom * row);
    return image;
}

} // namespace guichet::app
