// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/mrz/repair.hpp"

#include "scan/mrz/layout.hpp"

#include <array>
#include <cstddef>

namespace guichet::scan {

namespace {

/// The end of one way of choosing letters up to a place.
struct Way {
    float score{};
    char letter{};
    int state{};        ///< before this letter
    std::size_t rank{}; ///< of the way it goes on from
};

/// The two best ways to each sum modulo ten.
using Ways = std::array<std::vector<Way>, 10>;

void keep(std::vector<Way>& ways, const Way& way) {
    if (ways.size() < 2)
        ways.push_back(way);
    else if (way.score > ways[1].score)
        ways[1] = way;
    if (ways.size() == 2 && ways[1].score > ways[0].score)
        std::swap(ways[0], ways[1]);
}

/// The last place is the check digit itself and counts minus one.
int weight_of(std::size_t place, std::size_t count) {
    constexpr std::array<int, 3> weights{7, 3, 1};
    return place + 1 == count ? 9 : weights[place % 3];
}

Ways step(const Ways& from, const Choices& choices, int weight) {
    Ways to;
    for (const auto& [letter, score] : choices)
        for (int state = 0; state < 10; ++state) {
            const auto& ways = from[static_cast<std::size_t>(state)];
            const auto next = static_cast<std::size_t>((state + check_value(letter) * weight) % 10);
            for (std::size_t rank = 0; rank < ways.size(); ++rank)
                keep(to[next], {ways[rank].score + score, letter, state, rank});
        }
    return to;
}

std::optional<Fitting> walk_back(const std::vector<Ways>& all, std::size_t rank) {
    if (all.back()[0].size() <= rank)
        return std::nullopt;
    Fitting fitting{std::string(all.size() - 1, '<'), all.back()[0][rank].score};
    int state = 0;
    for (std::size_t i = all.size(); i-- > 1;) {
        const auto& way = all[i][static_cast<std::size_t>(state)][rank];
        fitting.letters[i - 1] = way.letter;
        state = way.state;
        rank = way.rank;
    }
    return fitting;
}

} // namespace

Fittings fit_check_digit(const std::vector<Choices>& places) {
    std::vector<Ways> all(1);
    all[0][0].push_back({});
    for (std::size_t i = 0; i < places.size(); ++i)
        all.push_back(step(all.back(), places[i], weight_of(i, places.size())));
    return {walk_back(all, 0), walk_back(all, 1)};
}

} // namespace guichet::scan
