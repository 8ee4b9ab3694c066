// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/type.hpp"
#include "ui/screens/flow.hpp"
#include "ui/screens/page.hpp"

namespace guichet::ui {

/// Millimetres for a question and its box above the keyboard; with less the keyboard scrolls too.
constexpr float least_above_keys = 42.0f;

/// The question on screen, being drawn.
struct Asking {
    Frame& frame;
    const visit::Visit& visit;
    const procedure::Question& question;
    Page& page;
};

/// Which item of a list, the question, its help, what to correct, what was read about it.
void draw_question_top(Asking& asking, Flow& flow);

/// "Je ne sais pas" and the scanner, where the question allows them.
struct Extra {
    std::string id;
    Button button;
    visit::Event event;
};
std::vector<Extra> extras(const Asking& asking);
void draw_extras(Asking& asking, Flow& flow);

/// Boxes, Paragraph, Pick and AddressForm: boxes and a keyboard.
void draw_typed(Asking& asking);
/// YesNo, OneOf and ManyOf.
void draw_choices(Asking& asking);
void draw_items(Asking& asking);
void draw_paper(Asking& asking);
/// Agree and Read.
void draw_reading(Asking& asking);

/// The caret stood in that box in the last frame, and the screen is not a new one: nothing has to
/// be brought into sight.
bool had_caret(Frame& frame, const std::string& id);

/// "Enfant 1 : Lina".
i18n::Message
item_title(Frame& frame, const visit::Visit& visit, const procedure::Path& path, int item);

} // namespace guichet::ui
