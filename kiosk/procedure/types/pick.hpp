// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/type.hpp"

namespace guichet::procedure::type {

/// A type answered by picking one entry of a table; its value is the entry's code.
class Pick : public Type {
public:
    Input input() const override { return Input::Pick; }
    logic::Type logic_type(const Question& question) const override;
    logic::Value to_logic(const Value& value) const override;
    std::vector<Part> parts(const Question& question) const override;
    tl::expected<Value, Rejection>
    parse(const Question& question, const Draft& draft) const override;
    Draft draft(const Question& question, const Value& value) const override;
    Draft read(const Question& question, std::string_view value) const override;
    std::string format(const Question& question, const Value& value, const i18n::Catalogue& words)
        const override;

protected:
    /// The entry of that code; its label is empty when there is none.
    virtual Option find(std::string_view code) const = 0;
};

} // namespace guichet::procedure::type
