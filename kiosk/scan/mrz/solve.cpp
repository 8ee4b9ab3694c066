// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/mrz/solve.hpp"

#include "scan/mrz/repair.hpp"
#include "scan/mrz/states.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace guichet::scan {

namespace {

/// A repair may cost this much likelihood at most (nats): beyond, the print itself may be wrong.
constexpr float dearest_repair = 4.5F;
/// Another way of repairing that is nearer than this leaves it open which is right.
constexpr float least_lead = 1.5F;
/// The same for a filler, and for the code of a state.
constexpr float dearest_filler = 9;
constexpr float dearest_state = 2.5F;
/// Letters less likely than this are not tried.
constexpr float unlikely = -9;

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
        settle_states();
        for (const bool composite : {false, true})
            for (const auto& check : m_layout.checks)
                if (check.composite == composite)
                    attempt(check);
        for (const auto& check : m_layout.checks)
            m_solved.agreed.push_back(agrees(m_layout, check, m_solved.lines));
        for (int l = 0; l < m_layout.lines(); ++l)
            measure(l);
        m_solved.score /= m_layout.length() * m_layout.lines();
        return std::move(m_solved);
    }

private:
    char place_class(Place place) const {
        return m_layout
            .classes[static_cast<std::size_t>(place.line)][static_cast<std::size_t>(place.at)];
    }

    /// How likely, against what usually stands there; infinitely little where it may not stand.
    float score(Place place, std::size_t index) const {
        const char letter = glyph_letters[index];
        const char kind = place_class(place);
        if (!fits(letter, kind))
            return -std::numeric_limits<float>::infinity();
        return m_scores[static_cast<std::size_t>(place.line)][static_cast<std::size_t>(place.at)]
                       [index] -
               price(letter, kind);
    }

    float score_of(Place place, char letter) const {
        return score(place, glyph_letters.find(letter));
    }

    char& letter(Place place) {
        return m_solved
            .lines[static_cast<std::size_t>(place.line)][static_cast<std::size_t>(place.at)];
    }

    char likeliest(Place place) const {
        char best = place_class(place); // fixed letters stand for themselves
        float highest = -std::numeric_limits<float>::infinity();
        for (std::size_t i = 0; i < glyph_letters.size(); ++i)
            if (score(place, i) > highest) {
                highest = score(place, i);
                best = glyph_letters[i];
            }
        return best;
    }

    void change(Place place, char better) {
        if (letter(place) == better)
            return;
        if (!m_solved.is_repaired(place.line, place.at))
            m_solved.repairs.push_back({place.line, place.at, letter(place)});
        letter(place) = better;
    }

    /// One letter alone among fillers after a name is a filler badly printed.
    void clear_fillers() {
        for (int l = 0; l < m_layout.lines(); ++l)
            for (int i = 4; i + 1 < m_layout.length(); ++i) {
                const auto& line = m_solved.lines[static_cast<std::size_t>(l)];
                const auto around = line.substr(static_cast<std::size_t>(i - 3), 5);
                const bool alone =
                    around[3] != '<' && around.substr(0, 3) == "<<<" && around[4] == '<';
                if (alone && place_class({l, i}) == 'a' &&
                    score_of({l, i}, around[3]) - score_of({l, i}, '<') < dearest_filler)
                    change({l, i}, '<');
            }
    }

    /// The code of a state that does not exist becomes one that does and looks nearly the same.
    void settle_states() {
        for (int l = 0; l < m_layout.lines(); ++l) {
            const auto& classes = m_layout.classes[static_cast<std::size_t>(l)];
            const auto at = classes.rfind("nnn"); // of four letters the first is the kind's second
            if (at != std::string::npos)
                settle_state({l, static_cast<int>(at)});
        }
    }

    void settle_state(Place place) {
        const auto seen = m_solved.lines[static_cast<std::size_t>(place.line)].substr(
            static_cast<std::size_t>(place.at), 3
        );
        if (is_state(seen))
            return;
        std::string_view best;
        float highest = state_score(place, seen) - dearest_state;
        for (const auto code : states())
            if (state_score(place, code) > highest) {
                highest = state_score(place, code);
                best = code;
            }
        for (std::size_t i = 0; i < best.size(); ++i)
            change({place.line, place.at + static_cast<int>(i)}, best[i]);
    }

    float state_score(Place place, std::string_view code) const {
        float sum = 0;
        for (std::size_t i = 0; i < code.size(); ++i)
            sum += score_of({place.line, place.at + static_cast<int>(i)}, code[i]);
        return sum;
    }

    static std::vector<Place> places_of(const Check& check) {
        std::vector<Place> places;
        for (const auto& span : check.covers)
            for (int i = span.begin; i < span.end; ++i)
                places.push_back({span.line, i});
        places.push_back({check.digit.line, check.digit.begin});
        return places;
    }

    /// What was settled by its own digit stays out of later repairs.
    void attempt(const Check& check) {
        const auto places = places_of(check);
        if (!agrees(m_layout, check, m_solved.lines) && !repair(places))
            return;
        for (const auto place : places)
            m_fixed[static_cast<std::size_t>(place.line)][static_cast<std::size_t>(place.at)] =
                true;
    }

    Choices choices(Place place) {
        const char now = letter(place);
        if (m_fixed[static_cast<std::size_t>(place.line)][static_cast<std::size_t>(place.at)])
            return {{now, score_of(place, now)}};
        Choices choices;
        for (std::size_t g = 0; g < glyph_letters.size(); ++g)
            if (glyph_letters[g] == now || score(place, g) > unlikely)
                choices.emplace_back(glyph_letters[g], score(place, g));
        return choices;
    }

    bool repair(const std::vector<Place>& places) {
        std::vector<Choices> all;
        float seen = 0;
        for (const auto place : places) {
            all.push_back(choices(place));
            seen += score_of(place, letter(place));
        }
        const auto fittings = fit_check_digit(all);
        if (!fittings.best || fittings.best->score < seen - dearest_repair)
            return false;
        if (fittings.second && fittings.second->score > fittings.best->score - least_lead)
            return false;
        for (std::size_t i = 0; i < places.size(); ++i) {
            m_solved.repaired += letter(places[i]) != fittings.best->letters[i] ? 1 : 0;
            change(places[i], fittings.best->letters[i]);
        }
        return true;
    }

    /// How sure each letter of a line is among those its place allows.
    void measure(int line) {
        std::vector<float> sure;
        std::vector<float> twin;
        for (int i = 0; i < m_layout.length(); ++i) {
            const Place place{line, i};
            const char own = letter(place);
            float all = 0;
            float alike = 0;
            for (std::size_t g = 0; g < glyph_letters.size(); ++g) {
                const float probability = std::exp(score(place, g));
                all += probability;
                if (glyph_letters[g] != own &&
                    check_value(glyph_letters[g]) % 10 == check_value(own) % 10)
                    alike += probability;
            }
            const float mine = score_of(place, own);
            sure.push_back(std::exp(mine) / std::max(all, 1e-9F));
            twin.push_back(alike / std::max(all, 1e-9F));
            m_solved.score += std::max(mine, -14.0F);
        }
        m_solved.sureness.push_back(std::move(sure));
        m_solved.twins.push_back(std::move(twin));
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

bool Solved::is_repaired(int line, int at) const {
    return std::ranges::any_of(repairs, [&](const Repair& repair) {
        return repair.line == line && repair.at == at;
    });
}

bool is_proven(const Solved& solved) {
    const auto unsure = [](const std::vector<float>& row) {
        return std::ranges::any_of(row, [](float sure) { return sure < 0.85F; });
    };
    return solved.all_agreed() && solved.repairs.empty() &&
           std::ranges::none_of(solved.sureness, unsure);
}

Solved solve(const Layout& layout, std::span<const std::vector<GlyphScores>> lines) {
    return Solver(layout, lines).run();
}

Solved solve_text(const Layout& layout, const std::vector<std::string>& lines) {
    Solved solved{.layout = &layout, .lines = lines, .sureness = {}, .agreed = {}};
    for (const auto& line : lines) {
        solved.sureness.emplace_back(line.size(), 1.0F);
        solved.twins.emplace_back(line.size(), 0.0F);
    }
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
