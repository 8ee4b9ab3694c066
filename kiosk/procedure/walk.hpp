// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logic/expression.hpp"
#include "procedure/answers.hpp"
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
/// gives expressions their values. An answer to a question that is not asked, and "Je ne sais pas",
/// are unknown.
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
    };

    void list_entries();
    void walk_step(int step, std::size_t& entry);
    void walk_items(const Entry& entry);
    bool holds(const std::optional<logic::Expression>& when) const;
    bool holds_in_item(const Question& list, int item, const Question& question);

    const logic::Value* value_of(std::string_view name) const;
    logic::Value answer_value(const Path& path, const Question& question) const;
    logic::Value list_value(const Question& list) const;

    const Procedure& m_procedure;
    const Answers& m_answers;
    Route m_route;
    mutable std::vector<Entry> m_entries;
    std::unordered_map<std::string_view, std::size_t> m_by_id;
    logic::Context m_context;
    std::unordered_map<Path, bool> m_asked_items; ///< items' questions that have a condition
};

} // namespace guichet::procedure
