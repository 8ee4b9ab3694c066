// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/mrz/search.hpp"

#include "scan/mrz/candidates.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace guichet::scan {

namespace {

/// How far beyond the blobs that were found a line may go on, in heights of a capital.
constexpr double beyond = 4;
constexpr double least_mean_gain = 1.5;
/// Readings of a line in one orientation: ordinary print of even pitch must not take for ever.
constexpr int most_reads = 24;

class Search {
public:
    Search(const Look& look, const std::vector<PrintLine>& lines)
        : m_look(look), m_lines(lines), m_readings(lines.size()) {}

    std::optional<MrzFound> run() {
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            for (std::size_t k = i + 1; k < m_lines.size(); ++k)
                if (follows(m_lines[i], m_lines[k]))
                    try_from(i, k);
            if (!m_best && can_be_alone(m_lines[i]))
                try_group({i});
        }
        return std::move(m_best);
    }

private:
    struct Readings {
        double left{};
        double right{};
        std::vector<int> lengths;
        std::vector<ReadLine> lines;
    };

    /// A zone of one line has 30 letters; the last ones may be fillers that were not found.
    static bool can_be_alone(const PrintLine& line) {
        const double letters = line.length() / (1.08 * line.height);
        return letters > 18 && letters < 36;
    }

    void try_from(std::size_t first, std::size_t second) {
        try_group({first, second});
        for (std::size_t third = second + 1; third < m_lines.size(); ++third)
            if (follows(m_lines[second], m_lines[third]))
                try_group({first, second, third});
    }

    /// The line read as `length` letters; null when it cannot be. What was read is kept.
    const ReadLine* reading(std::size_t index, int length, double left, double right) {
        auto& known = m_readings[index];
        if (known.lengths.empty() || left < known.left - 1 || right > known.right + 1)
            known = {left, right, {}, {}};
        if (std::ranges::count(known.lengths, length) == 0 && m_reads < most_reads) {
            ++m_reads;
            const std::array<int, 1> one{length};
            const std::array<int, 2> two{36, 44}; // read in one go: a zone of two lines is either
            const std::span<const int> lengths =
                length == 30 ? std::span<const int>(one) : std::span<const int>(two);
            known.lengths.insert(known.lengths.end(), lengths.begin(), lengths.end());
            for (auto& line : read_line(m_look, m_lines[index], left, right, lengths))
                known.lines.push_back(std::move(line));
        }
        const auto found = std::ranges::find(known.lines, length, &ReadLine::length);
        return found == known.lines.end() ? nullptr : &*found;
    }

    void try_group(const std::vector<std::size_t>& group) {
        double left = 1e9;
        double right = 0;
        double height = 0;
        for (const auto index : group) {
            left = std::min(left, m_lines[index].x0);
            right = std::max(right, m_lines[index].x1);
            height = std::max(height, m_lines[index].height);
        }
        left = std::max(left - beyond * height, 0.0);
        right = std::min(right + beyond * height, m_look.width());
        for (const auto& layout : layouts()) {
            if (layout.lines() != static_cast<int>(group.size()))
                continue;
            std::vector<ReadLine> lines;
            for (const auto index : group)
                if (const auto* line = reading(index, layout.length(), left, right))
                    lines.push_back(*line);
            if (lines.size() == group.size())
                try_layout(layout, std::move(lines));
        }
    }

    void try_layout(const Layout& layout, std::vector<ReadLine> lines) {
        std::vector<std::vector<GlyphScores>> scores;
        double gain = 0;
        for (const auto& line : lines) {
            scores.push_back(line.characters);
            gain += line.gain;
        }
        const double mean_gain = gain / (layout.length() * layout.lines());
        if (mean_gain < least_mean_gain)
            return;
        auto solved = solve(layout, scores);
        const double evidence = evidence_for(solved, scores);
        if (!credible(solved) || (m_best && evidence <= m_evidence))
            return;
        m_evidence = evidence;
        m_best = MrzFound{
            .solved = std::move(solved), .lines = std::move(lines), .scale = 1, .quarters = 0};
    }

    /// How much likelier these letters are than no letters, and these digits than chance ones, in
    /// nats. Zones of different lengths and formats compare by it.
    static double
    evidence_for(const Solved& solved, const std::vector<std::vector<GlyphScores>>& scores) {
        constexpr double agreement = 2.3; // one digit in ten agrees by chance
        double sum = agreement * (2 * solved.passed() - static_cast<int>(solved.agreed.size()));
        for (std::size_t l = 0; l < scores.size(); ++l)
            for (std::size_t i = 0; i < scores[l].size(); ++i) {
                const auto letter = glyph_letters.find(solved.lines[l][i]);
                sum += std::max(scores[l][i][letter], -10.0F) -
                       std::max(scores[l][i][glyph_none], -5.0F);
            }
        return sum;
    }

    /// Clear print, or agreement of check digits that is no accident.
    static bool credible(const Solved& solved) {
        const bool untouched = solved.all_agreed() && solved.repaired == 0;
        if (solved.layout->lines() == 1)
            return untouched && solved.score > -0.3;
        if (solved.passed() >= 3 || untouched)
            return solved.score > -0.45;
        if (solved.passed() >= 2)
            return solved.score > -0.4;
        return solved.score > -0.25;
    }

    const Look& m_look;
    const std::vector<PrintLine>& m_lines;
    std::vector<Readings> m_readings;
    std::optional<MrzFound> m_best;
    int m_reads{};
    double m_evidence{};
};

} // namespace

std::optional<MrzFound> read_zone(const Look& look, const std::vector<PrintLine>& lines) {
    return Search(look, lines).run();
}

bool is_better(const std::optional<MrzFound>& a, const std::optional<MrzFound>& b) {
    if (!a || !b)
        return a.has_value();
    const auto rank = [](const Solved& s) { return s.passed() + s.score - 0.2 * s.repaired; };
    return rank(a->solved) > rank(b->solved);
}

} // namespace guichet::scan
