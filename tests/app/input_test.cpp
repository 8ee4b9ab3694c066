// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screen/input.hpp"

#include <vector>

#include <GLFW/glfw3.h>
#include <doctest/doctest.h>
#include <imgui/imgui.h>

namespace {

using guichet::app::Input;
using guichet::ui::FocusKey;

/// Frames of a headless ImGui.
class Frames {
public:
    Frames() {
        ImGui::CreateContext();
        auto& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {800, 600};
        io.MousePos = {-1e30f, -1e30f};
        unsigned char* pixels = nullptr;
        int width = 0;
        int height = 0;
        io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
        Input::map_keys(io);
    }
    ~Frames() { ImGui::DestroyContext(); }
    Frames(const Frames&) = delete;
    Frames& operator=(const Frames&) = delete;

    Input::Frame next(Input& input, bool typing = false) {
        auto& io = ImGui::GetIO();
        io.DeltaTime = 1.0f / 60;
        auto frame = input.next(io, typing);
        ImGui::NewFrame();
        m_clicks += ImGui::IsMouseClicked(0) ? 1 : 0;
        m_releases += ImGui::IsMouseReleased(0) ? 1 : 0;
        m_erased += ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Backspace), false) ? 1 : 0;
        ImGui::Render();
        return frame;
    }
    int clicks() const { return m_clicks; }
    int releases() const { return m_releases; }
    int erased() const { return m_erased; }

private:
    int m_clicks{0};
    int m_releases{0};
    int m_erased{0};
};

} // namespace

TEST_CASE("taps that come between two frames are all seen, each at its own place") {
    Frames frames;
    Input input;
    for (int i = 0; i < 3; ++i) {
        input.push(Input::Move{static_cast<float>(100 * i), 50});
        input.push(Input::Button{true});
        input.push(Input::Button{false});
    }
    std::vector<float> places;
    while (!input.empty()) {
        const int before = frames.clicks();
        frames.next(input);
        if (frames.clicks() > before)
            places.push_back(ImGui::GetIO().MousePos.x);
    }
    CHECK(places == std::vector<float>{0, 100, 200});
    CHECK(frames.releases() == 3);
}

TEST_CASE("the finger is where it was lifted when the lifting is seen") {
    Frames frames;
    Input input;
    input.push(Input::Move{10, 10});
    input.push(Input::Button{true});
    input.push(Input::Button{false});
    input.push(Input::Move{500, 500});
    while (frames.releases() == 0)
        frames.next(input);
    CHECK(ImGui::GetIO().MousePos.x == 10);
}

TEST_CASE("after the finger is lifted nothing stays under it") {
    Frames frames;
    Input input;
    input.push(Input::Move{10, 10});
    input.push(Input::Button{true});
    input.push(Input::Button{false});
    while (input.frames_needed() > 0)
        frames.next(input);
    CHECK_FALSE(ImGui::IsMousePosValid(&ImGui::GetIO().MousePos));
    CHECK(input.frames_needed() == 0);
}

TEST_CASE("a finger that stays down stays where it is") {
    Frames frames;
    Input input;
    input.push(Input::Move{10, 10});
    input.push(Input::Button{true});
    for (int i = 0; i < 10; ++i)
        frames.next(input);
    CHECK(ImGui::GetIO().MouseDown[0]);
    CHECK(ImGui::GetIO().MousePos.x == 10);
}

TEST_CASE("a key pressed and let go between two frames is seen once") {
    Frames frames;
    Input input;
    input.push(Input::Key{GLFW_KEY_BACKSPACE, true});
    input.push(Input::Key{GLFW_KEY_BACKSPACE, false});
    while (input.frames_needed() > 0)
        frames.next(input);
    CHECK(frames.erased() == 1);
    CHECK_FALSE(ImGui::GetIO().KeysDown[GLFW_KEY_BACKSPACE]);
}

TEST_CASE("keys move the focus") {
    struct Row {
        int key;
        Input::Held held;
        std::optional<FocusKey> focus;
    };
    const std::vector<Row> rows{
        {GLFW_KEY_TAB, {}, FocusKey::Next},
        {GLFW_KEY_TAB, {.shift = true}, FocusKey::Previous},
        {GLFW_KEY_DOWN, {.typing = true}, FocusKey::Next},
        {GLFW_KEY_UP, {.typing = true}, FocusKey::Previous},
        {GLFW_KEY_RIGHT, {}, FocusKey::Next},
        {GLFW_KEY_RIGHT, {.typing = true}, std::nullopt}, // moves the caret
        {GLFW_KEY_HOME, {}, FocusKey::Home},
        {GLFW_KEY_ENTER, {.typing = true}, FocusKey::Press},
        {GLFW_KEY_F13, {}, FocusKey::Previous},
        {GLFW_KEY_F15, {}, FocusKey::Press},
        {GLFW_KEY_F4, {}, std::nullopt},
        {GLFW_KEY_ESCAPE, {}, std::nullopt},
        {GLFW_KEY_A, {}, std::nullopt},
    };
    for (const auto& row : rows) {
        CAPTURE(row.key);
        CAPTURE(row.held.typing);
        CHECK(Input::focus_key(row.key, row.held) == row.focus);
    }
}

TEST_CASE("a touch storm is forgotten from its beginning and ends with the finger up") {
    Frames frames;
    Input input;
    for (int i = 0; i < 100'000; ++i)
        input.push(Input::Button{i % 2 == 0});
    int count = 0;
    while (!input.empty() && count < 10'000) {
        frames.next(input);
        ++count;
    }
    CHECK(count < 1'000);
    CHECK_FALSE(ImGui::GetIO().MouseDown[0]);
}

TEST_CASE("only what a person does counts as a touch") {
    Frames frames;
    Input input;
    input.push(Input::Move{5, 5});
    CHECK_FALSE(frames.next(input).touched);
    input.push(Input::Character{'a'});
    CHECK(frames.next(input).touched);
}

TEST_CASE("the key that presses is known to be kept down until it is let go") {
    Frames frames;
    for (const int key : {GLFW_KEY_ENTER, GLFW_KEY_KP_ENTER, GLFW_KEY_F15}) {
        CAPTURE(key);
        Input input;
        CHECK_FALSE(frames.next(input).pressing);
        input.push(Input::Key{key, true});
        CHECK(frames.next(input).pressing);
        CHECK(frames.next(input).pressing);
        input.push(Input::Key{key, false});
        CHECK_FALSE(frames.next(input).pressing);
    }
    Input input;
    input.push(Input::Key{GLFW_KEY_DOWN, true});
    CHECK_FALSE(frames.next(input).pressing);
}
