// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/gallery_answers.hpp"

#include "procedure/type.hpp"

#include <algorithm>
#include <map>

namespace guichet::app {

using procedure::Input;
namespace did = visit::did;

namespace {

using Parts = std::vector<std::string>;

/// Fictional answers by type; the number's key is right, the person does not exist.
const Parts& words_for(const std::string& type, bool child) {
    static const Parts child_date{"02", "05", "2014"};
    static const Parts none;
    static const std::map<std::string, Parts> answers{
        {"family-name", {"Benali"}},
        {"given-names", {"Samira, Louise"}},
        {"date", {"14", "03", "1968"}},
        {"month", {"03", "2026"}},
        {"number", {"3"}},
        {"money", {"9842"}},
        {"text", {"Oran"}},
        {"long-text", {"Mon mari est parti en mars. Je cherche un travail."}},
        {"phone", {"0612345678"}},
        {"email", {"samira@exemple.fr"}},
        {"nir", {"268036938304202"}},
        {"iban", {"FR7630006000011234567890189"}},
        {"siret", {"73282932000074"}},
        {"tax-number", {"3001234567599"}},
        {"reference", {"A2648"}},
        {"departement", {"Rhô"}},
        {"region", {"Bre"}},
        {"address", {"12 rue des Lilas", "Bâtiment B", "Villeurb"}},
        {"commune", {"Villeurb"}},
        {"country", {"Fran"}},
        {"nationality", {"Fran"}}};
    if (child && type == "date")
        return child_date;
    const auto found = answers.find(type);
    return found == answers.end() ? none : found->second;
}

/// The way through the procedure that asks the most.
bool says_yes(const std::string& question) {
    return question == "residence_france" || question == "assurance_maladie" ||
           question == "a_charge";
}

void choose(Walk& walk, const procedure::Question& question) {
    const auto input = question.type->input();
    if (input == Input::YesNo)
        walk.go(did::Choose{std::string{says_yes(question.id) ? procedure::yes : procedure::no}});
    else if (!question.options.empty())
        walk.go(did::Choose{question.options.front().id});
    if (input == Input::ManyOf && question.options.size() > 2)
        walk.go(did::Choose{question.options[2].id});
}

} // namespace

void Walk::go(const visit::Event& event) {
    now += std::chrono::seconds{2};
    visit::handle(visit, event, now);
}

void Walk::fill_in() {
    const auto* question = visit.question();
    if (question == nullptr)
        return;
    const auto input = question->type->input();
    if (input == Input::YesNo || input == Input::OneOf || input == Input::ManyOf)
        return choose(*this, *question);
    const bool child = procedure::split(visit.path).item >= 0;
    const auto& words = words_for(std::string{question->type->name()}, child);
    for (std::size_t i = 0; i < words.size(); ++i)
        go(did::Edit{static_cast<int>(i), words[i]});
}

void Walk::answer() {
    const auto path = visit.path;
    fill_in();
    if (!visit.matches.empty())
        go(did::Choose{visit.matches.front().id});
    const auto* question = visit.question();
    const bool empty_list = question != nullptr && question->type->input() == Input::Items &&
                            visit.answers.items(path) == 0;
    if (empty_list)
        return go(did::AddItem{});
    go(did::Continue{});
    if (visit.screen == visit::Screen::Question && visit.path == path)
        go(did::Continue{}); // a rule over several answers is said once
    if (visit.screen == visit::Screen::Question && visit.path == path)
        go(did::Skip{});
}

} // namespace guichet::app
