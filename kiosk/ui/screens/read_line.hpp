// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/doubt.hpp"
#include "ui/screens/page.hpp"

namespace guichet::ui {

/// One line of the confirm screen: the question's short name, what was read with its place on the
/// document, how sure it is, "Corriger" and "Ne pas utiliser".
class ReadLineCard {
public:
    ReadLineCard(const visit::Visit& visit, int line);

    float height(Frame& frame, float width) const;
    Asked draw(Frame& frame, const Rect& rect) const;

private:
    struct Places;
    Places places(Frame& frame, const Rect& rect) const;
    /// All but the buttons; `height` is down to the last of them.
    Places word_places(Frame& frame, const Rect& words) const;
    i18n::Message advice() const;
    i18n::Message doubt() const;
    Icon mark() const;
    std::string value_words(Frame& frame) const;
    void draw_value(Frame& frame, const Rect& rect) const;
    bool is_doubtful() const;

    const visit::Visit& m_visit;
    const visit::ReadLine& m_line;
    const procedure::Proposal& m_proposal;
    const procedure::Question* m_question;
    int m_index;
};

} // namespace guichet::ui
