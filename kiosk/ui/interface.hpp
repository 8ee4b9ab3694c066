// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "i18n/catalogue.hpp"
#include "ui/display.hpp"
#include "ui/kit/textures.hpp"
#include "ui/kit/tree.hpp"
#include "visit/visit.hpp"

#include <memory>
#include <optional>

namespace guichet::ui {

/// The keys that move the focus and press what has it (physical keypad: arrows, Enter; Tab does as
/// Down).
enum class FocusKey { Next, Previous, Press, Home };

/// The words of a frame: the person's, and those of whoever is at their side.
struct Words {
    // NOLINTNEXTLINE(google-explicit-constructor): one language is the usual case
    Words(const i18n::Catalogue& of_person, const i18n::Catalogue* of_mediator = nullptr)
        : person{of_person}, beside{of_mediator} {}

    const i18n::Catalogue& person;
    const i18n::Catalogue* beside; ///< null: the person's
};

/// Draws a visit and tells what the person asked for. Keeps nothing but caches, scroll, caret and
/// focus.
class Interface {
public:
    explicit Interface(Textures& textures);
    ~Interface();
    Interface(const Interface&) = delete;
    Interface& operator=(const Interface&) = delete;

    /// Before anybody looks: no screen in that language waits for a font then.
    static void warm(const i18n::Language& language, const Display& display);

    /// One whole frame's content: call between ImGui::NewFrame() and ImGui::Render().
    std::optional<visit::Event>
    draw(const visit::Visit& visit, const Words& words, const Display& display, Instant now);

    /// What the last frame showed.
    const Tree& tree() const;

    /// Before the next frame.
    void press(FocusKey key);
    /// Before the next frame: the key that presses is kept down, or was let go.
    void keep_pressed(bool down);

    /// The last frame asks for one more soon (a touch being shown, a list that moved).
    bool restless() const;

    /// Frees every cached text and texture.
    void forget();

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

} // namespace guichet::ui
