// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/summary.hpp"

#include "procedure/type.hpp"

#include <algorithm>

namespace guichet::procedure {

namespace {

Line line_of(const Stop& stop, const Answers& answers, const i18n::Catalogue& words) {
    Line line{.path = stop.path, .name = stop.question->short_name(), .value = {}};
    if (const auto* answer = answers.find(stop.path)) {
        line.answer = *answer;
        line.answered = true;
        line.value = show(*stop.question, answer->value, words);
    } else {
        line.value = i18n::tr("Pas de réponse");
    }
    return line;
}

/// "Enfant : Lina", or "Enfant 2" until it has a name.
i18n::Message
item_title(const Question& list, int item, const Answers& answers, const i18n::Catalogue& words) {
    const auto name = words.text(list.item_name.empty() ? list.short_name() : list.item_name);
    const auto& first = list.items.front();
    const auto* answer = answers.find(item_path(list.id, item, first.id));
    if (answer == nullptr || !says_something(answer->value))
        return i18n::tr("{item} {number}")
            .with("item", name)
            .with("number", std::to_string(item + 1));
    return i18n::tr("{item} : {name}")
        .with("item", name)
        .with("name", first.type->format(first, answer->value, words));
}

/// The sections of one step: its own lines, then those of each item.
class StepSections {
public:
    StepSections(const Step& step, const Answers& answers, const i18n::Catalogue& words)
        : m_answers(answers), m_words(words) {
        m_sections.push_back({.title = step.title, .lines = {}});
    }

    void add(const Stop& stop) {
        auto line = line_of(stop, m_answers, m_words);
        auto parts = split(stop.path);
        if (parts.item < 0) {
            m_list = stop.question;
            count_items(line, stop);
            m_sections.front().lines.push_back(std::move(line));
            return;
        }
        if (parts.list != m_last.list || parts.item != m_last.item)
            m_sections.push_back(
                {.title = item_title(*m_list, parts.item, m_answers, m_words), .lines = {}}
            );
        m_sections.back().lines.push_back(std::move(line));
        m_last = std::move(parts);
    }

    void move_to(std::vector<Section>& all) {
        for (auto& section : m_sections)
            if (!section.lines.empty())
                all.push_back(std::move(section));
    }

private:
    /// A list's own line counts its items, even while it has no answer of its own.
    void count_items(Line& line, const Stop& stop) const {
        const auto items = m_answers.items(stop.path);
        if (stop.question->type->input() != Input::Items || items == 0)
            return;
        line.answered = true;
        line.value = i18n::verbatim(m_words.number(items));
    }

    const Answers& m_answers;
    const i18n::Catalogue& m_words;
    const Question* m_list{};
    PathParts m_last{};
    std::vector<Section> m_sections{};
};

} // namespace

std::vector<Section> summary(
    const Procedure& procedure,
    const Answers& answers,
    const Route& route,
    const i18n::Catalogue& words
) {
    std::vector<Section> all;
    for (const int step : route.steps) {
        StepSections sections(procedure.steps[static_cast<std::size_t>(step)], answers, words);
        for (const auto& stop : route.stops)
            if (stop.step == step && stop.question->type->input() != Input::Read)
                sections.add(stop);
        sections.move_to(all);
    }
    return all;
}

i18n::Message show(const Question& question, const Value& value, const i18n::Catalogue& words) {
    if (std::holds_alternative<NotKnown>(value))
        return i18n::tr("Je ne sais pas");
    if (std::holds_alternative<HasNone>(value))
        return question.none;
    return i18n::verbatim(question.type->format(question, value, words));
}

i18n::Message show(const Origin& origin, const i18n::Catalogue& words) {
    switch (origin.kind) {
    case Origin::Kind::Read:
        return origin.document_name.empty()
                   ? i18n::tr("lu sur un document")
                   : i18n::tr("lu sur : {document}")
                         .with("document", words.text(origin.document_name));
    case Origin::Kind::Mediator:
        return origin.mediator.empty()
                   ? i18n::tr("écrit par quelqu’un, à votre demande")
                   : i18n::tr("écrit par {name}, à votre demande").with("name", origin.mediator);
    case Origin::Kind::Typed:
        break;
    }
    return i18n::tr("écrit par vous");
}

} // namespace guichet::procedure
