// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/operators.hpp"

#include "logic/time.hpp"

#include <limits>
#include <utility>

namespace guichet::logic {
namespace {

using Int = std::int64_t;

/// As the conformance tests want it: beyond 2^53 an int is compared as the double nearest to it.
std::partial_ordering order_numbers(Int a, double b) {
    return static_cast<double>(a) <=> b;
}

std::partial_ordering reversed(std::partial_ordering ordering) {
    if (std::is_lt(ordering))
        return std::partial_ordering::greater;
    return std::is_gt(ordering) ? std::partial_ordering::less : ordering;
}

template <typename T>
std::optional<std::partial_ordering> order_as(const Value& a, const Value& b) {
    const auto* left = a.get<T>();
    const auto* right = b.get<T>();
    if (left == nullptr || right == nullptr)
        return std::nullopt;
    return *left <=> *right;
}

std::optional<std::partial_ordering> order_mixed(const Value& a, const Value& b) {
    if (const auto* left = a.get<Int>())
        if (const auto* right = b.get<double>())
            return order_numbers(*left, *right);
    if (const auto* left = a.get<double>())
        if (const auto* right = b.get<Int>())
            return reversed(order_numbers(*right, *left));
    return std::nullopt;
}

bool is_number(const Value& value) {
    return value.get<Int>() != nullptr || value.get<double>() != nullptr;
}

Truth both(Truth a, Truth b) {
    if (a == Truth::False || b == Truth::False)
        return Truth::False;
    return a == Truth::True && b == Truth::True ? Truth::True : Truth::Unknown;
}

Truth equal_lists(const List& a, const List& b, Session& session) {
    if (a.size() != b.size())
        return Truth::False;
    auto truth = Truth::True;
    for (std::size_t i = 0; i < a.size() && truth != Truth::False && !session.spent(); ++i)
        truth = both(truth, equal(a[i], b[i], session));
    return truth;
}

Truth equal_maps(const Map& a, const Map& b, Session& session) {
    if (a.size() != b.size())
        return Truth::False;
    auto truth = Truth::True;
    for (std::size_t i = 0; i < a.size() && truth != Truth::False && !session.spent(); ++i) {
        const auto* other = find_entry(b, a[i].first, session);
        truth = other == nullptr ? Truth::False : both(truth, equal(a[i].second, *other, session));
    }
    return truth;
}

Truth to_truth(bool value) {
    return value ? Truth::True : Truth::False;
}

Answer to_answer(Truth truth) {
    if (truth == Truth::Unknown)
        return Value(Unknown{});
    return Value(truth == Truth::True);
}

Answer overflow() {
    return failure("return error for overflow");
}

Answer calculate(Operator op, Int a, Int b) {
    Int result{};
    const bool division = op == Operator::Divide || op == Operator::Remainder;
    if (division && b == 0)
        return failure(op == Operator::Divide ? "divide by zero" : "modulus by zero");
    if (division && b == -1 && a == std::numeric_limits<Int>::min())
        return overflow();
    switch (op) {
    case Operator::Add:
        return __builtin_add_overflow(a, b, &result) ? overflow() : Value(result);
    case Operator::Subtract:
        return __builtin_sub_overflow(a, b, &result) ? overflow() : Value(result);
    case Operator::Multiply:
        return __builtin_mul_overflow(a, b, &result) ? overflow() : Value(result);
    case Operator::Divide:
        return Value(a / b);
    default:
        return Value(a % b);
    }
}

Answer calculate(Operator op, double a, double b) {
    switch (op) {
    case Operator::Add:
        return Value(a + b);
    case Operator::Subtract:
        return Value(a - b);
    case Operator::Multiply:
        return Value(a * b);
    case Operator::Divide:
        return Value(a / b);
    default:
        return no_such_overload();
    }
}

Answer concatenate(const Value& a, const Value& b, Session& session) {
    if (const auto* left = a.get<std::string>(), *right = b.get<std::string>();
        left != nullptr && right != nullptr) {
        session.spend(static_cast<long>((left->size() + right->size()) / 10));
        return session.spent() ? no_such_overload() : Value(*left + *right);
    }
    const auto* left = a.list();
    const auto* right = b.list();
    if (left == nullptr || right == nullptr)
        return no_such_overload();
    if (!session.spend(static_cast<long>(left->size() + right->size())))
        return no_such_overload(); // replaced by the cost limit's own failure
    auto items = *left;
    items.insert(items.end(), right->begin(), right->end());
    return Value(std::move(items));
}

Answer arithmetic(Operator op, const Value& a, const Value& b, Session& session) {
    if (const auto* left = a.get<Int>(), *right = b.get<Int>(); left != nullptr && right != nullptr)
        return calculate(op, *left, *right);
    if (const auto* left = a.get<double>(), *right = b.get<double>();
        left != nullptr && right != nullptr)
        return calculate(op, *left, *right);
    if (auto moment = time_arithmetic(op, a, b))
        return std::move(*moment);
    return op == Operator::Add ? concatenate(a, b, session) : no_such_overload();
}

Answer compare(Operator op, const Value& a, const Value& b) {
    const auto ordering = order(a, b);
    if (!ordering)
        return no_such_overload();
    switch (op) {
    case Operator::Less:
        return Value(std::is_lt(*ordering));
    case Operator::LessEqual:
        return Value(std::is_lteq(*ordering));
    case Operator::Greater:
        return Value(std::is_gt(*ordering));
    default:
        return Value(std::is_gteq(*ordering));
    }
}

Answer is_in(const Value& item, const Value& container, Session& session) {
    if (const auto* map = container.map())
        return Value(find_entry(*map, item, session) != nullptr);
    const auto* list = container.list();
    if (list == nullptr)
        return no_such_overload();
    auto truth = Truth::False;
    for (const auto& candidate : *list) {
        const auto same = equal(item, candidate, session);
        if (same == Truth::True || session.spent())
            return Value(true);
        if (same == Truth::Unknown)
            truth = Truth::Unknown;
    }
    return to_answer(truth);
}

} // namespace

Truth equal(const Value& a, const Value& b, Session& session) {
    if (!session.spend(1))
        return Truth::False;
    if (a.is_unknown() || b.is_unknown())
        return Truth::Unknown;
    if (is_number(a) && is_number(b))
        return to_truth(order(a, b) == std::partial_ordering::equivalent);
    if (const auto* left = a.list(), *right = b.list(); left != nullptr && right != nullptr)
        return equal_lists(*left, *right, session);
    if (const auto* left = a.map(), *right = b.map(); left != nullptr && right != nullptr)
        return equal_maps(*left, *right, session);
    return to_truth(a.content() == b.content());
}

std::optional<std::partial_ordering> order(const Value& a, const Value& b) {
    if (a.content().index() != b.content().index())
        return order_mixed(a, b);
    if (auto ordering = order_as<Int>(a, b))
        return ordering;
    if (auto ordering = order_as<double>(a, b))
        return ordering;
    if (auto ordering = order_as<std::string>(a, b))
        return ordering;
    if (auto ordering = order_as<bool>(a, b))
        return ordering;
    if (auto ordering = order_as<Timestamp>(a, b))
        return ordering;
    return order_as<Duration>(a, b);
}

const Value* find_entry(const Map& map, const Value& key, Session& session) {
    session.spend(static_cast<long>(map.size() / 10));
    if (const auto* text = key.get<std::string>())
        return find_entry(map, *text);
    const bool number = is_number(key);
    for (const auto& [candidate, value] : map) {
        const bool same = number ? is_number(candidate) &&
                                       order(candidate, key) == std::partial_ordering::equivalent
                                 : candidate.content() == key.content();
        if (same)
            return &value;
    }
    return nullptr;
}

const Value* find_entry(const Map& map, std::string_view key) {
    for (const auto& [candidate, value] : map)
        if (const auto* text = candidate.get<std::string>(); text != nullptr && *text == key)
            return &value;
    return nullptr;
}

Answer apply(Operator op, const Value& a, const Value& b, Session& session) {
    switch (op) {
    case Operator::Equal:
        return to_answer(equal(a, b, session));
    case Operator::NotEqual: {
        const auto truth = equal(a, b, session);
        return to_answer(truth == Truth::Unknown ? truth : to_truth(truth == Truth::False));
    }
    case Operator::In:
        return is_in(a, b, session);
    case Operator::Less:
    case Operator::LessEqual:
    case Operator::Greater:
    case Operator::GreaterEqual:
        return compare(op, a, b);
    default:
        return arithmetic(op, a, b, session);
    }
}

Answer negate(const Value& value) {
    if (const auto* number = value.get<double>())
        return Value(-*number);
    const auto* number = value.get<Int>();
    if (number == nullptr)
        return no_such_overload();
    return calculate(Operator::Subtract, Int{0}, *number);
}

} // namespace guichet::logic
