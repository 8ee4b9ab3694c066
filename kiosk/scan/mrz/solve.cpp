#include "scan/mrz/solve.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace guichet::scan {

namespace {

/// A repair may cost this much likelihood at most (nats): beyond, the print itself may be wrong.
constexpr float dearest_repair = 7;
constexpr float never = -1e9F;

struct Place {
    int line{};
    int at{};
};

class Solver {
public:
    Solver(const Layout& layout, std::span<const std::vector<GlyphScores>> scores)
        : m_layout(layout), m_scores(scores) {
        m_solved.layout = &layout;
        for (int l = 0; l < layout.lines(); ++l) {
            std::string line;
            for (int i = 0; i < layout.length(); ++i)
                line += likeliest({l, i});
            m_solved.lines.push_back(std::move(line));
            m_fixed.emplace_back(static_cast<std::size_t>(layout.length()), false);
        }
    }

    Solved run() {
        clear_fillers();
        for (const auto& check : m_layout.checks)
            if (!check.composite)
                attempt(check);
        for (const auto& check : m_layout.checks)
            if (check.composite)
                attempt(check);
        for (const auto& check : m_layout.checks)
            m_solved.agreed.push_back(agrees(m_layout, check, m_solved.lines));
        measure();
        return std::move(m_solved);
    }

private:
    char place_class(Place place) const {
        return m_layout
            .classes[static_cast<std::size_t>(place.line)][static_cast<std::size_t>(place.at)];
    }

    float score(Place place, std::size_t letter) const {
        return m_scores[static_cast<std::size_t>(place.line)][static_cast<std::size_t>(place.at)]
                       [letter];
    }

    char& letter(Place place) {
        return m_solved
            .lines[static_cast<std::size_t>(place.line)][static_cast<std::size_t>(place.at)];
    }

    char likeliest(Place place) const {
        char best = '<';
        float highest = never;
        for (std::size_t i = 0; i < glyph_letters.size(); ++i)
            if (fits(glyph_letters[i], place_class(place)) && score(place, i) > highest) {
                highest = score(place, i);
                best = glyph_letters[i];
            }
        return best;
    }

    /// One letter alone among fillers after a name is a filler badly printed.
    void clear_fillers() {
        for (std::size_t l = 0; l < m_solved.lines.size(); ++l) {
            auto& line = m_solved.lines[l];
            for (std::size_t i = 4; i + 1 < line.size(); ++i) {
                const bool name = m_layout.classes[l][i] == 'a';
                const bool alone = line[i] != '<' && line[i - 1] == '<' && line[i - 2] == '<' &&
                                   line[i - 3] == '<' && line[i + 1] == '<';
                if (name && alone)
                    line[i] = '<';
            }
        }
    }

    std::vector<Place> places_of(const Check& check) const {
        std::vector<Place> places;
        for (const auto& span : check.covers)
            for (int i = span.begin; i < span.end; ++i)
                places.push_back({span.line, i});
        places.push_back({check.digit.line, check.digit.begin});
        return places;
    }

    /// What was settled by its own digit stays out of later repairs.
    void fix(const std::vector<Place>& places) {
        for (const auto place : places)
            m_fixed[static_cast<std::size_t>(place.line)][static_cast<std::size_t>(place.at)] =
                true;
    }

    void attempt(const Check& check) {
        const auto places = places_of(check);
        if (!agrees(m_layout, check, m_solved.lines) && !repair(places))
            return;
        fix(places);
    }

    /// Viterbi over the letters' probabilities with the sum modulo ten as state.
    bool repair(const std::vector<Place>& places) {
        constexpr int weights[] = {7, 3, 1};
        using Row = std::array<float, 10>;
        std::vector<Row> sums(places.size() + 1);
        std::vector<std::array<char, 10>> chosen(places.size());
        sums[0].fill(never);
        sums[0][0] = 0;
        float free = 0;
        for (std::size_t i = 0; i < places.size(); ++i) {
            const bool last = i + 1 == places.size();
            sums[i + 1].fill(never);
            free += score(places[i], glyph_letters.find(letter(places[i])));
            for (std::size_t g = 0; g < glyph_letters.size(); ++g) {
                if (!allowed(places[i], glyph_letters[g]))
                    continue;
                const int weight = last ? 9 : weights[i % 3]; // the digit counts minus one
                const int add = check_value(glyph_letters[g]) * weight % 10;
                step(sums[i], sums[i + 1], chosen[i], {glyph_letters[g], add, score(places[i], g)});
            }
        }
        if (sums.back()[0] < free - dearest_repair)
            return false;
        int state = 0;
        for (std::size_t i = places.size(); i-- > 0;) {
            const char better = chosen[i][static_cast<std::size_t>(state)];
            const int weight = i + 1 == places.size() ? 9 : weights[i % 3];
            m_solved.repaired += better != letter(places[i]) ? 1 : 0;
            letter(places[i]) = better;
            state = ((state - check_value(better) * weight) % 10 + 10) % 10;
        }
        return true;
    }

