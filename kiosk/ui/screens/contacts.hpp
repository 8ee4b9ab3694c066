// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/flow.hpp"
#include "visit/visit.hpp"

#include <string>
#include <vector>

namespace guichet::ui {

/// Who can help when the machine cannot: name, place, phone and hours in words, one card each.
struct Person {
    i18n::Message name;
    i18n::Message where{};
    std::string phone{};
    std::string hours{}; ///< schema.org openingHours
    i18n::Message help{};
    i18n::Message paper{};
};

std::vector<Person> site_people(const visit::Offer& offer);
/// The administration's own people for this procedure.
Person procedure_person(const procedure::Procedure& procedure);

float person_height(Frame& frame, const Person& person, float width);
/// `id` begins the names of the nodes: "<id>:name", "<id>:phone"…
void draw_person(Frame& frame, const Rect& rect, const std::string& id, const Person& person);
/// Cards beside and under one another.
void draw_people(
    Frame& frame, Flow& flow, const std::string& id, const std::vector<Person>& people, int columns
);

} // namespace guichet::ui
