// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/contacts.hpp"

#include "procedure/hours.hpp"

#include <algorithm>

namespace guichet::ui {

using i18n::tr;
using i18n::verbatim;

namespace {

constexpr float padding = 5.0f; // millimetres inside a card

struct ContactLine {
    const char* part;
    Flow::IconWords words;
    float above;
};

std::vector<ContactLine> lines_of(Frame& frame, const Person& person) {
    const auto& c = frame.colours();
    std::vector<ContactLine> lines;
    lines.push_back({"name", {person.name, Icon::People, TextRole::Heading, c.ink}, 0.0f});
    if (!person.where.empty())
        lines.push_back({"where", {person.where, Icon::Place, TextRole::Body, c.ink}, 2.0f});
    if (!person.phone.empty())
        lines.push_back(
            {"phone", {verbatim(person.phone), Icon::Phone, TextRole::Value, c.ink}, 2.0f}
        );
    if (!person.help.empty())
        lines.push_back({"help", {person.help, Icon::Info, TextRole::Body, c.ink}, 2.0f});
    if (!person.hours.empty())
        lines.push_back(
            {"hours",
             {verbatim(procedure::show_hours(person.hours, frame.words())),
              Icon::Clock,
              TextRole::Body,
              c.ink},
             2.0f}
        );
    if (!person.paper.empty())
        lines.push_back({"paper", {person.paper, Icon::Paper, TextRole::Body, c.ink}, 2.0f});
    return lines;
}

} // namespace

std::vector<Person> site_people(const visit::Offer& offer) {
    std::vector<Person> people;
    for (const auto& contact : offer.contacts)
        people.push_back(
            {.name = verbatim(contact.name),
             .where = verbatim(contact.where),
             .phone = contact.phone,
             .hours = contact.hours}
        );
    return people;
}

Person procedure_person(const procedure::Procedure& procedure) {
    Person person{
        .name = tr("Par téléphone ou sur place"),
        .where = procedure.human.counter,
        .phone = procedure.human.phone,
        .hours = procedure.human.hours,
        .help = procedure.human.help};
    if (!procedure.human.paper.empty())
        person.paper = tr("Formulaire papier : {number}").with("number", procedure.human.paper);
    return person;
}

float person_height(Frame& frame, const Person& person, float width) {
    const float pad = frame.metrics().mm(padding);
    const Flow flow{frame, {0, 0, width - 2 * pad, 0}};
    float height = 2 * pad;
    for (const auto& line : lines_of(frame, person))
        height += frame.metrics().mm(line.above) + flow.icon_words_height(line.words);
    return height;
}

void draw_person(Frame& frame, const Rect& rect, const std::string& id, const Person& person) {
    card(frame, rect);
    Flow flow{frame, rect.inset(frame.metrics().mm(padding))};
    for (const auto& line : lines_of(frame, person)) {
        flow.space(line.above);
        flow.icon_words(id + ":" + line.part, line.words);
    }
}

void draw_people(
    Frame& frame, Flow& flow, const std::string& id, const std::vector<Person>& people, int columns
) {
    std::vector<float> heights;
    heights.reserve(people.size());
    for (const auto& person : people)
        heights.push_back(person_height(frame, person, flow.cell_width(columns)));
    const auto cells = flow.cells(heights, columns);
    for (std::size_t i = 0; i < people.size(); ++i)
        draw_person(frame, cells[i], id + ":" + std::to_string(i), people[i]);
}

} // namespace guichet::ui
