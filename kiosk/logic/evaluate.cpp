// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/access.hpp"
#include "logic/comprehension.hpp"
#include "logic/fold.hpp"
#include "logic/functions.hpp"
#include "logic/node.hpp"
#include "logic/operators.hpp"
#include "logic/outcome.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace guichet::logic {
namespace {

constexpr std::size_t most_arguments = 4;

/// The variables of macros, innermost first.
struct Frame {
    const Frame* outer;
    const Value* value;
};

class Evaluator {
public:
    explicit Evaluator(Session& session) : m_session(session) {}

    Outcome visit(const Node& node, const Frame* frame) {
        if (!m_session.spend(1))
            return Outcome::fail("cost limit exceeded");
        switch (node.kind) {
        case Node::Kind::Literal:
            return Outcome(&node.literal);
        case Node::Kind::Name:
            return find_name(node, m_session);
        case Node::Kind::Path:
            return find_path(node, m_session);
        case Node::Kind::Local:
            return local(node, frame);
        case Node::Kind::Select:
            return select(visit(node.of[0], frame), node.text);
        case Node::Kind::Has:
            return has(visit(node.of[0], frame), node.text);
        case Node::Kind::Answered:
            return answered(find_name(node, m_session));
        case Node::Kind::And:
            return logical(node, frame, false);
        case Node::Kind::Or:
            return logical(node, frame, true);
        case Node::Kind::Conditional:
            return conditional(node, frame);
        case Node::Kind::Comprehension:
            return macro(node, frame);
        default:
            return strict(node, frame);
        }
    }

private:
    static Outcome local(const Node& node, const Frame* frame) {
        for (std::size_t i = 0; i < node.hops; ++i)
            frame = frame->outer;
        return Outcome(frame->value);
    }

    static Outcome answered(Outcome value) {
        return value.failed() || value.is_unknown() ? std::move(value) : Outcome(true);
    }

    /// && and ||: an operand equal to `deciding` decides whatever the others are.
    Outcome logical(const Node& node, const Frame* frame, bool deciding) {
        Fold fold(deciding);
        for (const auto& operand : node.of)
            if (fold.add(visit(operand, frame)) || m_session.spent())
                break;
        return std::move(fold).result();
    }

    Outcome conditional(const Node& node, const Frame* frame) {
        auto condition = visit(node.of[0], frame);
        if (condition.failed() || condition.is_unknown())
            return condition;
        const auto* truth = condition.value().get<bool>();
        if (truth == nullptr)
            return Outcome::from(no_such_overload());
        return visit(node.of[*truth ? 1 : 2], frame);
    }

    /// Operators, functions, lists and maps: one unknown operand makes the whole unknown, then one
    /// error an error.
    Outcome strict(const Node& node, const Frame* frame) {
        switch (node.kind) {
        case Node::Kind::Binary:
        case Node::Kind::Index:
            return binary(node, frame);
        case Node::Kind::Not:
        case Node::Kind::Negate:
            return unary(node, visit(node.of[0], frame));
        case Node::Kind::Call:
            return call(node, frame);
        default:
            return collection(node, frame);
        }
    }

    Outcome binary(const Node& node, const Frame* frame) {
        std::array operands{visit(node.of[0], frame), visit(node.of[1], frame)};
        if (auto stop = stops(operands))
            return std::move(*stop);
        if (node.kind == Node::Kind::Index)
            return index(operands[0], operands[1].value(), m_session);
        return Outcome::from(apply(node.op, operands[0].value(), operands[1].value(), m_session));
    }

    static Outcome unary(const Node& node, Outcome operand) {
        if (operand.failed() || operand.is_unknown())
            return operand;
        if (node.kind == Node::Kind::Negate)
            return Outcome::from(negate(operand.value()));
        const auto* truth = operand.value().get<bool>();
        return truth != nullptr ? Outcome(!*truth) : Outcome::from(no_such_overload());
    }

    Outcome call(const Node& node, const Frame* frame) {
        if (node.overloads.empty() || node.of.size() > most_arguments)
            return unbound(node);
        std::array<Outcome, most_arguments> outcomes;
        std::array<const Value*, most_arguments> values{};
        const auto operands = std::span(outcomes).first(node.of.size());
        for (std::size_t i = 0; i < operands.size(); ++i)
            operands[i] = visit(node.of[i], frame);
        if (auto stop = stops(operands))
            return std::move(*stop);
        std::ranges::transform(operands, values.begin(), [](const Outcome& outcome) {
            return &outcome.value();
        });
        const std::span<const Value* const> arguments(values.data(), operands.size());
        for (const auto* overload : node.overloads)
            if (std::ranges::equal(overload->parameters, arguments, fits))
                return Outcome::from(overload->run({arguments, m_session, node.pattern.get()}));
        return Outcome::from(no_such_overload());
    }

    static bool fits(Type::Kind parameter, const Value* argument) {
        return parameter == Type::Kind::Dyn || parameter == kind_of(*argument);
    }

    static Outcome unbound(const Node& node) {
        const auto names = function_names(node.method);
        const bool known = std::ranges::find(names, node.text) != names.end();
        return known ? Outcome::from(no_such_overload())
                     : Outcome::fail("unbound function: '" + node.text + "'");
    }

    Outcome collection(const Node& node, const Frame* frame) {
        List items;
        items.reserve(node.of.size());
        std::optional<Outcome> failure;
        bool unknown = false;
        for (const auto& child : node.of) {
            auto outcome = visit(child, frame);
            unknown = unknown || outcome.is_unknown();
            auto value = std::move(outcome).take();
            if (!value && !failure)
                failure = Outcome(std::move(value.error()));
            else if (value)
                items.push_back(std::move(*value));
        }
        if (unknown)
            return Outcome::unknown();
        if (failure)
            return std::move(*failure);
        return node.kind == Node::Kind::Items ? Outcome(Value(std::move(items)))
                                              : make_map(std::move(items), m_session);
    }

    Outcome macro(const Node& node, const Frame* frame) {
        auto range = visit(node.of[0], frame);
        if (!range.settled())
            return range;
        const auto turn_of = [this, frame](const Node& body, const Turn& turn) {
            const Frame first{frame, turn.first};
            const Frame second{&first, turn.second};
            return visit(body, turn.second != nullptr ? &second : &first);
        };
        return comprehend(node, range.value(), turn_of, m_session);
    }

    Session& m_session;
};

/// Lists may share their items so often that writing them out would never end: a result costs what
/// it would write.
void charge_size(const Value& value, Session& session) {
    if (!session.spend(1))
        return;
    if (const auto* list = value.list())
        for (const auto& item : *list)
            charge_size(item, session);
    if (const auto* map = value.map())
        for (const auto& [key, item] : *map)
            charge_size(item, session);
}

} // namespace

tl::expected<Value, Failure> evaluate(const Expression& expression, const Context& context) {
    Session session(context);
    auto result = Evaluator(session).visit(expression.root(), nullptr).take();
    if (result && (result->list() != nullptr || result->map() != nullptr))
        charge_size(*result, session);
    if (session.spent())
        return failure("cost limit exceeded");
    return result;
}

bool holds(const Expression& expression, const Context& context) {
    Session session(context);
    const auto outcome = Evaluator(session).visit(expression.root(), nullptr);
    const auto* truth = outcome.failed() ? nullptr : outcome.value().get<bool>();
    return truth != nullptr && *truth && !session.spent();
}

} // namespace guichet::logic
