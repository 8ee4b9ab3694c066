// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.hpp"
#include "procedure/loading.hpp"
#include "procedure/type.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace guichet::procedure {

namespace {

std::string_view words_for(logic::Type::Kind kind) {
    using enum logic::Type::Kind;
    switch (kind) {
    case Int:
    case Double:
        return "a number";
    case String:
        return "a text";
    case Timestamp:
        return "a date";
    case List:
        return "a list";
    default:
        return "something else";
    }
}

/// The byte of `text` where a line and column of characters begin.
std::size_t byte_at(std::string_view text, int line, int column) {
    std::size_t at = 0;
    for (int i = 1; i < line; ++i) {
        const auto end = text.find('\n', at);
        if (end == std::string_view::npos)
            break;
        at = end + 1;
    }
    for (int i = 1; i < column && at < text.size(); ++i)
        next_character(text, at);
    return at;
}

/// The names that expressions may use, and when each is answered.
class ConditionLoader {
public:
    explicit ConditionLoader(Loading& loading);

    void load(const Condition& condition);
    void load_checks(const Yaml& root);
    void load_exits(const Yaml& root);

private:
    /// The place of a question in the order of asking; of an item's question, that of its list.
    struct Asked {
        int order{};
        int item{-1};
    };

    std::optional<logic::Expression>
    compile(const Yaml& source, const logic::Names& names, std::string_view what);
    void check_order(const Condition& condition, const logic::Expression& expression);
    std::optional<Asked> asked(const Condition& condition, const std::string& name) const;
    void check_at(const Yaml& check);

    Loading& m_loading;
    logic::Names m_names{};
    std::map<std::string, int, std::less<>> m_order{}; ///< by name
    std::vector<int> m_first{};                        ///< order of each step's first question
};

ConditionLoader::ConditionLoader(Loading& loading) : m_loading(loading) {
    int order = 0;
    for (const auto& step : loading.procedure.steps) {
        m_first.push_back(order);
        for (const auto& question : step.questions) {
            const auto type = question.type->logic_type(question);
            const auto qualified = step.id + "." + question.id;
            m_order.emplace(question.id, order);
            m_order.emplace(qualified, order);
            m_names.emplace(question.id, type);
            m_names.emplace(qualified, type);
            ++order;
        }
    }
}

std::optional<logic::Expression>
ConditionLoader::compile(const Yaml& source, const logic::Names& names, std::string_view what) {
    auto compiled = logic::compile(source.text, names);
    if (!compiled) {
        for (const auto& problem : compiled.error())
            m_loading.reader.error_inside(
                source, byte_at(source.text, problem.line, problem.column), problem.message
            );
        return {};
    }
    const auto kind = compiled->type().kind;
    if (kind != logic::Type::Kind::Bool && kind != logic::Type::Kind::Dyn) {
        m_loading.reader.error(
            source,
            "\"" + std::string(what) + "\" wants true or false, this is " +
                std::string(words_for(kind))
        );
        return {};
    }
    return std::move(*compiled);
}

void ConditionLoader::load(const Condition& condition) {
    auto& step = m_loading.procedure.steps[static_cast<std::size_t>(condition.step)];
    if (condition.question < 0) {
        step.when = compile(*condition.source, m_names, "when");
        if (step.when)
            check_order(condition, *step.when);
        return;
    }
    auto& question = step.questions[static_cast<std::size_t>(condition.question)];
    if (condition.item < 0) {
        question.when = compile(*condition.source, m_names, "when");
        if (question.when)
            check_order(condition, *question.when);
        return;
    }
    auto names = m_names; // in an item, its own questions come first
    for (const auto& item : question.items)
        names.insert_or_assign(item.id, item.type->logic_type(item));
    auto& item = question.items[static_cast<std::size_t>(condition.item)];
    item.when = compile(*condition.source, names, "when");
    if (item.when)
        check_order(condition, *item.when);
}

std::optional<ConditionLoader::Asked>
ConditionLoader::asked(const Condition& condition, const std::string& name) const {
    if (condition.item >= 0) {
        const auto& items = m_loading.procedure.steps[static_cast<std::size_t>(condition.step)]
                                .questions[static_cast<std::size_t>(condition.question)]
                                .items;
        const auto sibling = std::ranges::find(items, name, &Question::id);
        if (sibling != items.end())
            return Asked{
                .order = m_first[static_cast<std::size_t>(condition.step)] + condition.question,
                .item = static_cast<int>(sibling - items.begin())};
    }
    const auto found = m_order.find(name);
    if (found == m_order.end())
        return {};
    return Asked{.order = found->second};
}

void ConditionLoader::check_order(const Condition& condition, const logic::Expression& expression) {
    const auto own =
        m_first[static_cast<std::size_t>(condition.step)] + std::max(condition.question, 0);
    for (const auto& name : expression.names()) {
        const auto other = asked(condition, name);
        if (!other)
            continue;
        const bool sibling = other->item >= 0;
        const bool itself = sibling ? other->item == condition.item
                                    : other->order == own && condition.question >= 0;
        const bool later = sibling ? other->item > condition.item : other->order >= own;
        if (!itself && !later)
            continue;
        const auto at = condition.source->text.find(name);
        m_loading.reader.error_inside(
            *condition.source,
            at == std::string::npos ? 0 : at,
            "\"" + name +
                (itself ? "\" is the question this condition decides about"
                        : "\" is asked later than this condition")
        );
    }
}

void ConditionLoader::load_checks(const Yaml& root) {
    for (const auto* entry : maps_of(root, "checks")) {
        m_loading.reader.check_map(*entry, keys::check, "a check");
        check_at(*entry);
        const auto* that = entry->find("that");
        if (that == nullptr || that->kind != Yaml::Kind::Scalar)
            continue;
        auto expression = compile(*that, m_names, "that");
        if (expression)
            m_loading.procedure.checks.push_back(
                {.that = std::move(*expression),
                 .say = message_of(*entry, "say"),
                 .at = word_of(*entry, "at"),
                 .line = entry->line}
            );
    }
}

void ConditionLoader::check_at(const Yaml& check) {
    const auto* at = check.find("at");
    if (at == nullptr || at->kind != Yaml::Kind::Scalar)
        return;
    std::vector<std::string_view> ids;
    for (const auto& step : m_loading.procedure.steps)
        for (const auto& question : step.questions)
            ids.emplace_back(question.id);
    if (std::ranges::find(ids, at->text) == ids.end())
        m_loading.reader.error(
            *at, "unknown question \"" + at->text + "\"" + suggestion(at->text, ids)
        );
}

void ConditionLoader::load_exits(const Yaml& root) {
    for (const auto* entry : maps_of(root, "exits")) {
        m_loading.reader.check_map(*entry, keys::exit, "an exit");
        const auto* when = entry->find("when");
        if (when == nullptr || when->kind != Yaml::Kind::Scalar)
            continue;
        auto expression = compile(*when, m_names, "when");
        if (expression)
            m_loading.procedure.exits.push_back(
                {.when = std::move(*expression),
                 .title = message_of(*entry, "title"),
                 .say = message_of(*entry, "say"),
                 .line = entry->line}
            );
    }
}

} // namespace

void load_conditions(Loading& loading, const Yaml& root) {
    ConditionLoader loader(loading);
    for (const auto& condition : loading.conditions)
        loader.load(condition);
    loader.load_checks(root);
    loader.load_exits(root);
}

} // namespace guichet::procedure
