// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/load.hpp"

#include "base/themes.hpp"
#include "procedure/answers.hpp"
#include "procedure/loading.hpp"

#include <algorithm>

namespace guichet::procedure {

namespace {

void load_head(Loading& loading, const Yaml& root) {
    auto& [reader, kinds, procedure, conditions] = loading;
    procedure.id = word_of(root, "procedure");
    procedure.title = message_of(root, "title");
    procedure.summary = message_of(root, "summary");
    procedure.duration = message_of(root, "duration");
    procedure.send_to = message_of(root, "send_to");
    for (const auto* word : scalars_of(root, "words"))
        procedure.words.push_back(word->text);
    procedure.theme = word_of(root, "theme");
    const auto known = themes();
    if (!procedure.theme.empty() && std::ranges::find(known, procedure.theme) == known.end())
        reader.error(
            *root.find("theme"),
            "unknown theme " + quote(procedure.theme) + suggestion(procedure.theme, known)
        );
    const auto* verified = root.find("verified");
    if (verified == nullptr || verified->kind != Yaml::Kind::Map)
        return;
    reader.check_map(*verified, keys::verified, "\"verified\"");
    procedure.verified = date_of(*verified, "on");
    procedure.source = word_of(*verified, "source");
}

i18n::Message kind_name(const DocumentKinds& kinds, std::string_view id) {
    const auto found = std::ranges::find(kinds.kinds, id, &DocumentKinds::Kind::id);
    return found == kinds.kinds.end() ? i18n::Message{} : found->name;
}

/// A paper to have at hand: a kind of document we can read, or any other with a label.
void load_need(Loading& loading, const Yaml& entry) {
    auto& [reader, kinds, procedure, conditions] = loading;
    if (entry.kind == Yaml::Kind::Scalar) {
        check_kind(loading, entry);
        procedure.need.push_back({.kind = entry.text, .label = kind_name(kinds, entry.text)});
        return;
    }
    if (!reader.check_map(entry, keys::need, "a paper of \"need\""))
        return;
    Need need{
        .kind = word_of(entry, "kind"),
        .label = message_of(entry, "label"),
        .help = message_of(entry, "help")};
    const auto* kind = entry.find("kind");
    if (kind != nullptr && kind->kind == Yaml::Kind::Scalar)
        check_kind(loading, *kind);
    if (need.label.empty())
        need.label = kind_name(kinds, need.kind);
    if (need.kind.empty() && need.label.empty())
        reader.error(entry, R"(a paper of "need" wants "kind" or "label")");
    procedure.need.push_back(std::move(need));
}

void load_steps(Loading& loading, const Yaml& root) {
    auto& [reader, kinds, procedure, conditions] = loading;
    for (const auto* entry : maps_of(root, "steps")) {
        reader.check_map(*entry, keys::step, "a step");
        Step step{
            .id = word_of(*entry, "step"),
            .title = message_of(*entry, "title"),
            .questions = {},
            .when = {},
            .line = entry->line};
        if (!step.id.empty() &&
            std::ranges::find(procedure.steps, step.id, &Step::id) != procedure.steps.end())
            reader.error(*entry->find("step"), "the step " + quote(step.id) + " is there twice");
        const auto index = static_cast<int>(procedure.steps.size());
        procedure.steps.push_back(std::move(step));
        const auto* when = entry->find("when");
        if (when != nullptr && when->kind == Yaml::Kind::Scalar)
            conditions.push_back({.source = when, .step = index});
        load_questions(loading, *entry, index);
    }
}

void load_next(Loading& loading, const Yaml& root) {
    auto& [reader, kinds, procedure, conditions] = loading;
    const auto* next = root.find("next");
    if (next == nullptr)
        return;
    for (const auto& sentence : next->items)
        if (sentence.kind == Yaml::Kind::Scalar)
            procedure.next.push_back({.say = {.domain = i18n::Domain::Forms, .id = sentence.text}});
        else
            reader.error(sentence, "\"next\" wants sentences");
}

void load_end(Loading& loading, const Yaml& root) {
    auto& [reader, kinds, procedure, conditions] = loading;
    const auto known = deliveries();
    for (const auto* name : scalars_of(root, "deliver")) {
        if (std::ranges::find(known, name->text) == known.end())
            reader.error(
                *name, "unknown way to deliver " + quote(name->text) + suggestion(name->text, known)
            );
        procedure.deliver.push_back(name->text);
    }
    load_next(loading, root);
    const auto* human = root.find("human");
    if (human == nullptr || human->kind != Yaml::Kind::Map)
        return;
    reader.check_map(*human, keys::human, "\"human\"");
    procedure.human = {
        .phone = word_of(*human, "phone"),
        .hours = word_of(*human, "hours"),
        .help = message_of(*human, "help"),
        .counter = message_of(*human, "counter"),
        .paper = word_of(*human, "paper")};
}

const Question* find_in(const std::vector<Question>& questions, std::string_view id) {
    const auto found = std::ranges::find(questions, id, &Question::id);
    return found == questions.end() ? nullptr : &*found;
}

} // namespace

std::string to_text(const Problem& problem) {
    return problem.file + ":" + std::to_string(problem.line) + ":" +
           std::to_string(problem.column) +
           (problem.weight == Problem::Weight::Error ? ": error: " : ": warning: ") +
           problem.message;
}

tl::expected<std::shared_ptr<const Procedure>, std::vector<Problem>>
load_procedure(std::string_view yaml, const std::string& file, const DocumentKinds& kinds) {
    const auto root = parse_yaml(yaml);
    if (!root)
        return tl::unexpected(std::vector<Problem>{
            {.file = file,
             .line = root.error().line,
             .column = root.error().column,
             .message = root.error().message}});
    Reader reader(yaml, file);
    auto procedure = std::make_shared<Procedure>();
    Loading loading{.reader = reader, .kinds = kinds, .procedure = *procedure};
    if (reader.check_map(*root, keys::procedure, "a procedure")) {
        load_head(loading, *root);
        const auto* need = root->find("need");
        if (need != nullptr)
            for (const auto& entry : need->items)
                load_need(loading, entry);
        load_steps(loading, *root);
        load_end(loading, *root);
        load_conditions(loading, *root);
    }
    if (!reader.ok())
        return tl::unexpected(reader.problems());
    return procedure;
}

const Question* find_question(const Procedure& procedure, std::string_view path) {
    const auto parts = split(Path(path));
    const auto& outer = parts.item < 0 ? parts.question : parts.list;
    for (const auto& step : procedure.steps)
        if (const auto* question = find_in(step.questions, outer))
            return parts.item < 0 ? question : find_in(question->items, parts.question);
    return nullptr;
}

} // namespace guichet::procedure
