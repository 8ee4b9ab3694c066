// SPDX-License-Identifier: GPL-3.0-or-later
#include "deliver/writer.hpp"

#include "i18n/isolate.hpp"
#include "procedure/hours.hpp"

#include <utility>

namespace guichet::deliver {

using i18n::Message;
using i18n::tr;

std::string Writer::both(const Message& message) const {
    return both(m_words.text(message), m_french.text(message));
}

std::string Writer::both(const std::string& own, const std::string& french) const {
    if (i18n::without_isolates(own) == i18n::without_isolates(french))
        return own;
    // A full stop belongs at the end of the French line, also on a page that runs to the left.
    return own + "\n" + (is_mirrored() ? i18n::isolated(french) : french);
}

bool Writer::is_mirrored() const {
    return m_words.language().direction == i18n::Direction::RightToLeft;
}

void Writer::paragraph(
    const Message& message, const char* tag, const text::Style& style, float after
) {
    Block block{.space_after = after};
    block.columns.push_back(column(both(message), tag, style, {0, text_width}));
    m_flow.add(std::move(block));
}

void Writer::heading(const Message& message) {
    Block block{.space_after = 6, .ruled = true, .keep_with_next = true};
    block.columns.push_back(column(both(message), "H2", heading_style, {0, text_width}));
    m_flow.add(std::move(block));
}

Column Writer::column(const std::string& text, const char* tag, const text::Style& style, Span span)
    const {
    return {
        .tag = tag,
        .words = text::Paragraph(text, style, m_words.language(), span.width),
        .x = is_mirrored() ? text_width - span.x - span.width : span.x};
}

Result<std::string> Writer::write(const Message& title, const std::string& foot) const {
    return m_flow.write({
        .title = m_words.text(title),
        .foot = foot,
        .language = m_words.language(),
        .numbering =
            [&](int page, int pages) {
                return m_words.text(tr("Page {page} sur {pages}")
                                        .with("page", std::to_string(page))
                                        .with("pages", std::to_string(pages)));
            },
    });
}

Message hours_in_both(const Writer& writer, const std::string& hours) {
    return i18n::verbatim(writer.both(
        procedure::show_hours(hours, writer.words()), procedure::show_hours(hours, writer.french())
    ));
}

void write_human(Writer& writer, const procedure::Human& human) {
    if (!human.phone.empty()) {
        const auto phone = tr("Par téléphone : {phone}").with("phone", human.phone);
        writer.paragraph(phone, "P", value_style, 2);
        writer.paragraph(
            hours_in_both(writer, human.hours), "P", body_style, human.help.empty() ? 6 : 2
        );
        if (!human.help.empty())
            writer.paragraph(human.help, "P", body_style, 6);
    }
    if (!human.counter.empty()) {
        writer.paragraph(tr("Au guichet :"), "P", body_style, 2);
        writer.paragraph(human.counter, "P", value_style, 6);
    }
    if (!human.paper.empty())
        writer.paragraph(
            tr("Sur papier : demandez le formulaire {paper}.").with("paper", human.paper),
            "P",
            body_style,
            6
        );
}

} // namespace guichet::deliver
