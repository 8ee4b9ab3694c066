// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/types/all.hpp"
#include "procedure/types/one_box.hpp"

namespace guichet::procedure::type {

namespace {

/// A repeated group of questions. The items live in Answers (add_item, remove_item); the answer at
/// the list's own path is the number of items, and says that the person has finished the list.
class List : public Type {
public:
    std::string_view name() const override { return "list"; }
    Input input() const override { return Input::Items; }

    logic::Type logic_type(const Question& question) const override {
        logic::Type record{.kind = logic::Type::Kind::Record};
        for (const auto& item : question.items)
            if (item.type != nullptr && item.type->input() != Input::Read)
                record.fields.emplace(item.id, item.type->logic_type(item));
        return {.kind = logic::Type::Kind::List, .of = {std::move(record)}};
    }

    /// Only the route knows the items.
    logic::Value to_logic(const Value&) const override { return logic::Value(logic::Unknown{}); }

    /// One entry of `chosen` for each item; a draft without any means an empty list.
    tl::expected<Value, Rejection>
    parse(const Question& question, const Draft& draft) const override {
        const auto count = static_cast<long>(draft.chosen.size());
        if (count < question.min.value_or(0))
            return reject(i18n::tr_count(
                "Ajoutez encore {n} fiche.", "Ajoutez encore {n} fiches.", *question.min - count
            ));
        if (question.max && count > *question.max)
            return reject(i18n::tr_count(
                "Gardez {n} fiche au plus.", "Gardez {n} fiches au plus.", *question.max
            ));
        return Value(static_cast<std::int64_t>(count));
    }

    Draft draft(const Question&, const Value& value) const override {
        const auto* count = std::get_if<std::int64_t>(&value);
        Draft draft;
        for (std::int64_t i = 0; count != nullptr && i < *count; ++i)
            draft.chosen.push_back(std::to_string(i));
        return draft;
    }

    Draft read(const Question&, std::string_view) const override { return {}; }

    std::string
    format(const Question&, const Value& value, const i18n::Catalogue& words) const override {
        const auto* count = std::get_if<std::int64_t>(&value);
        if (count == nullptr)
            return {};
        return *count == 0 ? words.text(i18n::tr("Aucun")) : words.number(*count);
    }

    std::vector<std::string_view> keys() const override { return {"item", "min", "max"}; }
};

} // namespace

const Type& list() {
    static const List type;
    return type;
}

} // namespace guichet::procedure::type