    struct Move {
        char letter;
        int add;
        float score;
    };

    static void step(
        const std::array<float, 10>& from,
        std::array<float, 10>& to,
        std::array<char, 10>& chosen,
        const Move& move
    ) {
        for (int state = 0; state < 10; ++state) {
            const auto next = static_cast<std::size_t>((state + move.add) % 10);
            const float sum = from[static_cast<std::size_t>(state)] + move.score;
            if (sum <= to[next])
                continue;
            to[next] = sum;
            chosen[next] = move.letter;
        }
    }

    bool allowed(Place place, char candidate) {
        const bool fixed =
            m_fixed[static_cast<std::size_t>(place.line)][static_cast<std::size_t>(place.at)];
        return fixed ? candidate == letter(place) : fits(candidate, place_class(place));
    }

    /// How sure each letter is among those its place allows, and the mean likelihood.
    void measure() {
        double sum = 0;
        double count = 0;
        for (int l = 0; l < m_layout.lines(); ++l) {
            std::vector<float> row;
            for (int i = 0; i < m_layout.length(); ++i) {
                const Place place{l, i};
                const float own = score(place, glyph_letters.find(letter(place)));
                float all = 0;
                for (std::size_t g = 0; g < glyph_letters.size(); ++g)
                    if (fits(glyph_letters[g], place_class(place)))
                        all += std::exp(score(place, g));
                row.push_back(std::exp(own) / std::max(all, 1e-9F));
                sum += own;
                count += 1;
            }
            m_solved.sureness.push_back(std::move(row));
        }
        m_solved.score = sum / count;
    }

    const Layout& m_layout;
    std::span<const std::vector<GlyphScores>> m_scores;
    Solved m_solved;
    std::vector<std::vector<bool>> m_fixed;
};

} // namespace

int Solved::passed() const {
    return static_cast<int>(std::ranges::count(agreed, true));
}

bool Solved::all_agreed() const {
    return !agreed.empty() && passed() == static_cast<int>(agreed.size());
}

bool is_proven(const Solved& solved) {
    const auto unsure = [](const std::vector<float>& row) {
        return std::ranges::any_of(row, [](float sure) { return sure < 0.85F; });
    };
    return solved.all_agreed() && solved.repaired == 0 &&
           std::ranges::none_of(solved.sureness, unsure);
}

Solved solve(const Layout& layout, std::span<const std::vector<GlyphScores>> lines) {
    return Solver(layout, lines).run();
}

Solved solve_text(const Layout& layout, const std::vector<std::string>& lines) {
    Solved solved{.layout = &layout, .lines = lines, .sureness = {}, .agreed = {}};
    for (const auto& line : lines)
        solved.sureness.emplace_back(line.size(), 1.0F);
    for (const auto& check : layout.checks)
        solved.agreed.push_back(agrees(layout, check, lines));
    return solved;
}

const Layout* layout_of(const std::vector<std::string>& lines) {
    const auto matches = [&](const Layout& layout) {
        if (static_cast<int>(lines.size()) != layout.lines())
            return false;
        for (std::size_t l = 0; l < lines.size(); ++l) {
            const auto& classes = layout.classes[l];
            if (lines[l].size() != classes.size() ||
                !std::equal(lines[l].begin(), lines[l].end(), classes.begin(), fits))
                return false;
        }
        return true;
    };
    const auto all = layouts();
    const auto found = std::ranges::find_if(all, matches);
    return found == all.end() ? nullptr : &*found;
}

} // namespace guichet::scan
