// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/advice.hpp"
#include "visit/flow.hpp"
#include "visit/stops.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <variant>

namespace guichet::visit {
namespace {

/// The first `most` characters of UTF-8 `text`.
std::string shorten(std::string_view text, int most) {
    int characters = 0;
    for (std::size_t i = 0; i < text.size(); i++) {
        const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
        if (begins && characters++ == most)
            return std::string(text.substr(0, i));
    }
    return std::string(text);
}

bool searches(procedure::Input input) {
    return input == procedure::Input::Pick || input == procedure::Input::AddressForm;
}

void say(Visit& visit, i18n::Message message, int part = 0) {
    visit.findings = {{.path = visit.path, .say = std::move(message), .part = part}};
}

std::vector<procedure::Option>
matches_of(const procedure::Question& question, const std::string& typed) {
    auto matches = question.type->matches(typed);
    if (!question.unlisted.empty())
        matches.push_back(
            {.id = std::string(procedure::unlisted_option), .label = question.unlisted}
        );
    return matches;
}

void choose_match(Visit& visit, const procedure::Question& question, const std::string& id) {
    const auto match = std::ranges::find(visit.matches, id, &procedure::Option::id);
    if (match == visit.matches.end())
        return;
    auto draft = visit.draft();
    draft.parts.resize(std::max<std::size_t>(question.type->parts(question).size(), 1));
    if (id != procedure::unlisted_option)
        draft.parts.back() = match->label.id;
    draft.chosen = {id};
    const auto value = question.type->parse(question, draft);
    if (!value && id == procedure::unlisted_option)
        return say(visit, value.error().say, value.error().part);
    visit.matches.clear();
    visit.findings.clear();
    visit.drafts[visit.path] = value ? question.type->draft(question, *value) : draft;
}

bool offers(const procedure::Question& question, const std::string& id) {
    if (question.type->input() == procedure::Input::YesNo)
        return id == procedure::yes || id == procedure::no;
    if (question.type->input() == procedure::Input::Agree)
        return id == procedure::yes;
    return std::ranges::count(question.options, id, &procedure::Option::id) > 0;
}

/// A line read on a document is corrected in words.
bool offers_none(const Visit& visit, const procedure::Question& question) {
    return !question.none.empty() && visit.correcting < 0;
}

void toggle(std::vector<std::string>& chosen, const std::string& id) {
    if (std::erase(chosen, id) == 0)
        chosen.push_back(id);
}

/// A rule that speaks about this very question, and did not a moment ago: shown once here, and
/// again on the check page.
bool is_objected(Visit& visit, const std::vector<procedure::Finding>& before) {
    if (stop_at(visit, visit.path) == nullptr)
        return false;
    for (const auto& finding : procedure::findings(*visit.procedure, visit.answers, visit.today)) {
        if (finding.path != visit.path || std::ranges::count(before, finding) > 0)
            continue;
        visit.findings = {finding};
        return true;
    }
    return false;
}

void leave_empty(Turn& turn, const procedure::Question& question) {
    auto& visit = turn.visit;
    const auto* answer = visit.answers.find(visit.path);
    const bool is_skipped = answer != nullptr && !procedure::says_something(answer->value);
    if (!is_skipped && question.required)
        return say(visit, advice(question));
    if (!is_skipped) {
        visit.answers.erase(visit.path);
        visit.hints.erase(visit.path);
        refresh(visit);
    }
    proceed(turn);
}

/// "Je ne sais pas" and "Je n’ai pas de …" are whole answers: on to the next question.
void answer_without_words(Turn& turn, const procedure::Value& value) {
    turn.visit.drafts.erase(turn.visit.path);
    keep(turn, value);
    turn.visit.papers.erase(turn.visit.path);
    proceed(turn);
}

void leave_paper(Turn& turn, const procedure::Question& question) {
    if (question.required && turn.visit.answers.find(turn.visit.path) == nullptr)
        return say(turn.visit, advice(question));
    proceed(turn);
}

void take_draft(Turn& turn, const procedure::Question& question, const procedure::Draft& draft) {
    auto& visit = turn.visit;
    if (draft.empty())
        return leave_empty(turn, question);
    const auto value = question.type->parse(question, draft);
    if (!value)
        return say(visit, value.error().say, value.error().part);
    settle(turn, *value, draft);
}

} // namespace

void find_matches(Visit& visit) {
    visit.matches.clear();
    const auto& draft = visit.draft();
    if (!draft.parts.empty() && !draft.parts.back().empty() && draft.chosen.empty())
        visit.matches = matches_of(*visit.question(), draft.parts.back());
}

void keep(Turn& turn, const procedure::Value& value) {
    auto& visit = turn.visit;
    const auto* before = visit.answers.find(visit.path);
    const auto hint = visit.hints.find(visit.path);
    const bool is_as_read = hint != visit.hints.end() && hint->second.value == value;
    if (before == nullptr || before->value != value) {
        procedure::Answer answer{.value = value, .origin = origin_now(visit)};
        visit.answers.set(visit.path, is_as_read ? hint->second : std::move(answer));
        note_writing(visit, visit.path);
    }
    visit.drafts.erase(visit.path);
    visit.hints.erase(visit.path);
    refresh(visit);
}

void settle(Turn& turn, const procedure::Value& value, const procedure::Draft& draft) {
    auto& visit = turn.visit;
    const auto said = visit.findings;
    keep(turn, value);
    if (!is_objected(visit, said))
        return proceed(turn);
    if (!draft.empty())
        visit.drafts[visit.path] = draft;
}

void answer(Turn& turn) {
    auto& visit = turn.visit;
    if (visit.correcting >= 0)
        return correct_line(turn);
    const auto& question = *visit.question();
    switch (question.type->input()) {
    case procedure::Input::Read:
        return proceed(turn);
    case procedure::Input::Items:
        return leave_items(turn);
    case procedure::Input::Scan:
        return leave_paper(turn, question);
    case procedure::Input::Agree: // the button of the screen is the agreement
        return take_draft(turn, question, question.type->draft(question, true));
    default:
        return take_draft(turn, question, procedure::Draft{visit.draft()});
    }
}

void on(Turn& turn, const did::Edit& event) {
    auto& visit = turn.visit;
    const auto* question = visit.question();
    if (question == nullptr)
        return;
    const auto parts = question->type->parts(*question);
    if (event.part < 0 || event.part >= static_cast<int>(parts.size()))
        return;
    const auto part = static_cast<std::size_t>(event.part);
    auto& draft = visit.drafts[visit.path];
    draft.parts.resize(parts.size());
    draft.parts[part] = shorten(event.text, parts[part].longest);
    draft.language = visit.language;
    if (searches(question->type->input()) && part + 1 == parts.size()) {
        draft.chosen.clear();
        find_matches(visit);
    }
}

void on(Turn& turn, const did::Choose& event) {
    auto& visit = turn.visit;
    const auto* question = visit.question();
    if (question == nullptr)
        return;
    if (event.id == procedure::none_option && offers_none(visit, *question))
        return answer_without_words(turn, procedure::HasNone{});
    const auto input = question->type->input();
    if (searches(input))
        return choose_match(visit, *question, event.id);
    if (!offers(*question, event.id))
        return;
    auto& draft = visit.drafts[visit.path];
    draft.parts.resize(question->type->parts(*question).size());
    if (input == procedure::Input::ManyOf || input == procedure::Input::Agree)
        return toggle(draft.chosen, event.id);
    draft.chosen = {event.id};
}

void on(Turn& turn, const did::Skip&) {
    auto& visit = turn.visit;
    const auto* question = visit.question();
    if (question == nullptr || !question->may_skip)
        return;
    if (visit.correcting >= 0) {
        visit.confirming->lines[static_cast<std::size_t>(visit.correcting)].use = false;
        return back_to_confirm(turn);
    }
    const auto input = question->type->input();
    const bool has_items = input == procedure::Input::Items && visit.answers.items(visit.path) > 0;
    if (has_items || input == procedure::Input::Read)
        return;
    answer_without_words(turn, procedure::NotKnown{});
}

} // namespace guichet::visit
