// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screen/window.hpp"

#include <algorithm>
#include <cmath>

#include <GL/gl.h>
#include <GLFW/glfw3.h>
#include <imgui/backends/imgui_impl_opengl3.h>
#include <imgui/imgui.h>

namespace guichet::app {

namespace {

/// 21.5 inches at 1920×1080, the usual kiosk: for a monitor that lies about its size.
constexpr double usual_pixels_per_mm = 4.03;

double measured(GLFWmonitor* monitor) {
    const auto* mode = glfwGetVideoMode(monitor);
    int width_mm = 0;
    int height_mm = 0;
    glfwGetMonitorPhysicalSize(monitor, &width_mm, &height_mm);
    if (mode == nullptr || width_mm <= 0)
        return usual_pixels_per_mm;
    const double density = static_cast<double>(mode->width) / width_mm;
    return density > 1.5 && density < 20 ? density : usual_pixels_per_mm;
}

double density(const Window::Wish& wish, GLFWmonitor* monitor) {
    if (wish.pixels_per_mm)
        return *wish.pixels_per_mm;
    const auto* mode = glfwGetVideoMode(monitor);
    if (wish.diagonal_inches && mode != nullptr)
        return std::hypot(mode->width, mode->height) / (*wish.diagonal_inches * 25.4);
    return measured(monitor);
}

Window& owner(GLFWwindow* window) {
    return *static_cast<Window*>(glfwGetWindowUserPointer(window));
}

void hints(const Window::Wish& wish) {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    glfwWindowHint(GLFW_FOCUS_ON_SHOW, GLFW_TRUE);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    glfwWindowHint(GLFW_DECORATED, wish.fullscreen ? GLFW_FALSE : GLFW_TRUE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
}

} // namespace

Result<std::unique_ptr<Window>> Window::create(const Wish& wish) {
    if (glfwInit() == GLFW_FALSE)
        return fail(Error::Kind::NoDevice, "no display (is DISPLAY set?)");
    auto* monitor = glfwGetPrimaryMonitor();
    const auto* mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
    const int width = wish.width > 0 ? wish.width : (mode != nullptr ? mode->width : 1280);
    const int height = wish.height > 0 ? wish.height : (mode != nullptr ? mode->height : 800);
    hints(wish);
    auto* window = glfwCreateWindow(width, height, "Guichet", nullptr, nullptr);
    if (window == nullptr)
        return fail(Error::Kind::NoDevice, "no OpenGL 3.3 window");
    return std::unique_ptr<Window>(new Window(window, wish));
}

Window::Window(GLFWwindow* window, const Wish& wish)
    : m_window(window), m_wish(wish),
      m_pixels_per_mm(static_cast<float>(density(wish, glfwGetPrimaryMonitor()))) {
    glfwMakeContextCurrent(m_window);
    glfwSwapInterval(1);
    ImGui::CreateContext();
    auto& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.MousePos = {-FLT_MAX, -FLT_MAX};
    Input::map_keys(io);
    ImGui_ImplOpenGL3_Init("#version 330 core");
    glfwSetWindowUserPointer(m_window, this);
    listen();
}

Window::~Window() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
    glfwDestroyWindow(m_window);
    glfwTerminate();
}

void Window::listen() {
    glfwSetCursorPosCallback(m_window, [](GLFWwindow* window, double x, double y) {
        owner(window).m_input.push(Input::Move{static_cast<float>(x), static_cast<float>(y)});
    });
    glfwSetMouseButtonCallback(m_window, [](GLFWwindow* window, int button, int action, int) {
        if (button != GLFW_MOUSE_BUTTON_LEFT)
            return;
        double x = 0;
        double y = 0;
        glfwGetCursorPos(window, &x, &y);
        auto& input = owner(window).m_input;
        input.push(Input::Move{static_cast<float>(x), static_cast<float>(y)});
        input.push(Input::Button{action == GLFW_PRESS});
    });
    glfwSetScrollCallback(m_window, [](GLFWwindow* window, double, double steps) {
        owner(window).m_input.push(Input::Wheel{static_cast<float>(steps)});
    });
    glfwSetKeyCallback(m_window, [](GLFWwindow* window, int key, int, int action, int) {
        auto& self = owner(window);
        self.m_repeating = action == GLFW_REPEAT;
        // A key that is held repeats nothing but Backspace, which ImGui repeats while it is down.
        if (key != GLFW_KEY_UNKNOWN && (action != GLFW_REPEAT || key == GLFW_KEY_BACKSPACE))
            self.m_input.push(Input::Key{key, action != GLFW_RELEASE});
    });
    glfwSetCharCallback(m_window, [](GLFWwindow* window, unsigned code) {
        auto& self = owner(window);
        if (!self.m_repeating)
            self.m_input.push(Input::Character{code});
    });
    glfwSetWindowRefreshCallback(m_window, [](GLFWwindow* window) {
        owner(window).m_stale = true;
    });
    glfwSetFramebufferSizeCallback(m_window, [](GLFWwindow* window, int, int) {
        owner(window).m_stale = true;
    });
}

void Window::show() {
    if (m_wish.fullscreen && m_wish.width == 0)
        if (auto* monitor = glfwGetPrimaryMonitor())
            if (const auto* mode = glfwGetVideoMode(monitor))
                glfwSetWindowMonitor(
                    m_window, monitor, 0, 0, mode->width, mode->height, GLFW_DONT_CARE
                );
    glfwShowWindow(m_window);
    glfwFocusWindow(m_window);
    m_stale = true;
}

ui::Display Window::display() const {
    ui::Display display;
    glfwGetFramebufferSize(m_window, &display.width, &display.height);
    display.width = std::max(1, display.width);
    display.height = std::max(1, display.height);
    display.pixels_per_mm = m_pixels_per_mm;
    return display;
}

Box Window::place() const {
    Box place;
    glfwGetWindowPos(m_window, &place.x, &place.y);
    glfwGetWindowSize(m_window, &place.width, &place.height);
    return place;
}

// NOLINTNEXTLINE(readability-convert-member-functions-to-static): only where a window is open
void Window::wait(std::optional<std::chrono::milliseconds> patience) {
    if (!patience)
        glfwWaitEvents();
    else if (patience->count() <= 0)
        glfwPollEvents();
    else
        glfwWaitEventsTimeout(std::chrono::duration<double>(*patience).count());
}

void Window::wake() {
    glfwPostEmptyEvent();
}

bool Window::closed() const {
    return !m_wish.fullscreen && glfwWindowShouldClose(m_window) == GLFW_TRUE;
}

void Window::begin_frame() {
    const auto size = display();
    auto& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(size.width), static_cast<float>(size.height)};
    const double present = glfwGetTime();
    io.DeltaTime = static_cast<float>(std::clamp(present - m_drawn, 0.001, 0.25));
    m_drawn = present;
    ImGui_ImplOpenGL3_NewFrame();
    m_stale = false;
}

void Window::paint() const {
    const auto size = display();
    glViewport(0, 0, size.width, size.height);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void Window::end_frame() {
    paint();
    glfwSwapBuffers(m_window);
}

Image Window::picture() const {
    paint();
    const auto size = display();
    const auto row = static_cast<std::size_t>(size.width) * 4;
    Image image{size.width, size.height, {}};
    image.rgba.resize(row * static_cast<std::size_t>(size.height));
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(0, 0, size.width, size.height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
    auto* pixels = image.rgba.data();
    for (std::size_t top = 0, bottom = static_cast<std::size_t>(size.height) - 1; top < bottom;
         ++top, --bottom)
        std::swap_ranges(pixels + top * row, pixels + (top + 1) * row, pixels + bottom * row);
    return image;
}

} // namespace guichet::app
