// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/comprehension.hpp"

#include "logic/access.hpp"
#include "logic/fold.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace guichet::logic {
namespace {

/// The turns over a list or a map, and the indexes they point to.
struct Turns {
    std::vector<Turn> each{};
    List indexes{};
};

/// Nothing when the range is neither a list nor a map.
std::optional<Turns> turns_over(const Value& range, bool two) {
    Turns turns;
    if (const auto* list = range.list()) {
        for (std::size_t i = 0; two && i < list->size(); ++i)
            turns.indexes.emplace_back(static_cast<std::int64_t>(i));
        for (std::size_t i = 0; i < list->size(); ++i)
            turns.each.push_back(two ? Turn{&turns.indexes[i], &(*list)[i]} : Turn{&(*list)[i]});
        return turns;
    }
    const auto* map = range.map();
    if (map == nullptr)
        return std::nullopt;
    for (const auto& entry : *map)
        turns.each.push_back(two ? Turn{&entry.first, &entry.second} : Turn{&entry.first});
    return turns;
}

class Comprehension {
public:
    Comprehension(const Node& node, const Body& visit, Session& session)
        : m_node(node), m_visit(visit), m_session(session) {}

    Outcome run(const std::vector<Turn>& turns) {
        switch (m_node.macro) {
        case Macro::All:
        case Macro::Exists:
            return quantify(turns);
        case Macro::ExistsOne:
            return exists_one(turns);
        default:
            return transform(turns);
        }
    }

private:
    Outcome evaluate(const Node& body, const Turn& turn) {
        m_session.spend(1);
        return m_visit(body, turn);
    }

    Outcome quantify(const std::vector<Turn>& turns) {
        Fold fold(m_node.macro == Macro::Exists);
        for (const auto& turn : turns)
            if (fold.add(evaluate(m_node.of[1], turn)) || m_session.spent())
                break;
        return std::move(fold).result();
    }

    /// The condition's true or false; unsettled when it is anything else.
    Outcome condition(const Turn& turn) {
        auto outcome = evaluate(m_node.of[1], turn);
        const bool fits = !outcome.settled() || outcome.value().get<bool>() != nullptr;
        return fits ? std::move(outcome) : Outcome::from(no_such_overload());
    }

    Outcome exists_one(const std::vector<Turn>& turns) {
        int count = 0;
        for (const auto& turn : turns) {
            auto truth = condition(turn);
            if (!truth.settled())
                return truth;
            count += *truth.value().get<bool>() ? 1 : 0;
        }
        return Outcome(count == 1);
    }

    /// filter, and the macros that make a list or a map, with or without a condition.
    Outcome transform(const std::vector<Turn>& turns) {
        const bool filters = m_node.macro == Macro::Filter || m_node.of.size() == 3;
        List results;
        for (const auto& turn : turns) {
            if (filters) {
                auto keep = condition(turn);
                if (!keep.settled())
                    return keep;
                if (!*keep.value().get<bool>())
                    continue;
            }
            if (auto stop = collect(turn, results))
                return std::move(*stop);
        }
        const bool list = m_node.macro == Macro::Filter || m_node.macro == Macro::Transform;
        return list ? Outcome(Value(std::move(results))) : make_map(std::move(results), m_session);
    }

    /// Appends what a turn gives: an item, or keys and values in turn. Returns what to stop with.
    std::optional<Outcome> collect(const Turn& turn, List& results) {
        auto outcome =
            m_node.macro == Macro::Filter ? Outcome(turn.first) : evaluate(m_node.of.back(), turn);
        if (!outcome.settled())
            return outcome;
        if (m_node.macro == Macro::TransformEntries)
            return collect_entries(outcome.value(), results);
        if (m_node.macro == Macro::TransformMap)
            results.push_back(*turn.first);
        results.push_back(*std::move(outcome).take());
        return std::nullopt;
    }

    static std::optional<Outcome> collect_entries(const Value& entries, List& results) {
        const auto* map = entries.map();
        if (map == nullptr)
            return Outcome::from(no_such_overload());
        for (const auto& [key, value] : *map) {
            results.push_back(key);
            results.push_back(value);
        }
        return std::nullopt;
    }

    const Node& m_node;
    const Body& m_visit;
    Session& m_session;
};

} // namespace

Outcome comprehend(const Node& node, const Value& range, const Body& visit, Session& session) {
    const auto turns = turns_over(range, !node.second.empty());
    if (!turns)
        return Outcome::from(no_such_overload());
    return Comprehension(node, visit, session).run(turns->each);
}

} // namespace guichet::logic
