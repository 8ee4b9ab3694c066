// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/keys.hpp"
#include "ui/kit/text_box.hpp"
#include "ui/kit/typing.hpp"
#include "ui/kit/widgets.hpp"

#include <algorithm>
#include <cmath>

#include <imgui.h>

namespace guichet::ui {
namespace {

using i18n::tr;
using procedure::Keyboard;

struct Face {
    std::string id;
    std::string legend;
    std::string name;
    Icon icon{Icon::None};
    bool on{false};
};

/// Fourteen keys across where each of them stays a target.
KeyRoom room(const Frame& frame, float width, const TextBox& box) {
    const auto& m = frame.metrics();
    const bool arabic = box.own_letters && frame.words().language().code == "ar";
    return {width < 14 * m.target() + 13 * m.mm(1.5f), m.low(), box.tall, arabic};
}

float row_gap(const Metrics& m) {
    return m.low() ? m.mm(2.6f) : m.gap();
}

float row_height(const Metrics& m) {
    return std::max(m.target(), std::ceil(2.1f * m.style(TextRole::Key).cap_height));
}

/// A key is as wide as it is useful: two thumbs still reach all of them.
constexpr float widest_key = 24;
constexpr float widest_digit = 30;

/// Where the keys lie, in screen coordinates: they are never mirrored, what is typed runs from the
/// left.
struct Grid {
    float x;
    float y;
    float column;
    float row;
    float gap_across;
    float gap_down;

    Rect at(float column_before, int row_index, float columns) const {
        return {
            std::round(x + column_before * (column + gap_across)),
            y + static_cast<float>(row_index) * (row + gap_down),
            std::round(columns * column + (columns - 1) * gap_across),
            row};
    }
};

Grid lay_grid(const Frame& frame, const Rect& rect, const KeyGrid& keys) {
    const auto& m = frame.metrics();
    const auto rows = static_cast<float>(keys.rows.size());
    const float widest = m.mm(keys.columns < 6 ? widest_digit : widest_key);
    // Fingers first: the room between keys gives way before the keys do.
    const float spare = (rect.width - keys.columns * m.target()) / (keys.columns - 1);
    const float gap = std::clamp(spare, m.mm(1.5f), m.gap());
    const float most = (rect.width - (keys.columns - 1) * gap) / keys.columns;
    const float column = std::min(widest, most);
    const float gap_down = row_gap(m);
    const float row = std::floor((rect.height - (rows - 1) * gap_down) / rows);
    const float across = keys.columns * column + (keys.columns - 1) * gap;
    return {
        rect.x + (rect.width - across) / 2,
        rect.y,
        column,
        std::min(row, std::round(row_height(m) * 1.25f)),
        gap,
        gap_down};
}

/// To Arabic letters where Latin ones are shown, and back.
Face script_face(const Frame& frame, bool latin) {
    const auto name = latin ? tr("Lettres arabes") : tr("Lettres latines");
    const auto* arabic = "\u0639\u0631\u0628\u064A"; // "Arabic", in Arabic
    return {"key:script", latin ? arabic : "abc", frame.words().text(name)};
}

Face face(const Frame& frame, const Key& key, const Memory::KeyboardMode& mode, bool capitals) {
    const auto words = [&](const i18n::Message& message) { return frame.words().text(message); };
    switch (key.act) {
    case KeyAct::Shift:
        return {"key:shift", "", words(tr("Majuscule")), Icon::Shift, capitals};
    case KeyAct::Erase:
        return {"key:erase", "", words(tr("Effacer")), Icon::Erase};
    case KeyAct::Left:
        return {"key:left", "", words(tr("Aller à gauche")), Icon::CaretLeft};
    case KeyAct::Right:
        return {"key:right", "", words(tr("Aller à droite")), Icon::CaretRight};
    case KeyAct::Line:
        return {"key:line", "", words(tr("Nouvelle ligne")), Icon::Line};
    case KeyAct::Space:
        return {"key:space", words(tr("Espace")), words(tr("Espace"))};
    case KeyAct::Signs:
        return {
            "key:signs",
            mode.signs ? "abc" : "123",
            words(mode.signs ? tr("Lettres") : tr("Chiffres et signes"))};
    case KeyAct::Order:
        return {
            "key:order",
            mode.alphabetical ? "AZER" : "ABC",
            words(
                mode.alphabetical ? tr("Lettres dans l’ordre du clavier")
                                  : tr("Lettres dans l’ordre alphabétique")
            )};
    case KeyAct::Script:
        return script_face(frame, mode.latin);
    case KeyAct::Write:
        break;
    }
    const std::string large = capital(key.writes);
    const std::string legend = capitals && key.writes.size() <= 2 ? large : std::string{key.writes};
    return {"key:" + (key.writes.size() <= 2 ? large : legend), legend, legend};
}

/// In UTF-8 the Arabic block begins with one of four bytes.
bool is_arabic(std::string_view letter) {
    const auto first = letter.empty() ? 0 : static_cast<unsigned char>(letter.front());
    return first >= 0xD8 && first <= 0xDB;
}

bool draw_key(Frame& frame, const Rect& on_screen, const Key& key, const Face& face) {
    const auto& m = frame.metrics();
    const auto& c = frame.colours();
    const Rect rect = frame.mirror(on_screen);
    const bool strong = face.on || frame.held(rect);
    const float thick = strong ? std::max(3.0f, std::round(m.mm(0.8f))) : m.border();
    const auto back = face.on ? c.action_soft : c.card;
    const float radius = m.mm(1.8f);
    frame.fill(rect, back, radius);
    frame.outline(rect, strong ? c.action : c.line, thick, radius);
    const bool word = face.legend.size() > 2;
    if (face.icon != Icon::None)
        icon(frame, rect, face.icon, c.ink);
    else
        frame.words_centred(
            word ? rect.inset(m.mm(0.5f), 0) : rect,
            face.legend,
            word ? TextRole::Small : TextRole::Key,
            c.ink
        );
    const Node& node = frame.add(
        {.id = face.id,
         .role = Role::Key,
         .name = face.name,
         .language = key.act == KeyAct::Write && !is_arabic(key.writes) ? i18n::french().code
                                                                        : std::string{},
         .rect = rect,
         .chosen = face.on,
         .foreground = c.ink,
         .background = back}
    );
    return frame.pressed(node);
}

void act(Memory::KeyboardMode& mode, Typing& typing, const Key& key) {
    switch (key.act) {
    case KeyAct::Shift:
        mode.shift = !mode.shift;
        break;
    case KeyAct::Erase:
        typing.erase_before();
        break;
    case KeyAct::Left:
        typing.left();
        break;
    case KeyAct::Right:
        typing.right();
        break;
    case KeyAct::Order:
        mode.alphabetical = !mode.alphabetical;
        break;
    case KeyAct::Script:
        mode.latin = !mode.latin;
        mode.signs = false;
        break;
    case KeyAct::Signs:
        mode.signs = !mode.signs;
        break;
    default:
        break;
    }
}

void write(Memory::KeyboardMode& mode, Typing& typing, const Key& key, const TextBox& box) {
    const bool capitals = mode.shift != (box.capitals && typing.at_word_start());
    if (key.act == KeyAct::Space)
        typing.insert(" ", box.longest);
    else if (key.act == KeyAct::Line)
        typing.insert("\n", box.longest, true);
    else
        typing.insert(
            capitals && key.writes.size() <= 2 ? capital(key.writes) : std::string{key.writes},
            box.longest
        );
    mode.shift = false;
}

bool writes(const Key& key) {
    return key.act == KeyAct::Write || key.act == KeyAct::Space || key.act == KeyAct::Line;
}

/// All keys; what the one pressed does.
void draw_keys(
    Frame& frame, const Rect& rect, const KeyGrid& keys, const TextBox& box, Typing& typing
) {
    auto& mode = frame.memory().keyboard();
    const bool capitals = mode.shift != (box.capitals && typing.at_word_start());
    const Grid grid = lay_grid(frame, frame.mirror(rect), keys);
    const Key* pressed = nullptr;
    for (std::size_t row = 0; row < keys.rows.size(); ++row) {
        float column = 0;
        for (const Key& key : keys.rows[row]) {
            const Rect place = grid.at(column, static_cast<int>(row), key.columns);
            column += key.columns;
            const bool empty = key.act == KeyAct::Write && key.writes.empty();
            if (!empty && draw_key(frame, place, key, face(frame, key, mode, capitals)))
                pressed = &key;
        }
    }
    if (pressed == nullptr)
        return;
    frame.memory().ask_another_frame();
    if (writes(*pressed))
        write(mode, typing, *pressed, box);
    else
        act(mode, typing, *pressed);
}

/// GLFW's numbers for the keys that are held while others are typed.
constexpr int first_modifier = 340;
constexpr int last_modifier = 347;

/// A key held down sends its character again and again: only the first counts. Nothing tells the
/// characters apart but that no key has just gone down while one has been down for a while.
bool only_repeated() {
    const ImGuiIO& io = ImGui::GetIO();
    bool held = false;
    for (int key = 0; key < IM_ARRAYSIZE(io.KeysDown); ++key) {
        if (!io.KeysDown[key] || (key >= first_modifier && key <= last_modifier))
            continue;
        if (io.KeysDownDuration[key] == 0.0f)
            return false;
        held = true;
    }
    return held;
}

bool went_down(ImGuiKey key, bool repeat = false) {
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), repeat);
}

