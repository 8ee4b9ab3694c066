// SPDX-License-Identifier: GPL-3.0-or-later
// 1,000 questions' conditions re-evaluated after an answer; the budget is 1 ms.
#include "logic/expression.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

using namespace guichet::logic;

constexpr int questions = 1000;
constexpr int rounds = 2000;

struct Hash {
    // NOLINTNEXTLINE(readability-identifier-naming): the name is the standard's
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
        return std::hash<std::string_view>()(text);
    }
};

using Values = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

/// What conditions of real forms look like, each on names of its own.
std::string condition(int i) {
    const auto n = std::to_string(i);
    switch (i % 5) {
    case 0:
        return "foyer.personnes" + n + " > 1 && statut" + n + " == 'salarie'";
    case 1:
        return "marie" + n + " || foyer.personnes" + n + " >= 3";
    case 2:
        return "size(enfants) > 0 && enfants.exists(e, age(e.naissance) < 18)";
    case 3:
        return "statut" + n + " in ['retraite', 'etudiant', 'salarie']";
    default:
        return "revenus" + n + " * 12.0 < 9719.0 ? marie" + n + " : false";
    }
}

Names names() {
    const auto type = [](Type::Kind kind) { return Type{kind, {}, {}}; };
    const Type child{Type::Kind::Record, {}, {{"naissance", type(Type::Kind::Timestamp)}}};
    Names all{{"enfants", Type{Type::Kind::List, {child}, {}}}};
    for (int i = 0; i < questions; ++i) {
        const auto n = std::to_string(i);
        all["foyer.personnes" + n] = type(Type::Kind::Int);
        all["statut" + n] = type(Type::Kind::String);
        all["marie" + n] = type(Type::Kind::Bool);
        all["revenus" + n] = type(Type::Kind::Double);
    }
    return all;
}

/// A third of the questions has no answer yet.
Values values() {
    const auto child = [](std::int64_t born) {
        return Value(Map{{Value("naissance"), Value(Timestamp{born, 0})}});
    };
    Values all{
        {"enfants", Value(List{child(900'000'000), child(1'100'000'000), child(1'500'000'000)})}};
    for (int i = 0; i < questions; ++i) {
        const auto n = std::to_string(i);
        const bool open = i % 3 == 0;
        all["foyer.personnes" + n] = open ? Value(Unknown{}) : Value(std::int64_t{i % 6});
        all["statut" + n] = Value(i % 2 == 0 ? "salarie" : "demandeur-d-emploi-indemnise");
        all["marie" + n] = Value(i % 4 == 0);
        all["revenus" + n] = open ? Value(Unknown{}) : Value(500.0 + i);
    }
    return all;
}

} // namespace

int main() {
    using Clock = std::chrono::steady_clock;
    const auto declared = names();
    const auto answers = values();
    const auto before = Clock::now();
    std::vector<Expression> conditions;
    for (int i = 0; i < questions; ++i) {
        auto compiled = compile(condition(i), declared);
        if (!compiled) {
            std::printf("%s: %s\n", condition(i).c_str(), compiled.error()[0].message.c_str());
            return 1;
        }
        conditions.push_back(std::move(*compiled));
    }
    const std::chrono::duration<double, std::milli> compiling = Clock::now() - before;
    const Context context{
        .value_of =
            [&answers](std::string_view name) {
                const auto found = answers.find(name);
                return found != answers.end() ? &found->second : nullptr;
            },
        .today = std::chrono::year{2026} / std::chrono::November / 22};
    std::vector<double> times;
    long holding = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto start = Clock::now();
        for (const auto& expression : conditions)
            holding += holds(expression, context) ? 1 : 0;
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    }
    std::ranges::sort(times);
    std::printf("logic: compile %d conditions          %8.3f ms\n", questions, compiling.count());
    std::printf(
        "logic: evaluate %d conditions, median %8.3f ms (budget 1 ms, ratio %.2f)\n",
        questions,
        times[rounds / 2],
        times[rounds / 2]
    );
    std::printf(
        "logic: evaluate %d conditions, p99    %8.3f ms\n", questions, times[rounds * 99 / 100]
    );
    std::printf("logic: %ld of %d hold\n", holding / rounds, questions);
    return 0;
}
