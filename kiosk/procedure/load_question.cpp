// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/loading.hpp"
#include "procedure/pattern.hpp"
#include "procedure/type.hpp"

#include <algorithm>
#include <array>

namespace guichet::procedure {

namespace {

constexpr auto common_keys = std::to_array<std::string_view>(
    {"question",
     "type",
     "label",
     "name",
     "help",
     "read",
     "when",
     "required",
     "unknown",
     "none",
     "notes"}
);

bool has(const std::vector<std::string_view>& keys, std::string_view key) {
    return std::ranges::find(keys, key) != keys.end();
}

/// Answered by writing: a choice has options of its own for those who have none.
bool is_written(Input input) {
    return input == Input::Boxes || input == Input::Paragraph || input == Input::Pick ||
           input == Input::AddressForm;
}

/// One question of the file on its way into the model.
class QuestionLoader {
public:
    QuestionLoader(Loading& loading, Condition place) : m_loading(loading), m_place(place) {}

    Question load(const Yaml& map);

private:
    Reader& reader() { return m_loading.reader; }

    void load_type(const Yaml& map);
    void load_limits(const Yaml& map);
    void load_read(const Yaml& map);
    void load_options(const Yaml& map);
    void load_kinds(const Yaml& map);
    void load_pattern(const Yaml& map);
    void load_item(const Yaml& map);