void take_physical_keys(const TextBox& box, Typing& typing) {
    const ImGuiIO& io = ImGui::GetIO();
    if (!only_repeated())
        for (const ImWchar character : io.InputQueueCharacters)
            typing.insert(typed_character(character), box.longest);
    if (went_down(ImGuiKey_Backspace, true))
        typing.erase_before();
    if (went_down(ImGuiKey_Delete))
        typing.erase_after();
    if (went_down(ImGuiKey_LeftArrow))
        typing.left();
    if (went_down(ImGuiKey_RightArrow))
        typing.right();
    if (went_down(ImGuiKey_Home))
        typing.home();
    if (went_down(ImGuiKey_End))
        typing.end();
}

} // namespace

float keyboard_height(Frame& frame, Keyboard keys, float width) {
    const auto& m = frame.metrics();
    const auto grid = key_grid(keys, frame.memory().keyboard(), room(frame, width, {}));
    if (grid.rows.empty())
        return 0;
    const auto rows = static_cast<float>(grid.rows.size());
    return std::ceil(rows * row_height(m) + (rows - 1) * row_gap(m));
}

std::optional<std::string>
keyboard(Frame& frame, const Rect& rect, Keyboard keys, const TextBox& box) {
    auto& caret = frame.memory().caret();
    if (caret.text != box.text) { // something else changed it
        caret.text = box.text;
        caret.at = box.text.size();
    }
    Typing typing{std::string{box.text}, caret.at};
    const auto grid = key_grid(keys, frame.memory().keyboard(), room(frame, rect.width, box));
    draw_keys(frame, rect, grid, box, typing);
    if (!frame.covered())
        take_physical_keys(box, typing);
    if (caret.at != typing.at())
        frame.memory().ask_another_frame();
    caret.at = typing.at();
    if (typing.text() == box.text)
        return std::nullopt;
    caret.text = typing.text();
    return typing.text();
}

} // namespace guichet::ui
