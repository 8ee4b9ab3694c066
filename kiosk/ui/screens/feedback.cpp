// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/feedback.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace guichet::ui {

using call::Doer;
using call::Mood;
using i18n::tr;
namespace did = visit::did;

namespace {

struct Answer {
    std::string id;
    Choice choice;
    visit::Event event;
};

std::vector<Answer> moods(const visit::Visit& visit) {
    const auto face = [&](Mood mood, Icon icon, i18n::Message words) {
        return Answer{
            "mood:" + std::string{call::to_name(mood)},
            {.label = std::move(words),
             .icon = icon,
             .mark = Choice::Mark::Round,
             .chosen = visit.mood == mood},
            did::Feel{mood}};
    };
    return {
        face(Mood::Good, Icon::Good, tr("Ça a bien marché")),
        face(Mood::Middling, Icon::Middling, tr("C’était difficile")),
        face(Mood::Bad, Icon::Bad, tr("Ça n’a pas marché"))};
}

std::vector<Answer> doers(const visit::Visit& visit) {
    const auto who = [&](Doer doer, Icon icon, i18n::Message words) {
        return Answer{
            "doer:" + std::string{call::to_name(doer)},
            {.label = std::move(words),
             .icon = icon,
             .mark = Choice::Mark::Round,
             .chosen = visit.doer == doer},
            did::SayWhoDidIt{doer}};
    };
    return {
        who(Doer::Alone, Icon::Person, tr("Je l’ai fait sans aide")),
        who(Doer::Helped, Icon::People, tr("Je l’ai fait avec de l’aide")),
        who(Doer::InMyPlace, Icon::Keyboard, tr("On l’a fait à ma place"))};
}

void draw_answers(Frame& frame, Flow& flow, const std::vector<Answer>& answers, Page& page) {
    std::vector<float> heights;
    heights.reserve(answers.size());
    for (const auto& one : answers)
        heights.push_back(choice_height(frame, one.choice, flow.width()));
    const auto cells = flow.cells(heights, 1);
    for (std::size_t i = 0; i < answers.size(); ++i)
        if (choice(frame, answers[i].id, cells[i], answers[i].choice))
            page.ask(answers[i].event);
}

void lead_to_human(Flow& flow, const visit::Visit& visit, Page& page) {
    flow.text("bad", tr("Une personne peut regarder avec vous."));
    flow.space(3);
    if (visit.call.state != call::State::Quiet)
        return;
    const Button call{.label = tr("Appeler quelqu’un"), .look = Look::Human, .icon = Icon::Human};
    if (flow.buttons({{"call-after", call}}) == 0)
        page.ask(did::CallSomeone{});
    flow.space(5);
}

} // namespace

void draw_feedback(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page) {
    flow.text("feedback", tr("Comment ça s’est passé ?"), TextRole::Heading);
    flow.space(1);
    flow.soft("feedback:free", tr("Répondez si vous voulez. Personne ne saura que c’est vous."));
    flow.space(3);
    draw_answers(frame, flow, moods(visit), page);
    if (!visit.mood)
        return;
    flow.space(5);
    if (visit.mood == Mood::Bad)
        lead_to_human(flow, visit, page);
    flow.text("doer", tr("Qui a rempli le dossier ?"), TextRole::Heading);
    flow.space(3);
    draw_answers(frame, flow, doers(visit), page);
}

} // namespace guichet::ui
