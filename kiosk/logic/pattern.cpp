// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/pattern.hpp"

#include <re2/re2.h>

namespace guichet::logic {
namespace {

RE2::Options quiet() {
    RE2::Options options;
    options.set_log_errors(false);
    return options;
}

class Compiled : public Pattern {
public:
    explicit Compiled(std::string_view expression)
        : m_expression(re2::StringPiece(expression.data(), expression.size()), quiet()) {}

    const RE2& expression() const { return m_expression; }

    bool found_in(std::string_view text) const override {
        return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), m_expression);
    }

private:
    RE2 m_expression;
};

} // namespace

tl::expected<std::shared_ptr<const Pattern>, std::string>
Pattern::create(std::string_view expression) {
    auto compiled = std::make_shared<const Compiled>(expression);
    if (!compiled->expression().ok())
        return tl::unexpected("invalid regular expression: " + compiled->expression().error());
    return compiled;
}

} // namespace guichet::logic
