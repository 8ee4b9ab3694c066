// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logic/functions.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include <variant>

namespace guichet::logic {

/// What a node evaluates to: a value of its own, one that lives elsewhere (a name, a literal, an
/// item) for as long as the evaluation of the node around it, or a failure. Borrowing saves copying
/// long strings.
class Outcome {
public:
    Outcome() = default;
    explicit Outcome(Value value) : m_content(std::move(value)) {}
    explicit Outcome(bool value) : m_content(Value(value)) {}
    explicit Outcome(const Value* borrowed) : m_content(borrowed) {}
    explicit Outcome(Failure failure) : m_content(std::move(failure)) {}

    static Outcome from(Answer answer) {
        return answer ? Outcome(std::move(*answer)) : Outcome(std::move(answer.error()));
    }

    static Outcome fail(std::string message) { return Outcome(Failure{std::move(message)}); }
    static Outcome unknown() { return Outcome(Value(Unknown{})); }

    bool failed() const { return std::holds_alternative<Failure>(m_content); }
    bool borrowed() const { return std::holds_alternative<const Value*>(m_content); }

    /// Only when it has not failed.
    const Value& value() const {
        const auto* const* borrowed = std::get_if<const Value*>(&m_content);
        return borrowed != nullptr ? **borrowed : std::get<Value>(m_content);
    }

    bool is_unknown() const { return !failed() && value().is_unknown(); }

    /// A value that is known.
    bool settled() const { return !failed() && !is_unknown(); }

    Answer take() && {
        if (failed())
            return tl::unexpected(std::get<Failure>(std::move(m_content)));
        return borrowed() ? value() : std::get<Value>(std::move(m_content));
    }

private:
    std::variant<Value, const Value*, Failure> m_content{};
};

/// The outcome to stop with, if any of the operands is unknown or failed.
inline std::optional<Outcome> stops(std::span<Outcome> operands) {
    const auto unknown = std::ranges::find_if(operands, &Outcome::is_unknown);
    if (unknown != operands.end())
        return Outcome::unknown();
    const auto failed = std::ranges::find_if(operands, &Outcome::failed);
    return failed != operands.end() ? std::optional(std::move(*failed)) : std::nullopt;
}

} // namespace guichet::logic
