// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/walk.hpp"

#include "procedure/partial_date.hpp"
#include "procedure/type.hpp"

#include <algorithm>
#include <utility>

namespace guichet::procedure {

namespace {

const logic::Value unknown{logic::Unknown{}};

bool is_true(const tl::expected<logic::Value, logic::Failure>& found) {
    const auto* truth = found ? found->get<bool>() : nullptr;
    return truth != nullptr && *truth;
}

bool has_conditions(const Procedure& procedure) {
    return !procedure.checks.empty() || !procedure.exits.empty() ||
           std::ranges::any_of(procedure.steps, [](const Step& step) {
               return step.when ||
                      std::ranges::any_of(step.questions, [](const Question& question) {
                          return question.when || !question.items.empty();
                      });
           });
}

} // namespace

Walk::Walk(const Procedure& procedure, const Answers& answers, Date today)
    : m_procedure(procedure), m_answers(answers) {
    m_context.today = today;
    m_context.value_of = [this](std::string_view name) { return value_of(name); };
    list_entries();
    std::size_t entry = 0;
    for (int step = 0; step < static_cast<int>(procedure.steps.size()); ++step)
        walk_step(step, entry);
    for (const auto& exit : procedure.exits)
        if (holds(exit.when)) {
            m_route.exit = &exit;
            break;
        }
}

void Walk::list_entries() {
    std::size_t count = 0;
    for (const auto& step : m_procedure.steps)
        count += step.questions.size();
    m_entries.reserve(count);
    m_route.stops.reserve(count);
    const bool by_id = has_conditions(m_procedure);
    if (by_id)
        m_by_id.reserve(count);
    for (int step = 0; step < static_cast<int>(m_procedure.steps.size()); ++step)
        for (const auto& question : m_procedure.steps[static_cast<std::size_t>(step)].questions) {
            if (by_id)
                m_by_id.emplace(question.id, m_entries.size());
            m_entries.push_back({.question = &question, .step = step});
        }
}

void Walk::walk_step(int step, std::size_t& entry) {
    const auto& asked_step = m_procedure.steps[static_cast<std::size_t>(step)];
    const auto before = m_route.stops.size();
    const bool open = may_hold(asked_step.when);
    for (std::size_t i = 0; i < asked_step.questions.size(); ++i, ++entry) {
        auto& now = m_entries[entry];
        if (!open || !may_hold(now.question->when))
            continue;
        now.asked = true;
        m_route.stops.push_back({.path = now.question->id, .question = now.question, .step = step});
        if (!now.question->items.empty())
            walk_items(now);
    }
    if (m_route.stops.size() > before)
        m_route.steps.push_back(step);
}

void Walk::walk_items(const Entry& entry) {
    const auto& list = *entry.question;
    for (int item = 0; item < m_answers.items(list.id); ++item)
        for (const auto& question : list.items) {
            if (question.when && !may_hold_in_item(list, item, question))
                continue;
            m_route.stops.push_back(
                {.path = item_path(list.id, item, question.id),
                 .question = &question,
                 .step = entry.step}
            );
        }
}

bool Walk::holds(const logic::Expression& expression) const {
    return is_true(value(expression, m_context));
}

bool Walk::may_hold(const std::optional<logic::Expression>& when) const {
    return !when || may_hold(*when, m_context);
}

bool Walk::may_hold(const logic::Expression& expression, const logic::Context& context) const {
    const auto is_true_now = [&] { return is_true(logic::evaluate(expression, context)); };
    m_days.begin();
    return is_true_now() || m_days.any_other(is_true_now);
}

tl::expected<logic::Value, logic::Failure>
Walk::value(const logic::Expression& expression, const logic::Context& context) const {
    m_days.begin();
    auto found = logic::evaluate(expression, context);
    const bool differs =
        found && m_days.any_other([&] { return logic::evaluate(expression, context) != found; });
    return differs ? unknown : found;
}

bool Walk::may_hold_in_item(const Question& list, int item, const Question& question) {
    Named known;
    int turn = -1; // of `known`
    logic::Context context = m_context;
    context.value_of = [&](std::string_view name) {
        if (std::exchange(turn, m_days.turn()) != m_days.turn())
            known = values_before(list, item, question);
        const auto found = std::ranges::find(known, name, &Named::value_type::first);
        return found == known.end() ? value_of(name) : &found->second;
    };
    const bool asked = may_hold(*question.when, context);
    m_asked_items.insert_or_assign(item_path(list.id, item, question.id), asked);
    return asked;
}

Walk::Named Walk::values_before(const Question& list, int item, const Question& question) const {
    Named known;
    for (const auto& sibling : list.items) {
        if (&sibling == &question)
            break;
        const auto path = item_path(list.id, item, sibling.id);
        const auto asked = m_asked_items.find(path);
        const bool hidden = asked != m_asked_items.end() && !asked->second;
        known.emplace_back(sibling.id, hidden ? unknown : answer_value(path, sibling));
    }
    return known;
}

const logic::Value* Walk::value_of(std::string_view name) const {
    const auto dot = name.find('.');
    const auto id = dot == std::string_view::npos ? name : name.substr(dot + 1);
    const auto found = m_by_id.find(id);
    if (found == m_by_id.end())
        return nullptr;
    auto& entry = m_entries[found->second];
    const auto& step = m_procedure.steps[static_cast<std::size_t>(entry.step)];
    if (dot != std::string_view::npos && step.id != name.substr(0, dot))
        return nullptr;
    if (!entry.asked)
        return &unknown;
    if (!entry.value || (entry.turn >= 0 && entry.turn != m_days.turn()))
        find_value(entry);
    return &*entry.value;
}

void Walk::find_value(Entry& entry) const {
    const int taken = m_days.taken();
    entry.value = entry.question->items.empty() ? answer_value(entry.question->id, *entry.question)
                                                : list_value(*entry.question);
    entry.turn = m_days.taken() == taken ? -1 : m_days.turn();
}

logic::Value Walk::answer_value(const Path& path, const Question& question) const {
    const auto* answer = m_answers.find(path);
    if (answer == nullptr || !says_something(answer->value))
        return unknown;
    const auto* date = std::get_if<Date>(&answer->value);
    if (date != nullptr && is_partial(*date))
        return question.type->to_logic(m_days.take(path, *date));
    return question.type->to_logic(answer->value);
}

logic::Value Walk::list_value(const Question& list) const {
    const auto count = m_answers.items(list.id);
    if (count == 0 && m_answers.find(list.id) == nullptr)
        return unknown; // not begun; an answer there says that it is empty and finished
    logic::List items;
    for (int item = 0; item < count; ++item) {
        logic::Map fields;
        for (const auto& question : list.items) {
            if (question.type->input() == Input::Read)
                continue;
            const auto path = item_path(list.id, item, question.id);
            const auto asked = m_asked_items.find(path);
            const bool hidden = asked != m_asked_items.end() && !asked->second;
            fields.emplace_back(
                logic::Value(question.id), hidden ? unknown : answer_value(path, question)
            );
        }
        items.emplace_back(std::move(fields));
    }
    return logic::Value(std::move(items));
}

bool Walk::is_asked(std::string_view id) const {
    return std::ranges::any_of(m_entries, [id](const Entry& entry) {
        return entry.asked && entry.question->id == id;
    });
}

tl::expected<logic::Value, logic::Failure> Walk::value(const logic::Expression& expression) const {
    return value(expression, m_context);
}

} // namespace guichet::procedure
