// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/types/all.hpp"
#include "procedure/types/one_box.hpp"

namespace guichet::procedure::type {

namespace {

/// Something to read: it never has an answer, and nothing waits for one.
class Information : public Type {
public:
    std::string_view name() const override { return "information"; }
    Input input() const override { return Input::Read; }
    logic::Type logic_type(const Question&) const override {
        return {.kind = logic::Type::Kind::Null};
    }
    logic::Value to_logic(const Value&) const override { return {}; }

    tl::expected<Value, Rejection> parse(const Question&, const Draft&) const override {
        return Value(NotKnown{});
    }

    Draft draft(const Question&, const Value&) const override { return {}; }
    Draft read(const Question&, std::string_view) const override { return {}; }

    std::string format(const Question&, const Value&, const i18n::Catalogue&) const override {
        return {};
    }
};

} // namespace

const Type& information() {
    static const Information type;
    return type;
}

} // namespace guichet::procedure::type