    Loading& m_loading;
    Condition m_place;
    Question m_question{};
};

Question QuestionLoader::load(const Yaml& map) {
    reader().check_map(map, keys::question, "a question");
    m_question.id = word_of(map, "question");
    m_question.line = map.line;
    m_question.label = message_of(map, "label");
    m_question.name = message_of(map, "name");
    m_question.help = message_of(map, "help");
    m_question.notes = message_of(map, "notes");
    m_question.required = boolean_of(map, "required", true);
    m_question.may_skip = boolean_of(map, "unknown", true);
    m_question.none = message_of(map, "none");
    m_question.unlisted = message_of(map, "unlisted");
    m_question.partial = boolean_of(map, "partial", false);
    const auto* when = map.find("when");
    if (when != nullptr && when->kind == Yaml::Kind::Scalar) {
        auto condition = m_place;
        condition.source = when;
        m_loading.conditions.push_back(condition);
    }
    load_type(map);
    load_limits(map);
    load_read(map);
    load_options(map);
    load_kinds(map);
    load_pattern(map);
    load_item(map);
    return std::move(m_question);
}

void QuestionLoader::load_type(const Yaml& map) {
    m_question.type = find_type("text");
    const auto* name = map.find("type");
    if (name == nullptr || name->kind != Yaml::Kind::Scalar)
        return;
    const auto* type = find_type(name->text);
    if (type == nullptr) {
        std::vector<std::string_view> names;
        for (const auto* known : types())
            names.push_back(known->name());
        reader().error(*name, "unknown type " + quote(name->text) + suggestion(name->text, names));
        return;
    }
    m_question.type = type;
    if (type->input() == Input::Agree || type->input() == Input::Read)
        m_question.may_skip = false;
    if (!m_question.none.empty() && !is_written(type->input()))
        reader().error(*map.find("none"), "\"none\" is not for the type " + name->text);
    const auto own = type->keys();
    for (const auto& [key, value] : map.entries) {
        const auto known = std::ranges::find(keys::question, key.text, &Key::name);
        if (known != keys::question.end() && !has(own, key.text) &&
            std::ranges::find(common_keys, key.text) == common_keys.end())
            reader().error(key, quote(key.text) + " is not for the type " + name->text);
    }
}

void QuestionLoader::load_limits(const Yaml& map) {
    m_question.min = whole_of(map, "min");
    m_question.max = whole_of(map, "max");
    const auto input = m_question.type->input();
    const auto type = m_question.type->name();
    const bool counts = type != "number" && type != "money";
    if (m_question.min && m_question.max && *m_question.min > *m_question.max)
        reader().error(*map.find("min"), R"("min" is larger than "max")");
    if (counts && m_question.min && *m_question.min < 0)
        reader().error(*map.find("min"), "\"min\" counts: it cannot be negative");
    if (counts && m_question.max && *m_question.max < 1)
        reader().error(*map.find("max"), "\"max\" counts: it is 1 or more");
    if (input == Input::Items && m_question.max.value_or(1) > 100)
        reader().error(*map.find("max"), "a list has 100 items at most");
}

void QuestionLoader::load_read(const Yaml& map) {
    std::vector<std::string> fields;
    for (const auto& kind : m_loading.kinds.kinds)
        for (const auto& field : kind.fields)
            fields.push_back(kind.id + "." + field);
    for (const auto* name : scalars_of(map, "read")) {
        if (std::ranges::find(fields, name->text) == fields.end())
            reader().error(
                *name,
                "unknown document field " + quote(name->text) +
                    suggestion(
                        name->text, std::vector<std::string_view>(fields.begin(), fields.end())
                    )
            );
        m_question.read.push_back(name->text);
    }
}

void QuestionLoader::load_options(const Yaml& map) {
    if (!has(m_question.type->keys(), "options"))
        return;
    m_question.other = boolean_of(map, "other", false);
    for (const auto* entry : maps_of(map, "options")) {
        reader().check_map(*entry, keys::option, "an option");
        Option option{
            .id = word_of(*entry, "id"),
            .label = message_of(*entry, "label"),
            .help = message_of(*entry, "help")};
        if (!option.id.empty() && std::ranges::find(m_question.options, option.id, &Option::id) !=
                                      m_question.options.end())
            reader().error(
                *entry->find("id"), "the option " + quote(option.id) + " is there twice"
            );
        m_question.options.push_back(std::move(option));
    }
    if (m_question.options.empty())
        reader().error(map, "the question " + quote(m_question.id) + " has no options");
    if (m_question.other && std::ranges::find(m_question.options, other_option, &Option::id) ==
                                m_question.options.end())
        m_question.options.push_back({.id = std::string(other_option), .label = i18n::tr("Autre")});
}

void QuestionLoader::load_kinds(const Yaml& map) {
    if (!has(m_question.type->keys(), "kinds"))
        return;
    for (const auto* id : scalars_of(map, "kinds")) {
        check_kind(m_loading, *id);
        m_question.kinds.push_back(id->text);
    }
    if (m_question.kinds.empty() && map.find("kinds") == nullptr)
        reader().error(map, "the question " + quote(m_question.id) + " has no \"kinds\"");
}

void QuestionLoader::load_pattern(const Yaml& map) {
    m_question.pattern = word_of(map, "pattern");
    if (m_question.pattern.empty())
        return;
    if (const auto pattern = Pattern::create(m_question.pattern); !pattern)
        reader().error(*map.find("pattern"), pattern.error());
}

void QuestionLoader::load_item(const Yaml& map) {
    if (m_question.type->input() != Input::Items)
        return;
    const auto* item = map.find("item");
    if (m_place.item >= 0) {
        reader().error(map, "a list cannot hold another list");
        return;
    }
    if (item == nullptr) {
        reader().error(map, "the list " + quote(m_question.id) + " has no \"item\"");
        return;
    }
    if (!reader().check_map(*item, keys::item, "an item"))
        return;
    m_question.item_name = message_of(*item, "name");
    auto place = m_place;
    place.item = 0;
    for (const auto* entry : maps_of(*item, "ask")) {
        auto question = QuestionLoader(m_loading, place).load(*entry);
        if (!question.id.empty() &&
            std::ranges::find(m_question.items, question.id, &Question::id) !=
                m_question.items.end())
            reader().error(
                *entry->find("question"), "the id " + quote(question.id) + " is there twice"
            );
        m_question.items.push_back(std::move(question));
        ++place.item;
    }
}

bool is_taken(const Procedure& procedure, std::string_view id) {
    return std::ranges::any_of(procedure.steps, [id](const Step& step) {
        return std::ranges::find(step.questions, id, &Question::id) != step.questions.end();
    });
}

} // namespace

void load_questions(Loading& loading, const Yaml& step, int index) {
    auto& questions = loading.procedure.steps[static_cast<std::size_t>(index)].questions;
    Condition place{.source = nullptr, .step = index, .question = 0};
    for (const auto* entry : maps_of(step, "ask")) {
        auto question = QuestionLoader(loading, place).load(*entry);
        if (!question.id.empty() && is_taken(loading.procedure, question.id))
            loading.reader.error(
                *entry->find("question"), "the id " + quote(question.id) + " is there twice"
            );
        questions.push_back(std::move(question));
        ++place.question;
    }
}

void check_kind(Loading& loading, const Yaml& id) {
    std::vector<std::string_view> names;
    for (const auto& kind : loading.kinds.kinds)
        names.emplace_back(kind.id);
    if (std::ranges::find(names, id.text) == names.end())
        loading.reader.error(
            id, "unknown kind of document " + quote(id.text) + suggestion(id.text, names)
        );
}

} // namespace guichet::procedure
