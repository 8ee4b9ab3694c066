// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/read_line.hpp"

#include "procedure/summary.hpp"

#include <algorithm>
#include <cctype>
#include <variant>

namespace guichet::ui {

using i18n::tr;
using i18n::verbatim;
using State = visit::ReadLine::State;
namespace did = visit::did;

namespace {

Button correct_button() {
    return {.label = tr("Corriger"), .look = Look::Quiet, .icon = Icon::Edit};
}

Button use_button(bool used) {
    return used ? Button{.label = tr("Ne pas utiliser"), .look = Look::Quiet, .icon = Icon::Close}
                : Button{.label = tr("Utiliser"), .look = Look::Quiet, .icon = Icon::Check};
}

bool is_digit(char character) {
    return std::isdigit(static_cast<unsigned char>(character)) != 0;
}

} // namespace

struct ReadLineCard::Places {
    float height{};
    Rect mark{};
    Rect name{};
    Rect crop{};
    Rect value{};
    Rect advice{};
    Rect correct{};
    Rect use{};
};

ReadLineCard::ReadLineCard(const visit::Visit& visit, int line)
    : m_visit(visit), m_line(visit.confirming->lines[static_cast<std::size_t>(line)]),
      m_proposal(visit.confirming->reading.proposals[static_cast<std::size_t>(m_line.proposal)]),
      m_question(procedure::find_question(*visit.procedure, m_line.path)), m_index(line) {}

bool ReadLineCard::is_doubtful() const {
    return m_line.state == State::Doubtful && m_line.use;
}

/// What the person should look at; empty when nothing.
i18n::Message ReadLineCard::advice() const {
    if (!m_line.use && m_visit.answers.find(m_line.path) != nullptr)
        return tr("Non utilisé. Votre réponse ne change pas.");
    if (!m_line.use)
        return tr("Non utilisé. La question sera posée.");
    if (m_line.state == State::Corrected)
        return tr("Corrigé par vous.");
    if (m_line.state == State::Doubtful)
        return doubt();
    return m_proposal.not_verified ? tr("Lu dans un code que je ne peux pas vérifier.")
                                   : i18n::Message{};
}

i18n::Message ReadLineCard::doubt() const {
    if (m_proposal.wrong_signature)
        return tr("La signature de ce code est fausse. Regardez votre document.");
    if (!m_proposal.differs.empty())
        return tr("Le code et le texte sont différents. Le texte dit : {words}.")
            .with("words", m_proposal.differs);
    if (m_proposal.doubtful.empty())
        return tr("Difficile à lire. Regardez votre document, puis corrigez.");
    return std::ranges::any_of(m_proposal.value, is_digit)
               ? tr("Un chiffre est difficile à lire. Regardez votre document, puis corrigez.")
               : tr("Une lettre est difficile à lire. Regardez votre document, puis corrigez.");
}

/// The badge only where a check digit or a signature proves it; a tick says no more than "read
/// clearly".
Icon ReadLineCard::mark() const {
    if (is_doubtful())
        return Icon::Question;
    const bool as_read = m_line.state == visit::ReadLine::State::Sure;
    return as_read && m_proposal.proven ? Icon::Proven : Icon::Check;
}

std::string ReadLineCard::value_words(Frame& frame) const {
    if (std::holds_alternative<procedure::NotKnown>(m_line.value))
        return m_proposal.value;
    return frame.words().text(procedure::show(*m_question, m_line.value, frame.words()));
}

ReadLineCard::Places ReadLineCard::word_places(Frame& frame, const Rect& words) const {
    const auto& m = frame.metrics();
    Places at;
    at.mark = {words.right() - m.mm(9.0f), words.y, m.mm(9.0f), m.mm(9.0f)};
    at.name = {words.x, words.y, words.width - m.mm(11.0f), 0};
    at.name.height = label_height(frame, m_question->short_name(), TextRole::Small, at.name.width);
    float y = at.name.bottom() + m.mm(1.0f);
    if (m_proposal.crop && m_proposal.crop->height > 0) {
        const float tall = m.mm(12.0f);
        const float wide = tall * static_cast<float>(m_proposal.crop->width) /
                           static_cast<float>(m_proposal.crop->height);
        at.crop = {words.x, y, std::min(wide, words.width), tall};
        y = at.crop.bottom() + m.mm(1.0f);
    }
    at.value = {words.x, y, words.width, 0};
    at.value.height = is_doubtful()
                          ? pieces_height(frame, pieces(m_proposal, *m_question->type), words.width)
                          : frame.measure(value_words(frame), TextRole::Value, words.width).height;
    y = at.value.bottom();
    if (const auto say = advice(); !say.empty()) {
        at.advice = {words.x, y + m.mm(1.0f), words.width, 0};
        at.advice.height = label_height(frame, say, TextRole::Small, words.width);
        y = at.advice.bottom();
    }
    at.height = y - words.y;
    return at;
}

ReadLineCard::Places ReadLineCard::places(Frame& frame, const Rect& rect) const {
    const auto& m = frame.metrics();
    auto words = rect.inset(m.mm(5.0f), m.mm(4.0f));
    const auto correct = button_size(frame, correct_button(), words.width);
    const auto use = button_size(frame, use_button(m_line.use), words.width);
    const float gap = m.mm(4.0f);
    const float buttons = correct.width + use.width + gap;
    const bool beside = words.width - buttons - gap >= m.mm(100.0f);
    const float row = std::max(correct.height, use.height);
    if (beside)
        words.width -= buttons + gap;
    auto at = word_places(frame, words);
    const float under = words.y + at.height;
    const float y = beside ? words.y + std::max(0.0f, at.height - row) / 2 : under + gap;
    const float x = beside ? words.right() + gap : words.x;
    at.correct = {x, y, correct.width, row};
    at.use = {x + correct.width + gap, y, use.width, row};
    at.height = std::max(under, at.correct.bottom()) - rect.y + m.mm(4.0f);
    return at;
}

float ReadLineCard::height(Frame& frame, float width) const {
    return places(frame, {0, 0, width, 0}).height;
}

void ReadLineCard::draw_value(Frame& frame, const Rect& rect) const {
    const auto& c = frame.colours();
    const auto id = "value:" + std::to_string(m_index);
    if (!is_doubtful()) {
        label(
            frame,
            id,
            rect,
            verbatim(value_words(frame)),
            TextRole::Value,
            m_line.use ? c.ink : c.soft
        );
        return;
    }
    draw_pieces(frame, rect, pieces(m_proposal, *m_question->type));
    frame.add(
        {.id = id,
         .role = Role::Text,
         .name = value_words(frame),
         .rect = rect,
         .foreground = c.ink,
         .background = c.error_soft}
    );
}

Asked ReadLineCard::draw(Frame& frame, const Rect& rect) const {
    const auto& m = frame.metrics();
    const auto& c = frame.colours();
    const auto at = places(frame, rect);
    const auto number = std::to_string(m_index);
    card(frame, rect);
    if (is_doubtful()) {
        frame.fill(rect, c.error_soft, m.radius());
        frame.outline(rect, c.error, m.border() * 2, m.radius());
    }
    label(frame, "name:" + number, at.name, m_question->short_name(), TextRole::Small, c.soft);
    if (m_line.use)
        icon(frame, at.mark, mark(), is_doubtful() ? c.error : c.ok);
    if (at.crop.width > 0)
        picture(frame, "crop:" + number, at.crop, m_proposal.crop, tr("Votre document"));
    draw_value(frame, at.value);
    if (const auto say = advice(); !say.empty())
        label(
            frame,
            "advice:" + number,
            at.advice,
            say,
            TextRole::Small,
            is_doubtful() ? c.error : c.soft
        );
    Asked asked;
    if (button(frame, "correct:" + number, at.correct, correct_button()))
        asked = did::CorrectReading{m_index};
    if (button(frame, "dismiss:" + number, at.use, use_button(m_line.use)))
        asked = did::DismissReading{m_index};
    return asked;
}

} // namespace guichet::ui
