// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logic/expression.hpp"
#include "procedure/answers.hpp"
#include "procedure/possible_days.hpp"
#include "procedure/procedure.hpp"
#include "procedure/route.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guichet::procedure {

/// One walk through a procedure with the answers given so far: decides in order what is asked, and
/// gives expressions their values. An answer to a question that is not asked, "Je ne sais pas" and
/// "Je n’ai pas de …" are unknown. What depends on a date known in part (partial_date.hpp) is
/// unknown too, unless it is the same on every day that may be (possible_days.hpp); but a question
/// that would be asked on one of these days is asked: one too many rather than a right lost.
class Walk {
public:
    Walk(const Procedure& procedure, const Answers& answers, Date today);

    // Expressions hold pointers into it while they are evaluated.
    Walk(const Walk&) = delete;
    Walk& operator=(const Walk&) = delete;
    Walk(Walk&&) = delete;
    Walk& operator=(Walk&&) = delete;
    ~Walk() = default;

    Route take_route() { return std::move(m_route); }
    bool is_asked(std::string_view id) const;
    /// What the whole walk says of an expression.
    tl::expected<logic::Value, logic::Failure> value(const logic::Expression& expression) const;

private:
    struct Entry {
        const Question* question{};
        int step{};
        bool asked{false};
        std::optional<logic::Value> value{}; ///< once somebody asked for it
        int turn{-1}; ///< of `m_days`: the value holds for this one only; -1: for all of them
    };

    void list_entries();
    void walk_step(int step, std::size_t& entry);
    void walk_items(const Entry& entry);
    tl::expected<logic::Value, logic::Failure>
    value(const logic::Expression& expression, const logic::Context& context) const;
    bool holds(const logic::Expression& expression) const;
    /// On one of the days that the dates known in part may be, at least.
    bool may_hold(const logic::Expression& expression, const logic::Context& context) const;
    bool may_hold(const std::optional<logic::Expression>& when) const;
    bool may_hold_in_item(const Question& list, int item, const Question& question);

    using Named = std::vector<std::pair<std::string_view, logic::Value>>;
    /// What came before `question` in this item.
    Named values_before(const Question& list, int item, const Question& question) const;
    const logic::Value* value_of(std::string_view name) const;
    void find_value(Entry& entry) const;
    logic::Value answer_value(const Path& path, const Question& question) const;
    logic::Value list_value(const Question& list) const;

    const Procedure& m_procedure;
    const Answers& m_answers;
    Route m_route;
    mutable std::vector<Entry> m_entries;
    mutable PossibleDays m_days{}; ///< of the rule being evaluated
    std::unordered_map<std::string_view, std::size_t> m_by_id;
    logic::Context m_context;
    std::unordered_map<Path, bool> m_asked_items; ///< items' questions that have a condition
};

} // namespace guichet::procedure
