// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/types/all.hpp"
#include "procedure/types/calendar.hpp"
#include "procedure/types/one_box.hpp"

namespace guichet::procedure::type {

namespace {

/// A paper to scan. Its draft: `chosen` holds the kind found (or nothing), the box the number of
/// pages.
class DocumentType : public Type {
public:
    std::string_view name() const override { return "document"; }
    Input input() const override { return Input::Scan; }
    /// Record {kind, pages}.
    logic::Type logic_type(const Question&) const override {
        return {
            .kind = logic::Type::Kind::Record,
            .fields = {
                {"kind", {.kind = logic::Type::Kind::String}},
                {"pages", {.kind = logic::Type::Kind::Int}}}};
    }
    logic::Value to_logic(const Value& value) const override {
        const auto* scanned = std::get_if<Scanned>(&value);
        if (scanned == nullptr)
            return logic::Value(logic::Unknown{});
        logic::Map fields;
        fields.emplace_back(logic::Value("kind"), logic::Value(scanned->kind));
        fields.emplace_back(
            logic::Value("pages"), logic::Value(static_cast<std::int64_t>(scanned->pages))
        );
        return logic::Value(std::move(fields));
    }

    tl::expected<Value, Rejection> parse(const Question&, const Draft& draft) const override {
        const auto pages = small_number(tidy(draft));
        if (!pages || *pages < 1)
            return reject(i18n::tr("Posez votre document, puis touchez « Lire mon document »."));
        return Value(Scanned{
            .kind = draft.chosen.empty() ? std::string() : draft.chosen.front(), .pages = *pages});
    }

    Draft draft(const Question&, const Value& value) const override {
        const auto* scanned = std::get_if<Scanned>(&value);
        if (scanned == nullptr)
            return {.parts = {""}};
        Draft draft{.parts = {std::to_string(scanned->pages)}};
        if (!scanned->kind.empty())
            draft.chosen = {scanned->kind};
        return draft;
    }

    Draft read(const Question&, std::string_view) const override { return {}; }

    std::string
    format(const Question&, const Value& value, const i18n::Catalogue& words) const override {
        const auto* scanned = std::get_if<Scanned>(&value);
        if (scanned == nullptr)
            return {};
        return words.text(i18n::tr_count("{n} page", "{n} pages", scanned->pages));
    }

    std::vector<std::string_view> keys() const override { return {"kinds"}; }
};

} // namespace

const Type& document() {
    static const DocumentType type;
    return type;
}

} // namespace guichet::procedure::type
